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

/** Whether bytes begin as a compound file does (MS-CFB, 2.2). */
export function isCompound(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, at) => bytes[at] === byte)
}
const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
