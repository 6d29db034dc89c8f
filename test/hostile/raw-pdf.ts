import { constants, deflateRawSync } from 'node:zlib'

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1')

/** A stream object; its length is written for it. */
export function stream(content: string | Uint8Array, entries = ''): Uint8Array {
  const bytes = typeof content === 'string' ? latin(content) : content
  return Buffer.concat([latin(`<< /Length ${bytes.length} ${entries} >>\nstream\n`), bytes, latin('\nendstream')])
}

/** A PDF of these objects, numbered from 1; the first is the catalog. Letters stand for bytes. */
export function rawPdf(objects: readonly (string | Uint8Array)[], trailer = ''): Uint8Array {
  const parts: Uint8Array[] = [latin('%PDF-1.7\n')]
  let at = 9
  const offsets = objects.map((object, index) => {
    const offset = at
    const body = typeof object === 'string' ? latin(object) : object
    for (const part of [latin(`${index + 1} 0 obj\n`), body, latin('\nendobj\n')]) {
      parts.push(part)
      at += part.length
    }
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  parts.push(
    latin(`xref\n0 ${size}\n0000000000 65535 f \n${table}trailer << /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`),
  )
  return Buffer.concat(parts)
}

/** A PDF of one page: its content is object 4, its font "F1" object 5, and `more` follows from 6. */
export function onePage(
  content: string | Uint8Array,
  { resources = '', page = '', catalog = '', more = [], filter = '' }: OnePage = {},
): Uint8Array {
  return rawPdf([
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${resources} >> ${page} >>`,
    stream(content, filter),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...more,
  ])
}

interface OnePage {
  /** Further entries of the page's resources, the page and the catalog. */
  resources?: string
  page?: string
  catalog?: string
  /** Objects from number 6 on. */
  more?: readonly (string | Uint8Array)[]
  /** Entries of the content's stream. */
  filter?: string
}

const BLOCK = 2 ** 20

/**
 * What a zlib reader unpacks to so many megabytes of one sign: one block, packed once and repeated, so that it takes no
 * time to make (RFC 1950, RFC 1951).
 */
export function bomb(size: number, sign = ' '): Uint8Array {
  const megabytes = Math.max(1, Math.round(size))
  const code = sign.charCodeAt(0)
  const block = deflateRawSync(Buffer.alloc(BLOCK, code), { finishFlush: constants.Z_FULL_FLUSH })
  const many = Buffer.alloc(block.length * megabytes)
  for (let at = 0; at < megabytes; at++) block.copy(many, at * block.length)
  const end = Buffer.alloc(6)
  end.writeUInt8(0x03, 0)
  end.writeUInt32BE(adlerOf(code, BigInt(megabytes) * BigInt(BLOCK)), 2)
  return Buffer.concat([Uint8Array.of(0x78, 0x9c), many, end])
}

/** The Adler-32 sum of one byte so many times: both of its parts are series that can be added up. */
function adlerOf(code: number, times: bigint): number {
  const modulus = 65521n
  const a = (1n + BigInt(code) * times) % modulus
  const b = (times + (BigInt(code) * times * (times + 1n)) / 2n) % modulus
  return Number((b << 16n) | a)
}
