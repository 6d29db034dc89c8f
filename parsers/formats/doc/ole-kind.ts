/** What a compound file ("OLE") holds: an older Office's document, an encrypted package, or something else. */
export type OleKind = 'doc' | 'xls' | 'ppt' | 'msg' | 'encrypted' | 'other'

/** The streams that each kind has (MS-CFB, 2.6.1: names of the directory are UTF-16, little-endian). */
const STREAMS: readonly (readonly [OleKind, string])[] = [
  ['encrypted', 'EncryptedPackage'],
  ['doc', 'WordDocument'],
  ['ppt', 'PowerPoint Document'],
  ['msg', '__substg1.0_'],
  ['xls', 'Workbook'],
  ['xls', 'Book'],
]

/** What a compound file holds, by the names of its streams. */
export function oleKind(bytes: Uint8Array): OleKind {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return STREAMS.find(([, name]) => file.includes(Buffer.from(`${name}`, 'utf16le')))?.[0] ?? 'other'
}
