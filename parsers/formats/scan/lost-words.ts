import type { Box } from '../../../schema/place.ts'
import type { Edge } from '../pdf/page/page-content.ts'
import { connectEdges, edgesToFrame } from '../pdf/rules/edges-to-frames.ts'
import { mergeEdges } from '../pdf/rules/merge-edges.ts'
import { inkPieces } from './ink-pieces.ts'
import { cropPicture, type Gray, type Ink, type PixelBox } from './picture.ts'
import { POINTS, SCAN_DPI, type ScanTools, type ScanWord } from './scan-word.ts'
import { withDot } from './word-shapes.ts'

/** A page on which words were read and some may be lost. */
export interface ScannedPage {
  edges: readonly Edge[]
  words: readonly ScanWord[]
  /** White paper without rules. */
  picture: Gray
  /** Its ink without that of rules. */
  ink: Ink
  /** The usual height of its lines, in pixels. */
  usual: number
}

/** What a second look at cells gave. */
export interface SecondLook {
  words: ScanWord[]
  /** Cells with ink that no word covers even so, as boxes in points. */
  unread: Box[]
}

/** A cell begins so far within its rules, in pixels, and a smaller one holds nothing. */
const WITHIN_PX = 3
const LEAST_CELL_PX = 8
/** Pieces of cells are read larger and in white, as if they were a page. */
const ZOOM = 2
const PAD = 0.5
/** A number alone is short of context: below this confidence it is read again. */
const SURE_NUMBER = 97
const LONGEST_NUMBER = 6
/** What is read again is taken though it is a little less sure. */
const LESS_SURE = 10
/** Words of a second look are kept at this confidence, a stroke or an ampersand alone at that; other signs are specks. */
const LEAST_SECOND = 40
const LEAST_STROKE = 60
/** Ink of a letter, beside the usual size, and in pixels. */
const LEAST_LETTER = 0.3
const LEAST_PIXELS = 10
/** A piece of ink is covered by a word that overlaps so much of it each way. */
const COVERED = 0.4
/** More than one line. */
const TALL = 1.9

/** Looks at each cell of each grid again: at numbers that were not read surely, and at ink that no word covers, single digits mostly. */
export async function lostWords(page: ScannedPage, tools: ScanTools): Promise<SecondLook> {
  const { usual } = page
  const words = page.words.map((word) => ({ ...word }))
  const found: ScanWord[] = []
  const unread: Box[] = []
  for (const cell of cellsOf(page.edges)) {
    const box = pixelsOf(cell)
    if (box[2] - box[0] < LEAST_CELL_PX || box[3] - box[1] < LEAST_CELL_PX) continue
    const inside = words.filter((word) => isWithin(word, box))
    const [only] = inside
    const isNumber = inside.length === 1 && only !== undefined && /\d/u.test(only.text) && only.text.length <= LONGEST_NUMBER
    if (isNumber) only.text = await numberAgain(only, box, page, usual, tools)
    const uncovered = uncoveredInk(page.ink, box, inside, LEAST_LETTER * usual)
    if (!uncovered) continue
    const again = await readAgain(uncovered, page, usual, tools)
    found.push(...again)
    if (uncoveredInk(page.ink, box, [...inside, ...again], LEAST_LETTER * usual)) unread.push(cell)
  }
  return { words: [...words, ...found], unread }
}

async function numberAgain(word: ScanWord, box: PixelBox, page: ScannedPage, usual: number, tools: ScanTools): Promise<string> {
  let { text } = word
  if (word.confidence < SURE_NUMBER) {
    const around: PixelBox = [
      Math.max(box[0], word.x0 - 4),
      Math.max(box[1], word.y0 - 4),
      Math.min(box[2], word.x1 + 4),
      Math.min(box[3], word.y1 + 4),
    ]
    const [best, ...rest] = await tools.recognise(
      cropPicture(page.picture, around, Math.round(0.6 * usual), ZOOM),
      'block',
      SCAN_DPI * ZOOM,
    )
    if (best && rest.length === 0 && best.confidence >= word.confidence - LESS_SURE && /\d/u.test(best.text)) text = best.text
  }
  return /^\d{2,3}$/u.test(text) ? withDot({ ...word, text }, page.ink) : text
}

