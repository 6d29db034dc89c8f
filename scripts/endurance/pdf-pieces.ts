import { deflateSync, inflateSync } from 'node:zlib'

/** One numbered object of a PDF, without "obj" and "endobj"; each letter stands for a byte (Latin-1). */
export interface PdfObject {
  number: number
  body: string
}

/** A PDF taken apart: what a mutation works on. The cross-reference table is not kept, it is made anew. */
export interface PdfPieces {
  head: string
  objects: PdfObject[]
  /** The trailer's dictionary. */
  trailer: string
}

/** A stream of an object: its dictionary as it is, and its content unpacked. */
export interface PdfStream {
  dictionary: string
  content: string
}

const HEAD_LETTERS = 15

/** A PDF with a classic cross-reference table, as those of the fixtures are, taken apart. */
export function bytesToPieces(bytes: Uint8Array): PdfPieces {
  const text = Buffer.from(bytes).toString('latin1')
  const objects = [...text.matchAll(/(?<![\d.])(\d+) \d+ obj\b([\s\S]*?)\bendobj/gu)].map(([, number, body]) => ({
    number: Number(number),
    body: body ?? '',
  }))
  const trailer = /\btrailer\s*(<<[\s\S]*>>)\s*startxref/u.exec(text)?.[1] ?? ''
  return { head: text.slice(0, HEAD_LETTERS), objects, trailer }
}

/** The pieces put together as a file whose cross-reference table is right, whatever else is not. */
export function piecesToBytes({ head, objects, trailer }: PdfPieces): Buffer {
  let text = `${head}\n`
  const offsets = new Map<number, number>()
  for (const { number, body } of objects) {
    if (!offsets.has(number)) offsets.set(number, text.length)
    text += `${number} 0 obj${body}endobj\n`
  }
  const rows = [...offsets]
    .sort(([a], [b]) => a - b)
    .map(([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`)
  const table = `xref\n0 1\n0000000000 65535 f \n${rows.join('')}`
  return Buffer.from(`${text}${table}trailer\n${trailer}\nstartxref\n${text.length}\n%%EOF\n`, 'latin1')
}

/** The stream of an object, unpacked; null where it has none, or one that is not packed by deflate. */
export function streamOf(object: PdfObject): PdfStream | null {
  const found = /^([\s\S]*?)\bstream\r?\n([\s\S]*?)\r?\n?endstream/u.exec(object.body)
  if (!found) return null
  const [, dictionary = '', packed = ''] = found
  if (!dictionary.includes('/FlateDecode')) return dictionary.includes('/Filter') ? null : { dictionary, content: packed }
  try {
    return { dictionary, content: inflateSync(Buffer.from(packed, 'latin1')).toString('latin1') }
  } catch {
    return null
  }
}

/** The object's text with this content, packed again where its dictionary says that it is, and its length set right. */
export function withContent({ dictionary, content }: PdfStream): string {
  const bytes = Buffer.from(content, 'latin1')
  const packed = dictionary.includes('/FlateDecode') ? deflateSync(bytes) : bytes
  const measured = dictionary.replace(/\/Length\s+\d+(?:\s+\d+\s+R)?/u, `/Length ${packed.length}`)
  return `${measured}stream\n${packed.toString('latin1')}\nendstream\n`
}
