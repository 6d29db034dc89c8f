import type { PageScan } from '../../../schema/document.ts'
import type { Edge, PageContent, Word } from '../pdf/page/page-content.ts'
import { boldWords } from './bold-words.ts'
import { completeRules } from './broken-rules.ts'
import { findRules, type Rule } from './find-rules.ts'
import { toInk } from './ink.ts'
import { partRows } from './joined-rows.ts'
import { isLaidOn } from './laid-words.ts'
import { lostWords } from './lost-words.ts'
import { type Gray, type Ink, type PixelBox, soften } from './picture.ts'
import { evenSizes, isScanWord, POINTS, SCAN_DPI, type ScanTools, toPageWord, usualSize } from './scan-word.ts'
import { skewOf } from './skew.ts'
import { whiten } from './whiten.ts'
import { inkWithoutRules, wipeRules } from './wipe-rules.ts'

/** A scanned page with what was read on it. */
export interface ScanReading extends PageContent {
  scan: PageScan
  /** Whether its words are those that somebody laid over the picture. */
  layered: boolean
}

/** A header's rule and a footer's make no table. */
const LEAST_TABLE_RULES = 3

/** A page's picture set straight: grey, its ink and its rules. */
interface Straight {
  picture: Gray
  ink: Ink
  rules: Rule[]
  /** How far the page was turned, in degrees clockwise. */
  skew: number
}

/** A page that is a picture, read: its words with their boxes and its rules, as an interpreted page would have them. Null where it cannot be drawn. */
export async function readScannedPage(content: PageContent, tools: ScanTools): Promise<ScanReading | null> {
  const straight = await straighten(content, tools)
  return straight && readStraight(content, straight, tools)
}

/**
 * A page that is a picture with its text laid over it by whoever scanned it. What is laid there runs from one cell of a table
 * into the next and loses single digits, since copiers know of no rules: a page with rules is read anew, and so is one whose
 * text leaves ink out or lies where none is. Else that text is kept, set straight with the picture; and so is a text of which
 * the picture shows less than half. Null where it cannot be drawn.
 */
export async function readLayeredPage(content: PageContent, tools: ScanTools): Promise<ScanReading | null> {
  const straight = await straighten(content, tools)
  if (!straight) return null
  const words = content.words.map((word) => turned(word, -straight.skew, content))
  const ink = inkWithoutRules(straight.ink, straight.rules)
  if (straight.rules.length >= LEAST_TABLE_RULES || !isLaidOn(words.map(toPixels), ink)) {
    const anew = await readStraight(content, straight, tools)
    if (lettersOf(anew) >= lettersOf(content) * LEAST_ANEW) return anew
  }
  // Whoever scanned it does not say how sure its words are.
  return { ...content, words, edges: straight.rules.map(toEdge), scan: { certainty: 1, unread: [], joined: [] }, layered: true }
}

/** So large a share of the letters that were laid over a picture must be found in it, or it shows something else. */
const LEAST_ANEW = 0.5
const lettersOf = ({ words }: Pick<PageContent, 'words'>) => words.reduce((sum, { text }) => sum + text.length, 0)

async function readStraight(content: PageContent, straight: Straight, tools: ScanTools): Promise<ScanReading> {
  const picture = cleaned(straight)
  const first = (await tools.recognise(picture, 'page', SCAN_DPI)).filter(isScanWord)
  const ink = inkWithoutRules(straight.ink, straight.rules)
  const usual = usualSize(first)
  const { edges, doubtful } = completeRules(straight.rules.map(toEdge), ink, usual)
  const { words, unread } = await lostWords({ edges, words: first, picture, ink, usual }, tools)
  const letters = words.reduce((sum, { text }) => sum + text.length, 0)
  const certainty = words.reduce((sum, word) => sum + word.text.length * word.confidence, 0) / (100 * Math.max(1, letters))
  const evened = evenSizes(words)
  const bold = boldWords(evened, ink)
  const read = { ...content, words: evened.map((word) => toPageWord(word, bold.has(word))), edges }
  const { edges: parted, joined } = partRows(read, ink, usual)
  return { ...read, edges: parted, scan: { certainty, unread: [...unread, ...doubtful], joined }, layered: false }
}

async function straighten(content: PageContent, tools: ScanTools): Promise<Straight | null> {
  const drawn = await tools.draw(content, 0)
  if (!drawn) return null
  const skew = skewOf(toInk(drawn))
  const turned = skew === 0 ? drawn : await tools.draw(content, -skew)
  if (!turned) return null
  const picture = soften(turned)
  const ink = toInk(picture)
  return { picture, ink, rules: findRules(ink, SCAN_DPI), skew }
}

function cleaned({ picture, ink, rules }: Straight): Gray {
  const clean = whiten(picture, ink)
  wipeRules(clean, ink, rules)
  return clean
}

function toEdge({ across, x0, y0, x1, y1 }: Rule): Edge {
  return across
    ? { across, at: ((y0 + y1 + 1) / 2) * POINTS, from: x0 * POINTS, to: (x1 + 1) * POINTS }
    : { across, at: ((x0 + x1 + 1) / 2) * POINTS, from: y0 * POINTS, to: (y1 + 1) * POINTS }
}

/** A word moved as the page is turned round its middle, upright all the same. */
function turned(word: Word, degrees: number, { width, height }: PageContent): Word {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  const [x, y] = [(word.x0 + word.x1) / 2 - width / 2, word.base - height / 2]
  const [right, down] = [x * cos - y * sin - x, x * sin + y * cos - y]
  return {
    ...word,
    ...{ x0: word.x0 + right, x1: word.x1 + right, top: word.top + down, bottom: word.bottom + down, base: word.base + down },
    hidden: false,
  }
}

const toPixels = ({ x0, top, x1, bottom }: Word): PixelBox => {
  const pixel = (points: number): number => Math.round(points / POINTS)
  return [pixel(x0), pixel(top), pixel(x1), pixel(bottom)]
}
