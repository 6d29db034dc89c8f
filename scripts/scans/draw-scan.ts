import { type Canvas, createCanvas } from '@napi-rs/canvas'
import PDFDocument from 'pdfkit'
import { toGray } from '../../parsers/formats/scan/picture.ts'
import type { ScanWord } from '../../parsers/formats/scan/scan-word.ts'
import { withPdf } from '../../src/canvas/open-pdf.ts'
import { openEngine } from '../../src/scan/engine.ts'

/** How a paper goes through a scanner. */
export interface ScanLook {
  dpi: number
  /** Degrees clockwise that the sheet lies askew by; each page by another share of it. */
  skew: number
  /** Two tones instead of grey. */
  twoTones: boolean
  /** How far a pixel's tone strays, of 255. */
  noise: number
  /** Whether the words that text recognition finds in the picture are laid over it without ink, as copiers do that make PDFs one can search. */
  layer: boolean
}

/** A copier in an office: grey, slightly askew. */
export const OFFICE_COPIER: ScanLook = { dpi: 200, skew: 0.6, twoTones: false, noise: 10, layer: false }

const JPEG_QUALITY = 70
const THRESHOLD = 160
/** The text rendering mode of PDF that draws nothing. */
const WITHOUT_INK = '3 Tr'

/** A PDF of pictures of another's pages, as a scanner makes it. The same bytes on each run. */
export function drawScan(bytes: Uint8Array, look: ScanLook): Promise<Buffer> {
  return withPdf(bytes, { password: undefined, megabytes: 1024 }, async (file) => {
    const pdf = new PDFDocument({ autoFirstPage: false, info: { CreationDate: new Date(0) } })
    const chunks: Buffer[] = []
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    const random = generator(file.pages)
    for (let number = 1; number <= file.pages; number++) {
      const page = await file.page(number)
      const { width, height } = page.getViewport({ scale: 1 })
      const share = number % 2 ? 1 : -0.5
      const drawn = await file.draw(page, look.dpi / 72, (canvas) => worn(turned(canvas, look.skew * share), look, random))
      const canvas = drawn.taken
      pdf.addPage({ size: [width, height], margin: 0 })
      pdf.image(look.twoTones ? await canvas.encode('png') : await canvas.encode('jpeg', JPEG_QUALITY), 0, 0, { width, height })
      if (look.layer) layWords(pdf, await wordsIn(canvas, look.dpi), 72 / look.dpi)
    }
    const ended = new Promise((resolve) => pdf.on('end', resolve))
    pdf.end()
    await ended
    return Buffer.concat(chunks)
  })
}

/** What the engine reads in a picture as it is: its rules are not taken out, no cell is looked at twice, and all that it takes for words stays. */
async function wordsIn(canvas: Canvas, dpi: number): Promise<ScanWord[]> {
  const { width, height } = canvas
  const picture = toGray(canvas.getContext('2d').getImageData(0, 0, width, height).data, width, height)
  return (await openEngine())(picture, 'page', dpi)
}

/** Words without ink, each as wide as it is in the picture. */
function layWords(pdf: PDFKit.PDFDocument, words: readonly ScanWord[], points: number): void {
  pdf.font('Helvetica')
  pdf.addContent(WITHOUT_INK)
  for (const { text, x0, x1, base, size } of words) {
    pdf.fontSize(Math.max(4, size * points))
    const horizontalScaling = (100 * (x1 - x0 + 1) * points) / Math.max(1, pdf.widthOfString(text))
    pdf.text(text, x0 * points, base * points, { lineBreak: false, baseline: 'alphabetic', horizontalScaling } as PDFKit.Mixins.TextOptions)
  }
}

function turned(canvas: Canvas, degrees: number): Canvas {
  const sheet = createCanvas(canvas.width, canvas.height)
  const context = sheet.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, sheet.width, sheet.height)
  context.translate(sheet.width / 2, sheet.height / 2)
  context.rotate((degrees * Math.PI) / 180)
  context.drawImage(canvas, -canvas.width / 2, -canvas.height / 2)
  return sheet
}

/** The sheet in grey or two tones, with noise. */
function worn(canvas: Canvas, { twoTones, noise }: ScanLook, random: () => number): Canvas {
  const context = canvas.getContext('2d')
  const picture = context.getImageData(0, 0, canvas.width, canvas.height)
  const { data } = picture
  for (let at = 0; at < data.length; at += 4) {
    const gray = (data[at] ?? 0) * 0.3 + (data[at + 1] ?? 0) * 0.59 + (data[at + 2] ?? 0) * 0.11
    const noisy = gray * 0.94 + 6 + (random() - 0.5) * 2 * noise
    const tone = twoTones ? (noisy < THRESHOLD ? 0 : 255) : noisy
    data.fill(tone, at, at + 3)
  }
  context.putImageData(picture, 0, 0)
  return canvas
}

/** Numbers from 0 to 1 that look random and are the same on each run (Marsaglia's xorshift). */
function generator(seed: number): () => number {
  let state = seed * 2654435761 + 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}
