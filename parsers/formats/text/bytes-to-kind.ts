/** What a file shows itself to be by its first bytes, where they are those of a known format. */
export type ByteKind = 'pdf' | 'zip' | 'ole' | 'rtf' | 'html' | 'picture' | 'archive' | 'database'

/** PDF readers accept the header anywhere in the first kilobyte (ISO 32000-1, Annex H, note 13). */
const PDF_HEADER_WITHIN_BYTES = 1024
/** Enough for white space, a comment-free doctype and the first tag. */
const HTML_WITHIN_BYTES = 512

const SIGNATURES: readonly (readonly [ByteKind, string])[] = [
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x05\x06'],
  ['ole', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['rtf', '{\\rtf'],
  ['picture', '\x89PNG\r\n\x1a\n'],
  ['picture', '\xff\xd8\xff'],
  ['picture', 'GIF87a'],
  ['picture', 'GIF89a'],
  ['picture', 'II*\0'],
  ['picture', 'MM\0*'],
  ['archive', '\x1f\x8b'],
  ['archive', '7z\xbc\xaf\x27\x1c'],
  ['archive', 'Rar!\x1a\x07'],
  ['database', 'SQLite format 3\0'],
]

/** The format that the first bytes name, or null where they could be text. */
export function bytesToKind(bytes: Uint8Array): ByteKind | null {
  const head = String.fromCharCode(...bytes.subarray(0, PDF_HEADER_WITHIN_BYTES))
  for (const [kind, signature] of SIGNATURES) if (head.startsWith(signature)) return kind
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return 'picture'
  if (head.includes('%PDF-')) return 'pdf'
  const start = head
    .slice(0, HTML_WITHIN_BYTES)
    .replace(/^\xef\xbb\xbf/u, '')
    .replace(/^\s*<\?xml[^>]*>/u, '')
    .trimStart()
    .toLowerCase()
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) return 'html'
  return null
}
