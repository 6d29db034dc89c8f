import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { OWN_FILES } from '../schema/own-files.ts'

/** Where Word and Excel keep a file's title and keywords (ECMA-376 part 2, 11). They keep what they do not change. */
const PROPERTIES = 'docProps/core.xml'
/** A package's directory, and its properties, are looked for within so many bytes; ours have a few hundred. */
const DIRECTORY_BYTES_AT_MOST = 4_000_000
const PROPERTIES_BYTES_AT_MOST = 100_000
/** The end record of a zip file and its longest comment (APPNOTE 4.3.16). */
const END_BYTES = 22
const TAIL_BYTES = END_BYTES + 65_535
const END = Buffer.from([0x50, 0x4b, 0x05, 0x06])
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50

/** Whether a `.docx` or `.xlsx` is a hand-out or workbook of Scrutineer's, by the keyword among its properties. */
export function isOwnPackage(path: string): boolean {
  let file: number | null = null
  try {
    file = openSync(path, 'r')
    return propertiesOf(file, fstatSync(file).size)?.includes(OWN_FILES.handout) ?? false
  } catch {
    return false
  } finally {
    if (file !== null) closeSync(file)
  }
}

/** The XML of a package's properties; null where there are none, or the file is not such a package. Throws for a damaged one. */
function propertiesOf(file: number, size: number): string | null {
  const tail = bytesAt(file, Math.max(0, size - TAIL_BYTES), Math.min(size, TAIL_BYTES))
  const end = tail.lastIndexOf(END)
  if (end < 0) return null
  const directory = bytesAt(file, tail.readUInt32LE(end + 16), Math.min(tail.readUInt32LE(end + 12), DIRECTORY_BYTES_AT_MOST))
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === ENTRY; ) {
    const nameBytes = directory.readUInt16LE(at + 28)
    if (directory.toString('latin1', at + 46, at + 46 + nameBytes) === PROPERTIES) return contentOf(file, directory.subarray(at))
    at += 46 + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return null
}

function contentOf(file: number, entry: Buffer): string | null {
  const packedBytes = entry.readUInt32LE(20)
  const offset = entry.readUInt32LE(42)
  const head = bytesAt(file, offset, 30)
  if (packedBytes > PROPERTIES_BYTES_AT_MOST || head.readUInt32LE(0) !== LOCAL) return null
  const packed = bytesAt(file, offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28), packedBytes)
  const bytes = entry.readUInt16LE(10) === 0 ? packed : inflateRawSync(packed, { maxOutputLength: PROPERTIES_BYTES_AT_MOST })
  return bytes.toString('utf8')
}

function bytesAt(file: number, offset: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  return bytes.subarray(0, readSync(file, bytes, 0, length, offset))
}
