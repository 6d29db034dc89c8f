import type { PageScan } from '../../../schema/document.ts'
import type { Edge, PageContent, Word } from '../pdf/page-content.ts'
import { findRules, type Rule } from './find-rules.ts'
import { toInk } from './ink.ts'
import { lostWords } from './lost-words.ts'
import { type Gray, type Ink, soften } from './picture.ts'
import { evenSizes, isScanWord, POINTS, SCAN_DPI, type ScanTools, type ScanWord, toPageWord } from './scan-word.ts'
import { skewOf } from './skew.ts'
import { whiten } from './whiten.ts'
import { inkWithoutRules, wipeRules } from './wipe-rules.ts'

/** A scanned page with what was read on it. */
export interface ScanReading extends PageContent {
  scan: PageScan
}

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
  if (!straight) return null
  const picture = cleaned(straight)
  const edges = straight.rules.map(toEdge)
  const first = (await tools.recognise(picture, 'page', SCAN_DPI)).filter(isScanWord)
  const { words, unread } = await lostWords({ edges, words: first, picture, ink: inkWithoutRules(straight.ink, straight.rules) }, tools)
  const letters = words.reduce((sum, { text }) => sum + text.length, 0)
  const certainty = words.reduce((sum, word) => sum + word.text.length * word.confidence, 0) / (100 * Math.max(1, letters))
  return { ...content, words: evenSizes(words).map(toPageWord), edges, scan: { certainty, unread } }
}

/** A page that is a picture with its text laid behind it by whoever scanned it: its rules are looked for in the picture, and its text is set straight with it. Null where it cannot be drawn. */
export async function ruleScannedPage(content: PageContent, tools: ScanTools): Promise<ScanReading | null> {
  const straight = await straighten(content, tools)
  if (!straight) return null
  const edges = straight.rules.map(toEdge)
  // What copiers read rules as.
  const words = content.words.filter(({ text }) => !/^[|¦_]+$/u.test(text)).map((word) => turned(word, -straight.skew, content))
  const picture = cleaned(straight)
  const known = words.map(toScanWord)
  const ink = inkWithoutRules(straight.ink, straight.rules)
  const again = await lostWords({ edges, words: known, picture, ink }, tools, true)
  const kept = words.map((word, index) => ({ ...word, text: again.words[index]?.text ?? word.text }))
  const found = again.words.slice(words.length).map(toPageWord)
  // Whoever scanned it does not say how sure its words are.
  return { ...content, words: [...kept, ...found], edges, scan: { certainty: 1, unread: again.unread } }
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

function toScanWord({ text, x0, top, x1, bottom, base, size }: Word): ScanWord {
  const pixel = (points: number): number => Math.round(points / POINTS)
  return { text, x0: pixel(x0), y0: pixel(top), x1: pixel(x1), y1: pixel(bottom), confidence: 90, base: base / POINTS, size: size / POINTS }
}
