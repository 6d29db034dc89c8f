import { colourName } from '../../../../schema/colours.ts'
import { firstFrom } from '../../passages/first-from.ts'
import { isMarkSized, middleOf, standsIn } from '../page/boxes.ts'
import type { Fill, PageContent, Word } from '../page/page-content.ts'
import { LEVEL_EM } from '../page/tolerances.ts'
import { findCharts, isInChart } from '../rules/find-charts.ts'
import { mergeEdges } from '../rules/merge-edges.ts'

/** The words that explain a mark begin no further from it than this, in parts of their size: in one line with others, and in columns of marks and words. */
const GAP_MOST_EM = 1.6
const COLUMN_GAP_MOST_EM = 4
/** The marks of one key are of one size, and are in one column, but for this much. */
const ALIKE_PT = 1
/** The lines of a key that is in a column follow each other within this many times their size. */
const NEXT_LINE_EM = 3.2
/** Nothing else is so close on the left of a mark in a column. */
const ALONE_EM = 1
/** A page of more marks than this is a map or a diagram. */
const MARKS_MOST = 400
/** Fewer entries make no key. */
const ENTRIES_LEAST = 2

/** A mark of a colour that has a name, with the first of the words on its right. */
interface Entry {
  mark: Fill
  name: string
  first: Word
  /** The end of what is on its left, at the same height. */
  leftEnd: number
}

/**
 * The colours of the keys that pages draw, page by page, as words: "[green]" before "On track", where a disc or square of that
 * colour precedes it. A key is two marks or more, in one line or one column, all alike and each in a colour of its own, each
 * before the words that it stands for. Marks whose colours come again say the status and explain nothing. None is a key
 * where it explains no other colour of the document.
 */
export function drawnKeys(pages: readonly PageContent[]): Word[][] {
  const entries = pages.map(entriesOf)
  return explainColours(entries.flat(), pages) ? entries.map((own) => own.map(toWord)) : pages.map(() => [])
}

/** The marks of a page in colours that may say something, each once; none of a map or diagram, which has very many. */
export function marksOf(content: PageContent): Fill[] {
  const painted = [...content.marks, ...content.fills.filter(({ box }) => isMarkSized(box))]
  if (painted.length > MARKS_MOST) return []
  return painted.filter(
    ({ box: [x0, top] }, at) => painted.findLastIndex(({ box }) => Math.abs(box[0] - x0) < 1 && Math.abs(box[1] - top) < 1) === at,
  )
}

function entriesOf(content: PageContent): Entry[] {
  const marks = marksOf(content)
  if (marks.length < ENTRIES_LEAST) return []
  const words = content.words.filter((word) => word.turn === 0).sort((a, b) => a.base - b.base)
  const entries = marks.flatMap((mark) => entryOf(mark, words, marks) ?? [])
  const lines = [...Map.groupBy(entries, ({ first }) => Math.round(first.base)).values()]
  const inLine = lines.filter((line) => isKey(line) && line.every(isClose) && opensAll(line, marks)).flat()
  const alone = entries.filter((entry) => !inLine.includes(entry) && entry.mark.box[0] - entry.leftEnd > ALONE_EM * entry.first.size)
  const found = [...inLine, ...columnsOf(alone).filter(isKey).flat()]
  // The legend of a chart explains the chart.
  const charts = found.length > 0 ? findCharts(content, mergeEdges(content.edges)) : []
  return found.filter(({ mark }) => !isInChart(mark.box, charts))
}

/**
 * Whether keys explain the colours of a document: marks or filled cells are of their colours, and none has another shade of one,
 * but for colours that words are printed on, which are bands and headings. A legend in an office program's own colours has nothing to say about the greens and reds of a table beside it.
 */
function explainColours(entries: readonly Entry[], pages: readonly PageContent[]): boolean {
  if (entries.length === 0) return false
  const keys = new Set(entries.map(({ mark }) => mark.box.map(Math.round).join()))
  const shades = Map.groupBy(entries, ({ name }) => name)
  const painted = pages.flatMap(({ marks, fills, words }) =>
    [...marks, ...fills.filter(isLarge)].flatMap(({ box, colour }) => {
      // What lies on one page at the very place of a key on another is the same key again.
      const own = keys.has(box.map(Math.round).join()) ? undefined : shades.get(colourName(colour) ?? '')
      return own
        ? [{ colour, isOwn: own.some(({ mark }) => isSameShade(mark.colour, colour)), isGround: words.some((word) => standsIn(word, box)) }]
        : []
    }),
  )
  const grounds = new Set(painted.flatMap(({ colour, isGround }) => (isGround ? [colour] : [])))
  const telling = painted.filter(({ colour }) => !grounds.has(colour))
  return telling.length > 0 && telling.every(({ isOwn }) => isOwn)
}

