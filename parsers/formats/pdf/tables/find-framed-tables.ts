import type { Box } from '../../../../schema/place.ts'
import { bandsToFrames } from '../frames/bands-to-frames.ts'
import { boxesToFrames } from '../frames/boxes-to-frames.ts'
import { extendFrame } from '../frames/extend-frame.ts'
import { fillsToFrames } from '../frames/fills-to-frames.ts'
import { headsToFrames } from '../frames/heads-to-frames.ts'
import { joinPieces } from '../frames/join-pieces.ts'
import { stackRules } from '../frames/stack-rules.ts'
import { stripsToFrames } from '../frames/strips-to-frames.ts'
import { wordsToLines } from '../lines/words-to-lines.ts'
import { areaOf, overlapArea, standsIn } from '../page/boxes.ts'
import type { Edge, PageContent, Word } from '../page/page-content.ts'
import type { Frame } from '../rules/edges-to-frames.ts'
import { connectEdges, edgesToFrame, frameBox } from '../rules/edges-to-frames.ts'
import { isInChart } from '../rules/find-charts.ts'
import type { PageRules } from '../rules/page-rules.ts'
import { frameToTable } from './frame-to-table.ts'
import { hasBars } from './has-bars.ts'
import type { PageTable } from './page-table.ts'

/** A frame that takes more of the page than this, with everything in one cell, goes round the page. */
const PAGE_SHARE = 0.6
/** Of many cells of a table at least this share has text; of a chart's grid hardly one. */
const MANY_CELLS = 20
const FILLED_SHARE = 0.12
/** A grid inside of a frame has so many borders each way; it lies in it with so much of itself, and takes less of it. */
const GRID_BORDERS_LEAST = 4
const INSIDE_SHARE = 0.95
/** A frame is known as a table already where one takes more of it. */
const KNOWN_SHARE = 0.3
/** A frame of fewer points either way holds no text. */
const TABLE_MIN_PT = 8

/** The tables of a page that a lattice of rules or of filled cells frames. */
export function findLattices(content: PageContent, words: readonly Word[], { edges: rules, charts }: PageRules): PageTable[] {
  const groups = joinPieces(connectEdges(rules), words)
  const tables: PageTable[] = []
  const made = groups.map((group) => edgesToFrame(group))
  const single = made.flatMap((frame) => (frame && isBox(frame) ? [frameBox(frame)] : []))
  const frames = [...made, ...boxesToFrames(single)].map((frame) => ({ frame })).sort((a, b) => frameArea(b.frame) - frameArea(a.frame))
  for (const { frame } of frames) {
    if (!frame || !isNew(frameBox(frame), tables)) continue
    const made = frameToTable(frame, words, content, 'lattice')
    if (isTable(made, content) && !holdsGrid(made, frames) && !isInChart(made.box, charts)) tables.push(made)
  }
  return tables
}

/** The tables of a page that filled cells frame; those of shaded strips have white rows between, above and below. `words` are those outside of `others`. */
export function findFilledTables(
  content: PageContent,
  words: readonly Word[],
  others: readonly PageTable[],
  { edges, charts }: PageRules,
): PageTable[] {
  const tables: PageTable[] = []
  const add = (frame: Frame | null, evidence: 'lattice' | 'rules') => {
    if (!frame || !isNew(frameBox(frame), [...others, ...tables])) return
    const made = frameToTable(frame, words, content, evidence)
    if (isTable(made, content) && !isInChart(made.box, charts)) tables.push(made)
  }
  const upright = wordsToLines(
    words.filter((word) => word.turn === 0),
    content.page,
  )
  for (const frame of stripsToFrames(content.fills, upright)) add(extendFrame(frame, frame.xs, upright) ?? frame, 'rules')
  for (const frame of bandsToFrames(content.fills, words)) {
    if (isRuledBetween(frame, edges)) continue
    const { xs } = frameToTable(frame, words, content, 'rules')
    add(extendFrame(frame, xs, upright) ?? frame, 'rules')
  }
  for (const frame of headsToFrames(content.fills, upright)) add(frame, 'rules')
  for (const frame of fillsToFrames(content)) add(frame, 'lattice')
  return tables
}