async function readAgain(box: PixelBox, page: ScannedPage, usual: number, tools: ScanTools): Promise<ScanWord[]> {
  const [x0, y0, , y1] = box
  const pad = Math.round(PAD * usual)
  const isTall = y1 - y0 + 1 > TALL * usual
  const read = await tools.recognise(cropPicture(page.picture, box, pad, ZOOM), 'block', SCAN_DPI * ZOOM)
  const back = (value: number, from: number): number => from + (value - pad * ZOOM) / ZOOM
  return read.filter(isSureEnough).map((word) => ({
    ...word,
    ...{ x0: back(word.x0, x0), x1: back(word.x1, x0), y0: back(word.y0, y0), y1: back(word.y1, y0) },
    base: isTall ? back(word.base, y0) : y1,
    size: Math.min(usual, word.size / ZOOM || usual),
  }))
}

function isSureEnough({ text, confidence }: ScanWord): boolean {
  if (/[\p{L}\p{N}]/u.test(text)) return confidence >= LEAST_SECOND
  return /^[/&]$/u.test(text) && confidence >= LEAST_STROKE
}

/** The box round the letters of a cell that no word covers: pieces of ink that are high enough for a letter, and no specks. */
function uncoveredInk(ink: Ink, box: PixelBox, words: readonly ScanWord[], least: number): PixelBox | null {
  const pieces = inkPieces(ink, box)
    .filter(({ box: [, top, , bottom], pixels }) => bottom - top + 1 >= least && pixels >= LEAST_PIXELS)
    .filter((piece) => !words.some((word) => covers(word, piece.box)))
  if (pieces.length === 0) return null
  return pieces
    .map((piece) => piece.box)
    .reduce((a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])])
}

function covers(word: ScanWord, [x0, y0, x1, y1]: PixelBox): boolean {
  const across = Math.min(word.x1 + 2, x1) - Math.max(word.x0 - 2, x0)
  const down = Math.min(word.y1 + 3, y1) - Math.max(word.y0 - 3, y0)
  return across > COVERED * (x1 - x0) && down > COVERED * (y1 - y0)
}

function isWithin({ x0, y0, x1, y1 }: ScanWord, [left, top, right, bottom]: PixelBox): boolean {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2]
  return x > left && x < right && y > top && y < bottom
}

const pixelsOf = ([x0, top, x1, bottom]: Box): PixelBox => [
  Math.round(x0 / POINTS) + WITHIN_PX,
  Math.round(top / POINTS) + WITHIN_PX,
  Math.round(x1 / POINTS) - WITHIN_PX,
  Math.round(bottom / POINTS) - WITHIN_PX,
]

/** The cells of all grids, those without a rule between put together along a row. */
function cellsOf(edges: readonly Edge[]): Box[] {
  return connectEdges(mergeEdges(edges)).flatMap((group) => {
    const frame = edgesToFrame(group)
    return frame ? rowsOf(frame.ys).flatMap(([top, bottom]) => cellsOfRow(frame.xs, top, bottom, group)) : []
  })
}

function rowsOf(ys: readonly number[]): [top: number, bottom: number][] {
  return ys.slice(1).map((bottom, index) => [ys[index] ?? 0, bottom])
}

function cellsOfRow(xs: readonly number[], top: number, bottom: number, edges: readonly Edge[]): Box[] {
  const cells: Box[] = []
  let from = xs[0] ?? 0
  for (const [index, x] of xs.entries()) {
    const isCut =
      index === xs.length - 1 ||
      edges.some((edge) => !edge.across && Math.abs(edge.at - x) < 3 && edge.from <= top + 3 && edge.to >= bottom - 3)
    if (index === 0 || !isCut) continue
    cells.push([from, top, x, bottom])
    from = x
  }
  return cells
}
