import { cellPassage, type Passage } from '../../schema/document.ts'
import type { Outline } from '../outline/outline.ts'
import { textEntries } from '../outline/outline.ts'
import { readTableHeader } from '../outline/table-header.ts'
import { canonicalNumber, type Label, readLabel } from '../recognise/numbers.ts'
import { entryToStretches, type Item, type LabelledStretch, splitInlineParts, stretchesToItems } from './items.ts'
import { isPlanHeader } from './plan-tables.ts'

/**
 * Recommendations that a report sets in a table of their own: a column of numbers, one of recommendations, perhaps
 * one of reasons. A table that says who and by when is a plan, and no list.
 */
export function recommendationTables(outline: Outline): Item[][] {
  return outline.entries.flatMap((entry) => {
    if (entry.type !== 'table') return []
    const header = readTableHeader(entry.table)
    const column = (role: string) => header?.columns.find((candidate) => candidate.role === role)?.col
    const [number, text] = [column('number'), column('recommendation')]
    if (!header || number === undefined || text === undefined || isPlanHeader(header.columns)) return []
    const stretches = entry.table.rows.flatMap((row, index): LabelledStretch[] => {
      const cell = row.find(({ col }) => col === text)
      const key = row.find(({ col }) => col === number)
      if (header.rows.has(index) || !cell || !key) return []
      const passage = cellPassage(key)
      const label = numberLabel(passage)
      return label ? rowStretches(label, passage, textEntries(cell.blocks)) : []
    })
    return stretches.length > 0 ? [stretchesToItems(stretches)] : []
  })
}

function rowStretches(label: Label, labelPassage: Passage, entries: ReturnType<typeof textEntries>): LabelledStretch[] {
  const stretches: LabelledStretch[] = [{ label, labelPassage, body: [], heading: null }]
  for (const entry of entries) {
    if (entry.label?.bracketed && stretches.at(-1)?.body.length) stretches.push(...entryToStretches(entry, null))
    else {
      const { lead, parts } = splitInlineParts(entry.passage, null)
      stretches.at(-1)?.body.push(lead)
      stretches.push(...parts)
    }
  }
  return stretches
}

/** The label that a cell of a column of numbers is. */
function numberLabel(passage: Passage): Label | null {
  const number = canonicalNumber(passage.text)
  if (number === null) return null
  const read = readLabel(passage.text)
  if (read?.number === number) return read
  return { number, levels: [number], text: passage.text, style: 'reference', bracketed: false, word: null, end: passage.text.length }
}