/** The tables of a page that level rules alone frame; `words` and rules inside of `tables` are theirs. */
export function findRuledTables(
  content: PageContent,
  words: readonly Word[],
  tables: readonly PageTable[],
  { edges, charts }: PageRules,
): PageTable[] {
  const upright = words.filter((word) => word.turn === 0)
  const loose = edges.filter((edge) => edge.across && isNew([edge.from, edge.at - 1, edge.to, edge.at + 1], tables))
  const found: PageTable[] = []
  const frames = stackRules(loose, upright)
  for (const frame of frames) {
    if (!isNew(frameBox(frame), [...tables, ...found])) continue
    const inside = upright.filter((word) => !found.some((table) => standsIn(word, table.box)))
    const first = frameToTable(frame, inside, content, 'rules')
    const own = inside.filter((word) => !frames.some((other) => other !== frame && standsIn(word, frameBox(other))))
    const wider = extendFrame(frame, first.xs, wordsToLines(own, content.page))
    const made = wider ? frameToTable(wider, inside, content, 'rules') : first
    if (isTable(made, content) && !isInChart(made.box, charts)) found.push(made)
  }
  return found
}

/** Whether rules as long as a frame's bands are in the white between them: then those part the rows, and a band is a head. */
function isRuledBetween(frame: Frame, rules: readonly Edge[]): boolean {
  const [left, top, right, bottom] = frameBox(frame)
  const between = rules.filter(
    ({ across, at, from, to }) =>
      across &&
      at > top &&
      at < bottom &&
      Math.abs(from - left) + Math.abs(to - right) < BAND_END_PT &&
      !frame.ys.some((y) => Math.abs(y - at) < BAND_END_PT),
  )
  return between.length >= RULES_BETWEEN_LEAST
}
const BAND_END_PT = 4
const RULES_BETWEEN_LEAST = 2

/** Whether a frame is one cell with a rule on each side. */
const isBox = ({ xs, ys, open }: Frame) => xs.length === 2 && ys.length === 2 && !open.left && !open.right && !open.top && !open.bottom

/** Whether another grid of rules is inside of this one: then this one goes round a chart or a page. */
function holdsGrid(table: PageTable, frames: readonly { frame: Frame | null }[]): boolean {
  return frames.some(({ frame }) => {
    if (!frame || Math.min(frame.xs.length, frame.ys.length) < GRID_BORDERS_LEAST) return false
    const box = frameBox(frame)
    const own = areaOf(box)
    return own < INSIDE_SHARE * areaOf(table.box) && overlapArea(box, table.box) > INSIDE_SHARE * own
  })
}

const frameArea = (frame: Frame | null) => (frame ? areaOf(frameBox(frame)) : 0)

function isNew(box: Box, tables: readonly PageTable[]): boolean {
  const area = Math.max(1, areaOf(box))
  return !tables.some((table) => overlapArea(table.box, box) > KNOWN_SHARE * area)
}

/** Whether a grid with text is a table and not a layout: a border round a page, a box round a passage, the axes of a chart. */
function isTable(table: PageTable, content: PageContent): boolean {
  const [x0, top, x1, bottom] = table.box
  if (x1 - x0 < TABLE_MIN_PT || bottom - top < TABLE_MIN_PT) return false
  const filled = table.cells.filter((cell) => cell.words.length > 0)
  // Colours that differ say as much as words.
  const colours = new Set(table.cells.flatMap((cell) => (cell.words.length === 0 && cell.fill ? [cell.fill] : [])))
  const telling = colours.size > 1 ? table.cells.filter((cell) => cell.words.length > 0 || cell.fill) : filled
  const rows = new Set(telling.map((cell) => cell.row)).size
  const cols = new Set(telling.map((cell) => cell.col)).size
  if (filled.length < 2 || cols < 2) return false
  if (rows < 2 && table.evidence !== 'lattice') return false
  if (table.cells.length >= MANY_CELLS && filled.length < FILLED_SHARE * table.cells.length) return false
  const page = content.width * content.height
  if (filled.some((cell) => areaOf(cell.box) > PAGE_SHARE * page)) return false
  const drawn = content.drawings.filter((box) => overlapArea(box, table.box) > 0).length
  return drawn <= filled.length && !hasBars(table, content)
}
