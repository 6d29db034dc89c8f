import { scaleUtc } from 'd3-scale'
import { type SymbolType, symbol, symbolCircle, symbolCross, symbolDiamond, symbolSquare, symbolStar, symbolTriangle } from 'd3-shape'
import type { Row } from '../store/database.ts'
import { paperTitle } from './file-names.ts'
import { type Element, h, s } from './html.ts'
import { rowText } from './rows.ts'
import type { Site } from './site.ts'
import { capitalised, counted, dayWords, monthWords, paperDateWords, plainWords } from './words.ts'

/** How wide a drawing is, and about how many days it names. */
interface Size {
  name: 'is-wide' | 'is-narrow'
  width: number
  ticks: number
}
const WIDE: Size = { name: 'is-wide', width: 900, ticks: 8 }
const NARROW: Size = { name: 'is-narrow', width: 360, ticks: 4 }
const MARGIN = 24
/** Papers that lie closer than this are drawn one above the other. */
const APART = 30
const ROW = 34
const AXIS = 22
const SYMBOL_AREA = 150

const SHAPES: Record<string, SymbolType> = {
  review_report: symbolCircle,
  response: symbolCross,
  decision_record: symbolSquare,
  minutes: symbolSquare,
  action_plan: symbolDiamond,
  progress_update: symbolTriangle,
}

interface Dot {
  x: number
  row: number
  paper: Row
  nth: number
}

/** What is drawn: papers with their days and numbers in the list, the days that were due, and the days from which and to which. */
interface Drawn {
  dated: readonly { paper: Row; nth: number; day: string }[]
  dues: readonly string[]
  range: readonly [from: string, to: string]
  today: string
  words: string
}

/** When the papers were written and when the recommendations were due, on one line of time; null where fewer than two papers have a date. */
export function timeLine(site: Site, papers: readonly Row[], recommendations: readonly Row[]): Element | null {
  const dated = papers.flatMap((paper, index) =>
    rowText(paper.dated_from) ? [{ paper, nth: index + 1, day: String(paper.dated_from) }] : [],
  )
  const dues = recommendations.flatMap((row) => rowText(row.due_to) ?? []).sort()
  const days = [...dated.map(({ day }) => day), ...dues].sort()
  const [first, last] = [days[0], days.at(-1)]
  if (dated.length < 2 || !first || !last || first === last) return null
  const words = [
    `${counted(dated.length, 'paper')} from ${monthWords(dated[0]?.day ?? first)} to ${monthWords(dated.at(-1)?.day ?? last)}`,
    dues.length ? `; ${counted(dues.length, 'due date')} from ${dayWords(dues[0] ?? '')} to ${dayWords(dues.at(-1) ?? '')}` : '',
  ].join('')
  const drawn = (size: Size): Element => drawing({ dated, dues, range: [first, last], today: site.today, words }, size)
  return h('figure', { className: ['chart'] }, [
    drawn(WIDE),
    drawn(NARROW),
    h('figcaption', [
      'The numbers are those of the list below: ',
      [...new Set(papers.map(({ kind }) => String(kind)))].map((kind) => `${SHAPE_WORDS[kind] ?? 'star'} ${plainWords(kind)}`).join(', '),
      dues.length ? '. Small strokes on the line are due dates.' : '.',
      dated.length < papers.length
        ? ` ${counted(papers.length - dated.length, 'paper')} without a date are in the list only.`.replace(
            '1 paper without a date are',
            '1 paper without a date is',
          )
        : null,
    ]),
  ])
}

/** The line at one size. A style sheet shows the one that fits: a phone shows the same with fewer days and more papers above each other. */
function drawing({ dated, dues, range, today, words }: Drawn, { name, width, ticks }: Size): Element {
  const x = scaleUtc(
    range.map((day) => new Date(day)),
    [MARGIN, width - MARGIN],
  ).nice(ticks)
  const dots = stacked(dated.map(({ paper, nth, day }) => ({ paper, nth, x: x(new Date(day)) })))
  const rows = Math.max(...dots.map(({ row }) => row)) + 1
  const base = rows * ROW + 8
  const height = base + AXIS + 26
  const now = new Date(today)
  const [from, to] = x.domain()
  const showsToday = from && to && now >= from && now <= to
  return s(
    'svg',
    {
      className: [name],
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      ariaLabel: `Time line: ${words}. The list below has the same papers.`,
    },
    [
      s('line', { className: ['axis'], x1: 0, x2: width, y1: base, y2: base }),
      ...x
        .ticks(ticks)
        .map((tick) =>
          s('g', [
            s('line', { className: ['axis'], x1: x(tick), x2: x(tick), y1: base, y2: base + 6 }),
            s('text', { x: x(tick), y: base + AXIS, textAnchor: 'middle' }, x.tickFormat(ticks)(tick)),
          ]),
        ),
      ...dues.map((day) => s('line', { className: ['due'], x1: x(new Date(day)), x2: x(new Date(day)), y1: base - 9, y2: base })),
      showsToday ? s('line', { className: ['now'], x1: x(now), x2: x(now), y1: 0, y2: base + 6 }) : null,
      ...dots.map((dot) => paperDot(dot, base)),
    ],
  )
}

const SHAPE_WORDS: Record<string, string> = {
  review_report: 'circle',
  response: 'cross',
  decision_record: 'square',
  minutes: 'square',
  action_plan: 'diamond',
  progress_update: 'triangle',
}

function paperDot({ x, row, paper, nth }: Dot, base: number): Element {
  const y = base - 22 - row * ROW
  const kind = String(paper.kind)
  return s('g', { transform: `translate(${x},${y})` }, [
    s('title', `${nth}. ${capitalised(plainWords(kind))}: ${paperTitle(paper)}, ${paperDateWords(paper) ?? ''}`),
    s('path', { className: ['dot'], d: symbol(SHAPES[kind] ?? symbolStar, SYMBOL_AREA)() ?? '' }),
    s('text', { x: 11, y: 5 }, String(nth)),
  ])
}

/** Gives each dot the lowest row in which it does not touch another. */
function stacked(dots: readonly Omit<Dot, 'row'>[]): Dot[] {
  const ends: number[] = []
  return dots.map((dot) => {
    const free = ends.findIndex((end) => dot.x - end >= APART)
    const row = free < 0 ? ends.length : free
    ends[row] = dot.x
    return { ...dot, row }
  })
}
