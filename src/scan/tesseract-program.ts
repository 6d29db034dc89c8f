import { execFile, spawnSync } from 'node:child_process'
import type { PixelBox } from '../../parsers/formats/scan/picture.ts'
import type { ScanSymbol, ScanWord } from '../../parsers/formats/scan/scan-word.ts'
import { withOrdinal } from '../../parsers/formats/scan/word-shapes.ts'
import { UsageError } from '../../schema/errors.ts'
import { PAGE_MODES, type Recognise, toPgm } from './recognise.ts'

const PROGRAM = 'tesseract'
/** Each reading thread has one process, which is to hold one core; a page takes seconds. */
const ENVIRONMENT = { ...process.env, OMP_THREAD_LIMIT: '1' }
const LONGEST_MS = 120_000
const MOST_BYTES = 2 ** 27

/** Throws `UsageError` where the program or one of its languages is not installed. */
export function checkProgram(languages: string): void {
  const { status, stdout, stderr } = spawnSync(PROGRAM, ['--list-langs'], { encoding: 'utf8' })
  if (status !== 0)
    throw new UsageError('--ocr tesseract: there is no program of that name. Install it (Debian: apt-get install tesseract-ocr).')
  const there = new Set(`${stdout}\n${stderr}`.split('\n').map((line) => line.trim()))
  const missing = languages.split('+').filter((language) => !there.has(language))
  if (missing.length > 0) {
    throw new UsageError(
      `--ocr tesseract: it has no data for "${missing.join('+')}". Install it (Debian: apt-get install tesseract-ocr-${missing[0]}).`,
    )
  }
}

/** Reads pictures by the program `tesseract`, a process a picture. */
export function programReader(languages: string): Recognise {
  return (picture, layout, dpi) =>
    new Promise((done, failed) => {
      const format = ['-c', 'hocr_char_boxes=1', '-c', 'tessedit_create_hocr=1']
      const child = execFile(
        PROGRAM,
        ['stdin', 'stdout', '-l', languages, '--oem', '1', '--psm', PAGE_MODES[layout], '--dpi', String(dpi), ...format],
        { env: ENVIRONMENT, timeout: LONGEST_MS, maxBuffer: MOST_BYTES, encoding: 'utf8' },
        (error, stdout) => (error ? failed(error) : done(wordsOfHocr(stdout))),
      )
      // It may end before it has read all, which its exit code says.
      child.stdin?.on('error', () => {})
      child.stdin?.end(toPgm(picture))
    })
}

/** An element of hOCR: what it is, its properties, and the text that follows at once. */
const ELEMENT = /<span class='(?<kind>\w+)'[^>]*? title=(?:"(?<double>[^"]*)"|'(?<single>[^']*)')[^>]*>(?<text>[^<]*)/gu
const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }

/** The words of a page in hOCR, letter by letter, each on its line's base. */
export function wordsOfHocr(hocr: string): ScanWord[] {
  const words: { title: string; line: string; symbols: ScanSymbol[] }[] = []
  let line = ''
  for (const { groups = {} } of hocr.matchAll(ELEMENT)) {
    const { kind, text = '' } = groups
    const title = groups.double ?? groups.single ?? ''
    if (kind === 'ocrx_word') words.push({ title, line, symbols: [] })
    else if (kind === 'ocrx_cinfo') {
      const [, y0, , y1] = boxOf('x_bboxes', title)
      words.at(-1)?.symbols.push({ text: text.replaceAll(/&#?\w+;/gu, (entity) => ENTITIES[entity] ?? entity), y0, y1 })
    } else line = title
  }
  return words.flatMap(toWord)
}

function toWord({ title, line, symbols }: { title: string; line: string; symbols: ScanSymbol[] }): ScanWord[] {
  const letters = symbols.map((symbol) => symbol.text).join('')
  const text = withOrdinal(letters.trim(), symbols)
  if (text === '') return []
  const [x0, y0, x1, y1] = boxOf('bbox', title)
  const [left, , , foot] = boxOf('bbox', line)
  const [slope = 0, offset = 0] = numbersOf('baseline', line)
  const base = foot + offset + slope * ((x0 + x1) / 2 - left)
  const [[confidence = 0], [size = 0]] = [numbersOf('x_wconf', title), numbersOf('x_size', line)]
  return [{ text, x0, y0, x1, y1, confidence, base, size }]
}

/** The numbers after a name in an hOCR title: "bbox 1 2 3 4; x_wconf 93". */
function numbersOf(name: string, title: string): number[] {
  const property = title.split(';').find((part) => part.trim().startsWith(`${name} `))
  return (property?.trim().split(' ').slice(1) ?? []).map(Number)
}

function boxOf(name: string, title: string): PixelBox {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = numbersOf(name, title)
  return [x0, y0, x1, y1]
}
