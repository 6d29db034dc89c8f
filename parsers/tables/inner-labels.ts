import { type Block, cellPassage, EMPTY_PASSAGE, type Passage, slicePassage, type Table } from '../../schema/document.ts'
import type { FieldRole } from '../../schema/vocabulary/fields.ts'
import { lineStarts } from '../outline/label-lines.ts'
import { textEntries } from '../outline/outline.ts'
import type { TableHeader } from '../outline/table-header.ts'
import { matchField } from '../recognise/fields.ts'
import type { FieldValue, PlanItem } from './plan-items.ts'
import { isFilled } from './rejoin-rows.ts'

/** Cells that may hold other fields after labels of their own. */
const HOLDERS: readonly FieldRole[] = [
  'action',
  'progress',
  'responsible',
  'recommendation',
  'success-measure',
  'verdict',
  'objective',
  'ignored',
]
/** What such a label may stand for. */
const INNER: ReadonlySet<FieldRole> = new Set([
  'action',
  'progress',
  'responsible',
  'due',
  'revised-due',
  'success-measure',
  'status',
  'impact',
])
/** Words with a capital before a colon. */
const INNER_LABEL = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}]*(?:[ /-][\p{L}]+){0,4}\s?:(?=\s|$)/gu

interface Stretch {
  role: FieldRole
  label: Passage
  text: Passage
}

/** A passage cut at the labels in it: at its start, at the start of a printed line, after a full stop. */
function stretches(passage: Passage, own: FieldRole, free: (role: FieldRole) => boolean): Stretch[] {
  const starts = new Set(lineStarts(passage))
  const found = [...passage.text.matchAll(INNER_LABEL)].flatMap((match) => {
    const field = matchField(match[0])
    const before = passage.text.slice(Math.max(0, match.index - 3), match.index)
    const stands = match.index === 0 || starts.has(match.index) || /[.;!?]["”’)]?\s$/u.test(before)
    return stands && field?.score === 1 && INNER.has(field.role) && free(field.role)
      ? [{ at: match.index, end: match.index + match[0].length, role: field.role }]
      : []
  })
  const first: Stretch = { role: own, label: EMPTY_PASSAGE, text: slicePassage(passage, 0, found[0]?.at) }
  return [
    ...(first.text.text === '' ? [] : [first]),
    ...found.map(({ at, end, role }, index) => ({
      role,
      label: slicePassage(passage, at, end),
      text: slicePassage(passage, end, found[index + 1]?.at),
    })),
  ]
}

/** The share of a column's cells in which a label must come for the column to hold that field beside its own. */
const MOST = 0.6

/** The fields that the cells of each column hold after labels of their own: "Status: On track" below a section's number. */
export function innerRoles(table: Table, header: TableHeader): Map<number, FieldRole[]> {
  const rows = table.rows.filter((_, row) => !header.rows.has(row))
  const found = new Map<number, FieldRole[]>()
  for (const { col } of header.columns) {
    const cells = rows
      .flatMap((row) => row.filter((cell) => cell.col === col && cell.colSpan === 1))
      .filter((cell) => cellPassage(cell).text !== '')
    const labelled = cells.map(({ blocks }) => {
      const parts = textEntries(blocks).flatMap(({ passage }) => stretches(passage, 'ignored', () => true))
      return new Set(parts.flatMap(({ role, label }) => (label.text === '' ? [] : [role])))
    })
    const roles = [...INNER].filter((role) => labelled.filter((own) => own.has(role)).length > cells.length * MOST)
    if (roles.length > 0) found.set(col, roles)
  }
  return found
}

/**
 * What is in a cell after a label of its own goes to that field: "Expected outcome: … Progress: …" in an
 * action's cell, "Lead: …" and "Date: …" on lines of theirs. Depends on people typing a form's labels into a
 * table that has no column for them; so a field that has its own column, and words in it, keeps to that.
 */
export function spreadInnerLabels(item: PlanItem): void {
  cutDetails(item)
  for (const holder of HOLDERS) {
    const value = item.fields.get(holder)
    if (!value || value.rowStarts.length > 0) continue
    const free = (role: FieldRole) => role === holder || !isFilled(item.fields.get(role))
    let role = holder
    let cut = false
    const spread = new Map<FieldRole, { blocks: Block[]; label: Passage }>()
    for (const block of value.blocks) {
      const parts = block.type === 'table' ? [] : stretches(block.passage, role, free)
      if (parts.length === 0 || block.type === 'table') put(spread, role, [block], EMPTY_PASSAGE)
      else
        for (const { role: to, label, text } of parts) {
          cut ||= label.text !== ''
          role = to
          put(spread, to, text.text === '' ? [] : [{ ...block, passage: text }], label)
        }
    }
    if (cut)
      for (const [to, { blocks, label }] of spread) item.fields.set(to, fieldOf(item.fields.get(to) ?? value, blocks, label, to === holder))
    if (cut && !spread.has(holder)) item.fields.set(holder, { ...value, blocks: [] })
  }
}

/** What follows a label of another field within a detail goes to that field, as it does from the cell it is printed in. */
function cutDetails(item: PlanItem): void {
  const free = (role: FieldRole) => !isFilled(item.fields.get(role))
  item.details = item.details.map((detail) => {
    const blocks: Block[] = []
    for (const block of detail.blocks) {
      const [first, next] = block.type === 'table' ? [] : stretches(block.passage, 'ignored', free)
      const isCut = next !== undefined || (first !== undefined && first.role !== 'ignored')
      if (!isCut || !first || block.type === 'table') blocks.push(block)
      else if (first.role === 'ignored') blocks.push({ ...block, passage: first.text })
      if (isCut) break
    }
    return { ...detail, blocks }
  })
}

function put(spread: Map<FieldRole, { blocks: Block[]; label: Passage }>, role: FieldRole, blocks: Block[], label: Passage): void {
  const known = spread.get(role)
  if (known) known.blocks.push(...blocks)
  else spread.set(role, { blocks: [...blocks], label })
}

/** How sure is a field that its own label within a cell names. */
const INNER_CERTAINTY = 0.95

function fieldOf(value: FieldValue, blocks: Block[], label: Passage, own: boolean): FieldValue {
  return {
    ...value,
    blocks,
    label: own ? value.label : label,
    fill: own ? value.fill : null,
    certainty: own ? value.certainty : INNER_CERTAINTY,
  }
}
