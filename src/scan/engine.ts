import { createRequire } from 'node:module'
import type { ScanSymbol, ScanWord } from '../../parsers/formats/scan/scan-word.ts'
import { withOrdinal } from '../../parsers/formats/scan/word-shapes.ts'
import { ocrChoice, type TrainedLanguage, trainedData, USUAL_OCR } from './ocr-choice.ts'
import { PAGE_MODES, type Recognise, toPgm } from './recognise.ts'
import { programReader } from './tesseract-program.ts'

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

const require = createRequire(import.meta.url)
const engines = new Map<string, Promise<Recognise>>()

/** This thread's engine for what `--ocr` named: started when the first page asks for it and kept. Our own takes some 100 MB. */
export function openEngine(ocr: string = USUAL_OCR): Promise<Recognise> {
  const known = engines.get(ocr)
  if (known) return known
  const choice = ocrChoice(ocr)
  const opened = choice.by === 'engine' ? startEngine(choice.languages) : Promise.resolve(programReader(choice.languages))
  engines.set(ocr, opened)
  return opened
}

/** Our own engine, offline, with these languages' data. */
async function startEngine(languages: readonly TrainedLanguage[]): Promise<Recognise> {
  // Plain SIMD: the other builds give the same words, and this one the same on every machine.
  const core = (await require('tesseract.js-core/tesseract-core-simd-lstm')({})) as Core
  for (const language of languages) core.FS.writeFile(`${language.name}.traineddata`, trainedData(language))
  const names = languages.map(({ name }) => name).join('+')
  const api = new core.TessBaseAPI()
  if (api.Init(null, names, LSTM_ONLY) !== 0) throw new Error(`The engine of text recognition could not be started with ${names}.`)
  return async (picture, layout, dpi) => {
    api.SetVariable('tessedit_pageseg_mode', PAGE_MODES[layout])
    api.SetVariable('user_defined_dpi', String(dpi))
    core.FS.writeFile('/input', toPgm(picture))
    api.SetImageFile(1, 0)
    api.Recognize(null)
    return wordsOf(JSON.parse(api.GetJSONText()) as Recognised)
  }
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
