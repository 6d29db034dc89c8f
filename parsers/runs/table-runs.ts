import { type Cell, cellPassage, EMPTY_PASSAGE, joinPassages, type Passage, type Table } from '../../schema/document.ts'
import { type Entry, type TextEntry, textEntries } from '../outline/outline.ts'
import { entriesToParts } from '../outline/parts.ts'
import { readTableHeader } from '../outline/table-header.ts'
import { matchField } from '../recognise/fields.ts'
import { canonicalNumber, readLabel } from '../recognise/numbers.ts'
import { headingRole } from '../recognise/run-headings.ts'
import { isPlanHeader, TELLING } from '../tables/plan-tables.ts'
import { headingsAbove } from './headings-above.ts'
import type { Run, RunItem } from './run.ts'

/** A heading of a column is no longer than this. */
const LONGEST_HEADING = 120

/** The rows of tables whose column is headed by what rows recommend: one run a column. A table of one column is a box. */
export function tableRuns(entries: readonly Entry[]): Run[] {
  return entries.flatMap((entry, at) => (entry.type === 'table' ? runsOfTable(entries, entry.table, at) : []))
}

function runsOfTable(entries: readonly Entry[], table: Table, at: number): Run[] {
  const [head, ...rows] = table.rows
  if (!head || rows.length === 0 || isPlan(table)) return []
  return head.flatMap((cell): Run[] => {
    const [heading, ...others] = textEntries(cell.blocks)
    if (!heading || others.length > 0 || heading.passage.text.length > LONGEST_HEADING) return []
    if (headingRole(heading.passage.text)?.role !== 'recommendation' || readLabel(heading.passage.text)?.word === 'recommendation')
      return []
    if (holdsLabels(rows, cell.col)) return []
    const items = rows.flatMap((row) => rowItems(row, cell.col, at, head))
    if (items.length === 0) return []
    const { over, further } = headingsAbove(entries, at)
    return [
      {
        form: 'rows',
        family: items.some(({ label }) => label !== null) ? 'rows' : '',
        items,
        start: at,
        end: at + 1,
        over: [heading, ...over],
        further,
        leadIn: null,
        between: 0,
      },
    ]
  })
}

/** Whether at least half of what is in a column are labels of fields: the table is a card, and its first row one of its fields. */
function holdsLabels(rows: readonly (readonly Cell[])[], col: number): boolean {
  const texts = rows
    .flatMap((row) => row.filter((cell) => cell.col === col).map((cell) => cellPassage(cell).text))
    .filter((text) => text !== '')
  return texts.filter((text) => matchField(text)?.score === 1).length * 2 >= texts.length && texts.length > 0
}

/** A table that says about each row who, by when or the status is a plan, and its rows are read as one. */
export function isPlan(table: Table): boolean {
  const columns = readTableHeader(table)?.columns ?? []
  return isPlanHeader(columns) && columns.filter(({ role }) => role !== null && TELLING.includes(role)).length > 1
}

/** What another column of the row holds, under that column's heading. */
function besideOf(
  other: Cell,
  head: readonly Cell[],
  own: Cell | undefined,
  key: TextEntry | undefined,
): { label: string; passage: Passage }[] {
  const heading = head.find(({ col }) => col === other.col)
  const label = heading ? cellPassage(heading).text : ''
  const passage = cellPassage(other)
  return other === own || label === '' || passage.text === '' || passage.text === key?.passage.text ? [] : [{ label, passage }]
}

/** A row may say that nothing is recommended for it: "None", "No recommendation. The rules were under review." */
const SAYS_NONE =
  /^(?:no (?:(?:further|new|specific|formal) )?recommendations?|none|nil|n\/a|not applicable)(?:\s(?:made|needed|required))?\s*(?:[.;:,–—-]|$)/iu

function rowItems(row: readonly Cell[], col: number, at: number, head: readonly Cell[]): RunItem[] {
  const cell = row.find((candidate) => candidate.col === col)
  const words = cell ? textEntries(cell.blocks).filter(({ passage }) => passage.text !== '') : []
  const [first] = words
  if (!first || SAYS_NONE.test(first.passage.text)) return []
  const key = row
    .flatMap((candidate) => (candidate.col < col ? textEntries(candidate.blocks) : []))
    .find(({ passage }) => canonicalNumber(passage.text) !== null)
  const label = key
    ? readLabel(key.passage.text)
    : first.label && (first.label.word !== null || /^(?:\d|R\d)/u.test(first.label.number))
      ? first.label
      : null
  const own: TextEntry[] = key || !label ? words : [{ ...first, passage: first.body, label: readLabel(first.body.text) }, ...words.slice(1)]
  const { lead, parts } = entriesToParts(own)
  const whole: RunItem = {
    at,
    entries: [],
    entry: first,
    label,
    labelPassage: key
      ? key.passage
      : label
        ? { text: label.text, runs: first.passage.runs.filter(({ end }) => end <= label.end) }
        : EMPTY_PASSAGE,
    title: null,
    body: label ? [lead] : [joinPassages(own.map(({ passage }) => passage))],
    depth: 0,
    theme: null,
    beside: row.flatMap((other) => besideOf(other, head, cell, key)),
  }
  if (!label) return [whole]
  return [
    whole,
    ...parts.flatMap((part): RunItem[] =>
      part.label ? [{ ...whole, label: part.label, labelPassage: part.numberPassage, body: [part.text], depth: 1 }] : [],
    ),
  ]
}
