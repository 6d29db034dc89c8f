/** A piece of Rich Text: where a group opens or closes, a control word with its number, or letters. */
export type RtfToken =
  | { type: 'open' }
  | { type: 'close' }
  | { type: 'word'; name: string; number: number | null }
  /** Bytes of the code page of their font, as letters from 0 to 255. */
  | { type: 'bytes'; text: string }
  /** A letter by its number in Unicode; how many letters after it stand for it in older programs is the state's. */
  | { type: 'letter'; code: number }

const WORD = /\\([a-z]{1,32})(-?\d{1,10})? ?/iy
const BYTE = /\\'([\da-f]{2})/iy
const PLAIN = /[^\\{}\r\n]+/y

/** The tokens of a Rich Text file (RTF 1.9.1, "Formal syntax"). Its bytes are given as letters from 0 to 255. */
export function* rtfTokens(source: string): Generator<RtfToken> {
  let at = 0
  while (at < source.length) {
    const sign = source[at]
    if (sign === '{' || sign === '}') {
      yield { type: sign === '{' ? 'open' : 'close' }
      at++
    } else if (sign === '\r' || sign === '\n') at++
    else if (sign !== '\\') {
      PLAIN.lastIndex = at
      const text = PLAIN.exec(source)?.[0] ?? ''
      yield { type: 'bytes', text }
      at += text.length
    } else {
      const { token, length } = control(source, at)
      yield token
      at += length
      if (token.type === 'word' && token.name === 'bin') at += Math.max(0, token.number ?? 0)
    }
  }
}

/** The control at a backslash: a byte, a word, or a sign that is one by itself. */
function control(source: string, at: number): { token: RtfToken; length: number } {
  BYTE.lastIndex = at
  const byte = BYTE.exec(source)
  if (byte) return { token: { type: 'bytes', text: String.fromCharCode(Number.parseInt(byte[1] ?? '', 16)) }, length: byte[0].length }
  WORD.lastIndex = at
  const word = WORD.exec(source)
  if (word) {
    const number = word[2] === undefined ? null : Number(word[2])
    const name = word[1] ?? ''
    // Letters beyond 32767 are written as negative numbers.
    if (name === 'u' && number !== null) return { token: { type: 'letter', code: number & 0xffff }, length: word[0].length }
    return { token: { type: 'word', name, number }, length: word[0].length }
  }
  const sign = source[at + 1] ?? ''
  const signs: Readonly<Record<string, RtfToken>> = {
    '~': { type: 'letter', code: 0xa0 },
    _: { type: 'letter', code: 0x2d },
    '\r': { type: 'word', name: 'par', number: null },
    '\n': { type: 'word', name: 'par', number: null },
    '*': { type: 'word', name: '*', number: null },
    '\\': { type: 'bytes', text: '\\' },
    '{': { type: 'bytes', text: '{' },
    '}': { type: 'bytes', text: '}' },
  }
  return { token: signs[sign] ?? { type: 'word', name: sign, number: null }, length: 2 }
}