const isLarge = ({ box }: Fill) => Math.min(box[2] - box[0], box[3] - box[1]) >= CELL_LEAST_PT
/** A filled cell is at least this large both ways. */
const CELL_LEAST_PT = 8
/** Two shades of which no part differs by more than this, of 255, are one in print. */
const SHADE = 24
const isSameShade = (a: string, b: string) =>
  [1, 3, 5].every((at) => Math.abs(Number.parseInt(a.slice(at, at + 2), 16) - Number.parseInt(b.slice(at, at + 2), 16)) <= SHADE)

/** A mark with the words before which it is; null where there are none, or some are in it. */
function entryOf(mark: Fill, words: readonly Word[], marks: readonly Fill[]): Entry | null {
  const name = colourName(mark.colour)
  const [x0, top, x1, bottom] = mark.box
  const middle = (top + bottom) / 2
  let first: Word | null = null
  let leftEnd = -Infinity
  if (name === null) return null
  for (let at = firstFrom(words, middle - bottom + top, ({ base }) => base); at < words.length; at++) {
    const word = words[at]
    if (!word || word.base > middle + 2 * MARK_REACH_PT) break
    if (Math.abs(middleOf(word) - middle) > LEVEL_EM * word.size) continue
    if (standsIn(word, mark.box)) return null
    if (word.x0 >= x1 - 1 && (first === null || word.x0 < first.x0)) first = word
    if (word.x1 <= x0 + 1) leftEnd = Math.max(leftEnd, word.x1)
  }
  if (first === null || first.x0 - x1 > COLUMN_GAP_MOST_EM * first.size) return null
  const next = first.x0
  const isPart = marks.some(({ box }) => box !== mark.box && box[1] < middle && box[3] > middle && box[0] >= x0 && box[0] < next)
  return isPart ? null : { mark, name, first, leftEnd }
}
/** Words at a mark's height are on a line no further below its middle. */
const MARK_REACH_PT = 12

const isClose = ({ mark, first }: Entry) => first.x0 - mark.box[2] <= GAP_MOST_EM * first.size

/** Whether every mark at the height of a line of entries opens one: "On track ● Delayed ●" has the words first. */
function opensAll(line: readonly Entry[], marks: readonly Fill[]): boolean {
  const [top, bottom] = [Math.max(...line.map(({ mark }) => mark.box[1])), Math.min(...line.map(({ mark }) => mark.box[3]))]
  const level = marks.filter(({ box, colour }) => box[1] < bottom && box[3] > top && colourName(colour) !== null)
  return level.length === line.length
}

/** Entries that are under each other, line by line. */
function columnsOf(entries: readonly Entry[]): Entry[][] {
  const columns: Entry[][] = []
  for (const entry of entries.toSorted((a, b) => a.first.base - b.first.base)) {
    const column = columns.find((one) => {
      const last = one.at(-1)
      return (
        last !== undefined &&
        Math.abs(last.mark.box[0] - entry.mark.box[0]) <= ALIKE_PT &&
        entry.first.base - last.first.base <= NEXT_LINE_EM * entry.first.size
      )
    })
    if (column) column.push(entry)
    else columns.push([entry])
  }
  return columns
}

/** Whether entries are alike and each in a colour of its own. */
function isKey(entries: readonly Entry[]): boolean {
  const sizes = entries.map(({ mark }) => mark.box[3] - mark.box[1])
  return (
    entries.length >= ENTRIES_LEAST &&
    new Set(entries.map(({ name }) => name)).size === entries.length &&
    Math.max(...sizes) - Math.min(...sizes) <= ALIKE_PT
  )
}

function toWord({ mark, name, first }: Entry): Word {
  const [x0, , x1] = mark.box
  return { ...first, text: `[${name}]`, x0, x1, colour: mark.colour, glued: false, font: -1, seams: [] }
}
