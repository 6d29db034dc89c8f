import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'
import type { Gray } from '../../parsers/formats/scan/picture.ts'
import type { ScanSymbol, ScanWord } from '../../parsers/formats/scan/scan-word.ts'
import { withOrdinal } from '../../parsers/formats/scan/word-shapes.ts'

/** Reads the words in a picture. */
export type Recognise = (picture: Gray, layout: 'page' | 'block', dpi: number) => ScanWord[]

/** What tesseract.js-core gives of a recognised picture, as far as it is used. */
interface Recognised {
  blocks: { paragraphs: { lines: RecognisedLine[] }[] }[] | null
}

interface RecognisedLine {
  baseline: { x0: number; y0: number; x1: number; y1: number }
  rowAttributes: { rowHeight: number }
  words: { text: string; confidence: number; bbox: PixelCorners; symbols: { text: string; bbox: PixelCorners }[] }[]
}

interface PixelCorners {
  x0: number
  y0: number
  x1: number
  y1: number
}

/** The engine's C++ interface, as Emscripten exposes it. */
interface Core {
  FS: { writeFile(path: string, bytes: Uint8Array): void }
  TessBaseAPI: new () => {
    Init(path: string | null, language: string, mode: number): number
    SetVariable(name: string, value: string): boolean
    SetImageFile(exif: number, angle: number): void
    Recognize(monitor: null): number
    GetJSONText(): string
  }
}

/** The engine that reads lines by a neural network alone. */
const LSTM_ONLY = 1
/** Tesseract's page segmentation modes: a whole page with its columns, and one block. */
const MODES = { page: '3', block: '6' }

const require = createRequire(import.meta.url)
let engine: Promise<Recognise> | null = null

/** This thread's engine: English, from a package's own data, started when the first page asks for it and kept. It takes some 100 MB. */
export function openEngine(): Promise<Recognise> {
  engine ??= startEngine()
  return engine
}

async function startEngine(): Promise<Recognise> {
  // Plain SIMD: the other builds give the same words, and this one the same on every machine.
  const core = (await require('tesseract.js-core/tesseract-core-simd-lstm')({})) as Core
  const data = require.resolve('@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz')
  core.FS.writeFile('eng.traineddata', gunzipSync(readFileSync(data)))
  const api = new core.TessBaseAPI()
  if (api.Init(null, 'eng', LSTM_ONLY) !== 0) throw new Error('The engine of text recognition could not be started.')
  return (picture, layout, dpi) => {
    api.SetVariable('tessedit_pageseg_mode', MODES[layout])
    api.SetVariable('user_defined_dpi', String(dpi))
    core.FS.writeFile('/input', toPgm(picture))
    api.SetImageFile(1, 0)
    api.Recognize(null)
    return wordsOf(JSON.parse(api.GetJSONText()) as Recognised)
  }
}

/** A picture as a portable graymap, which the engine reads without unpacking. */
function toPgm({ width, height, data }: Gray): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), data])
}

function wordsOf({ blocks }: Recognised): ScanWord[] {
  const lines = (blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.lines))
  return lines.flatMap(({ baseline, rowAttributes, words }) => {
    const slope = baseline.x1 > baseline.x0 ? (baseline.y1 - baseline.y0) / (baseline.x1 - baseline.x0) : 0
    return words.flatMap(({ text, confidence, bbox, symbols }): ScanWord[] => {
      const base = baseline.y0 + slope * ((bbox.x0 + bbox.x1) / 2 - baseline.x0)
      const read = withOrdinal(
        text.trim(),
        symbols.map((symbol): ScanSymbol => ({ text: symbol.text, y0: symbol.bbox.y0, y1: symbol.bbox.y1 })),
      )
      return read === '' ? [] : [{ text: read, ...bbox, confidence, base, size: rowAttributes.rowHeight }]
    })
  })
}
