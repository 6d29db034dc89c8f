import type { Report } from '../../schema/diagnostics.ts'
import { type Cell, cellPassage, type Table } from '../../schema/document.ts'
import { PAPER_NAMES } from '../../schema/vocabulary/run-headings.ts'
import { passagePlace } from '../outline/outline.ts'
import { readTableHeader } from '../outline/table-header.ts'
import { LABEL_SCORE, matchField } from '../recognise/fields.ts'
import { headingRole, headingWords } from '../recognise/run-headings.ts'
import type { Content } from '../roles/content.ts'
import type { ReadRun } from '../roles/select-lists.ts'
import { isPlanHeader } from '../tables/plan-tables.ts'

/** Fewer items are no list that a paper hangs on. */
const LEAST_ITEMS = 3
/** Items shorter than this on average, in letters, are names or figures; longer ones are pages of text. */
const LEAST_LENGTH = 25
const LONGEST_LENGTH = 1200
/** A heading longer than this is a sentence. */
const LONGEST_HEADING = 80
/** Of so many columns a table of commitments has at least a text and a word on it; and it has rows. */
const LEAST_COLUMNS = 2
const LEAST_ROWS = 2
const LONGEST_COLUMN_HEADING = 60

/**
 * Reports the words that a paper of which nothing was understood hangs on: the headings over its lists, and those of the columns of
 * its tables, where the vocabulary does not know them. A person who knows such papers can teach them.
 */
export function reportUnknownWords({ reads, paper }: Content, report: Report): void {
  const told = new Set<string>()
  const tell = (rule: 'list-unknown' | 'column-unknown', text: string, place: Parameters<Report>[1]): void => {
    if (!told.has(`${rule} ${text}`)) report(rule, place, text)
    told.add(`${rule} ${text}`)
  }
  for (const read of reads) {
    const heading = unknownHeading(read)
    if (heading && heading.passage.text !== paper.about.title?.text)
      tell('list-unknown', heading.passage.text, passagePlace(heading.passage))
  }
  for (const entry of paper.outline.entries) {
    if (entry.type !== 'table') continue
    for (const passage of unknownColumns(entry.table)) tell('column-unknown', passage.text, passagePlace(passage))
  }
}

/** The heading right over a list of sentences, if its words say nothing of what the list is. */
function unknownHeading({ run, features }: ReadRun) {
  const [heading] = run.over
  if (!heading || run.form === 'rows' || run.form === 'paragraphs' || heading.passage.text.length > LONGEST_HEADING) return null
  const count = run.items.filter(({ depth }) => depth === 0).length
  const { meanLength, pageNumbers } = features
  if (count < LEAST_ITEMS || meanLength < LEAST_LENGTH || meanLength > LONGEST_LENGTH || pageNumbers > 0) return null
  const { text } = heading.passage
  return headingRole(text) === null && !PAPER_NAMES.test(headingWords(text)) ? heading : null
}

/** The headings of a table of texts that the vocabulary does not know, where the table is not read as a plan. */
function unknownColumns(table: Table) {
  const header = readTableHeader(table)
  if (header && isPlanHeader(header.columns)) return []
  const [first = [], ...body] = table.rows.filter((row) => row.length > 1)
  const headings = first.map(cellPassage)
  if (headings.length < LEAST_COLUMNS || body.length < LEAST_ROWS || headings.some(({ text }) => !isHeading(text))) return []
  if (!first.some(({ col }) => meanLength(body, col) >= LEAST_LENGTH)) return []
  return headings.filter(({ text }) => (matchField(text)?.score ?? 0) < LABEL_SCORE)
}

const isHeading = (text: string): boolean => /^\p{Lu}/u.test(text) && text.length <= LONGEST_COLUMN_HEADING && !/\d|[.;]$/u.test(text)

function meanLength(rows: readonly (readonly Cell[])[], col: number): number {
  const texts = rows.flatMap((row) => row.filter((cell) => cell.col === col).map((cell) => cellPassage(cell).text.length))
  return texts.reduce((sum, length) => sum + length, 0) / Math.max(1, texts.length)
}
