import { DocumentError } from '../../schema/errors.ts'

/** Formats of pictures that are read as scanned pages, by their first bytes. */
const SIGNATURES: readonly (readonly [mediaType: PictureType, bytes: readonly number[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['image/tiff', [0x4d, 0x4d, 0x00, 0x2a]],
]
type PictureType = 'image/png' | 'image/jpeg' | 'image/tiff'

/** The longer side of A4 in points: a photo says nothing of how large the paper was. */
const LONG_SIDE = 842
/** More are not a photo of a page: A3 at 600 dots an inch has 70 million. */
const MOST_PIXELS = 120_000_000

/** What a picture is, by its first bytes; null for any other file. */
export function pictureType(bytes: Uint8Array): PictureType | null {
  return SIGNATURES.find(([, start]) => start.every((byte, at) => bytes[at] === byte))?.[0] ?? null
}

/**
 * A picture as a PDF with a page for it, each the size of A4, so that it is read, drawn and marked as a scan is; of a TIFF the first
 * `mostPages` pictures. @throws DocumentError `damaged` or `too-large`.
 */
export async function pictureToPdf(bytes: Uint8Array, type: PictureType, mostPages = Number.POSITIVE_INFINITY): Promise<Uint8Array> {
  const pictures = type === 'image/tiff' ? await tiffToPngs(bytes, mostPages) : [checked(bytes, type)]
  const { default: PDFDocument } = await import('pdfkit')
  const pdf = new PDFDocument({ autoFirstPage: false, info: { CreationDate: new Date(0) } })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((done) => pdf.on('end', done))
  try {
    for (const { picture, width, height } of pictures) {
      const scale = LONG_SIDE / Math.max(width, height)
      const size: [number, number] = [width * scale, height * scale]
      pdf.addPage({ size, margin: 0 })
      pdf.image(Buffer.from(picture.buffer, picture.byteOffset, picture.byteLength) as unknown as ArrayBuffer, 0, 0, {
        width: size[0],
        height: size[1],
      })
    }
  } catch (error) {
    throw damaged(error)
  }
  pdf.end()
  await ended
  return new Uint8Array(Buffer.concat(chunks))
}

interface Picture {
  picture: Uint8Array
  width: number
  height: number
}

function checked(picture: Uint8Array, type: PictureType): Picture {
  const size = type === 'image/png' ? pngSize(picture) : jpegSize(picture)
  if (!size || size.width < 1 || size.height < 1) throw damaged(new Error('it does not say how large it is'))
  refuseHuge(size)
  return { picture, ...size }
}

function refuseHuge({ width, height }: { width: number; height: number }): void {
  if (width * height <= MOST_PIXELS) return
  throw new DocumentError('too-large', `The picture has ${width} by ${height} pixels. Save it with fewer and import that.`)
}

/** By the head of a PNG (its IHDR, which comes first). */
function pngSize(bytes: Uint8Array): { width: number; height: number } | null {
  if (bytes.length < 24 || new TextDecoder('latin1').decode(bytes.subarray(12, 16)) !== 'IHDR') return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** By the first frame of a JPEG (its SOF marker). */
function jpegSize(bytes: Uint8Array): { width: number; height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return null
}

/** The pictures of a TIFF, a page each, as PNGs. */
async function tiffToPngs(bytes: Uint8Array, mostPages: number): Promise<Picture[]> {
  const { default: UTIF } = await import('utif2')
  const { createCanvas } = await import('@napi-rs/canvas')
  const buffer = bytes.slice().buffer
  try {
    const pages = UTIF.decode(buffer).filter(({ t256, t257 }) => t256 !== undefined && t257 !== undefined)
    return pages.slice(0, mostPages).map((page) => {
      refuseHuge({ width: Number((page.t256 as number[])[0]), height: Number((page.t257 as number[])[0]) })
      UTIF.decodeImage(buffer, page)
      const { width, height } = page
      const canvas = createCanvas(width, height)
      const context = canvas.getContext('2d')
      const data = context.createImageData(width, height)
      data.data.set(UTIF.toRGBA8(page))
      context.putImageData(data, 0, 0)
      const picture = new Uint8Array(canvas.toBuffer('image/png'))
      canvas.width = 1
      canvas.height = 1
      return { picture, width, height }
    })
  } catch (error) {
    throw error instanceof DocumentError ? error : damaged(error)
  }
}

function damaged(error: unknown): DocumentError {
  const words = error instanceof Error ? error.message : String(error)
  return new DocumentError('damaged', `The picture could not be read: ${words}. Fetch it again from where it was published.`, {
    cause: error,
  })
}
