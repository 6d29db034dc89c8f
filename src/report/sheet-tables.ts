import { columnName } from '../../schema/sheet-cells.ts'
import type { ShownSheet } from '../draw/shown-sheets.ts'
import { type Child, type Element, h } from './html.ts'
import { byStart, lineStarts, type Mark, markedText, passageToMark } from './marked-text.ts'
import { type EvidenceIndex, type Passage, sharedValues } from './passages.ts'
import { counted } from './words.ts'

/** A workbook of so many rows is shown whole. */
const WHOLE_ROWS = 3000
/** Of a longer one, this many rows around each passage. */
const AROUND_ROWS = 12

/** The marks of passages in a cell. A passage of several cells has its id in the first. */
type CellMarks = Map<string, { passage: Passage; isFirst: boolean }[]>

/** The sheets of a workbook as tables, each cell under its letter and beside its number, with the cells marked that values rest on. */
export function sheetTables(sheets: readonly ShownSheet[], passages: readonly Passage[], evidence: EvidenceIndex): Child {
  const isWhole = sheets.reduce((sum, { rows }) => sum + rows.length, 0) <= WHOLE_ROWS
  return sheets.map((sheet, index) => {
    const own = passages.filter(({ page }) => (page ?? 1) === index + 1)
    const near = new Set(own.flatMap(({ box }) => (box ? around(box[1], box[3]) : [])))
    const rows = isWhole ? sheet.rows : sheet.rows.filter(({ number }) => near.has(number))
    const left = sheet.rows.length - rows.length
    return [
      sheet.name === null ? null : h('h3', sheet.name),
      left > 0 ? h('p', { className: ['skipped'] }, `${counted(left, 'row')} that nothing rests on`) : null,
      rows.length > 0 ? table(sheet.name, rows, marksOf(own), evidence) : null,
    ]
  })
}

function table(name: string | null, rows: ShownSheet['rows'], marks: CellMarks, evidence: EvidenceIndex): Element {
  const columns = [...new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)))].sort((one, other) => one - other)
  const letters = columns.map((column) => h('th', { scope: 'col' }, columnName(column)))
  return h('div', { className: ['cells'], tabIndex: 0, role: 'region', ariaLabel: name === null ? 'The sheet' : `The sheet ${name}` }, [
    h('table', [
      h('thead', h('tr', [h('td'), ...letters])),
      h(
        'tbody',
        rows.map(({ number, cells }) => {
          const texts = new Map(cells.map(({ column, text }) => [column, text]))
          return h('tr', [
            h('th', { scope: 'row' }, String(number + 1)),
            ...columns.map((column) => {
              const text = texts.get(column) ?? ''
              return h('td', cellText(text, marks.get(`${number} ${column}`) ?? [], evidence))
            }),
          ])
        }),
      ),
    ]),
  ])
}

/** A cell's text with its marks: each on the words that its passage quotes, on all where it quotes others or has more cells. */
function cellText(text: string, marks: readonly { passage: Passage; isFirst: boolean }[], evidence: EvidenceIndex): Child {
  // The text is a line, and its end is not part of it.
  const line = `${text}\n`
  const starts = lineStarts(line)
  const placed = marks.flatMap(({ passage, isFirst }): Mark[] => {
    const mark = passageToMark(line, starts, { ...passage, lineFrom: 1, lineTo: 1 })
    return mark ? [{ ...mark, id: isFirst ? passage.id : null, values: sharedValues(evidence, passage) }] : []
  })
  return markedText(text, 0, text.length, placed.sort(byStart), new Map())
}

function marksOf(passages: readonly Passage[]): CellMarks {
  const marks: CellMarks = new Map()
  for (const passage of passages) {
    if (!passage.box) continue
    const [x0, top, x1, bottom] = passage.box
    for (let row = top; row < bottom; row++) {
      for (let column = x0; column < x1; column++) {
        const key = `${row} ${column}`
        marks.set(key, [...(marks.get(key) ?? []), { passage, isFirst: row === top && column === x0 }])
      }
    }
  }
  return marks
}

function around(from: number, to: number): number[] {
  const first = from - AROUND_ROWS
  return Array.from({ length: to - from + 2 * AROUND_ROWS }, (_, index) => first + index)
}
