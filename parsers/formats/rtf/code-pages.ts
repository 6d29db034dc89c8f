/** Code pages by the character set that a font names (RTF 1.9.1, "Font table", \fcharset). */
const CHARSETS: ReadonlyMap<number, number> = new Map([
  [0, 1252],
  [77, 10000],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
])
/** The character set of fonts of signs. */
export const SYMBOL_CHARSET = 2
type Decoder = InstanceType<typeof TextDecoder>
const MACINTOSH = 10000
const KNOWN = new Map<number, Decoder>()

/** The code page of a font's character set; null where that names none that is read. */
export function codePageOf(charset: number): number | null {
  return CHARSETS.get(charset) ?? null
}

/** Bytes (as letters from 0 to 255) in a code page; one that is not known is read as Windows-1252. */
export function decodeBytes(text: string, codePage: number): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is the same in all code pages
  if (/^[\u0000-\u007f]*$/u.test(text)) return text
  const decoder = KNOWN.get(codePage) ?? decoderOf(codePage)
  KNOWN.set(codePage, decoder)
  return decoder.decode(Uint8Array.from(text, (letter) => letter.charCodeAt(0)))
}

function decoderOf(codePage: number): Decoder {
  const labels = codePage === MACINTOSH ? 'macintosh' : codePage === 65001 ? 'utf-8' : `windows-${codePage}`
  try {
    return new TextDecoder(labels)
  } catch {
    return new TextDecoder('windows-1252')
  }
}
