import { noteInOneLine } from '../../schema/diagnostics.ts'
import { type Block, cellPassage, type Table } from '../../schema/document.ts'
import type { Place } from '../../schema/place.ts'
import type { DocumentRecords } from '../../schema/records.ts'
import { cellName, sheetNames } from '../../schema/sheet-cells.ts'
import type { Reading } from '../reading/bytes-to-records.ts'
import { counted, print, screenWidth, shownPath, styled, words, wrapped } from './screen.ts'
import { shortened } from './text-width.ts'

/** Every table as the pages show it: the page it begins on (from 1; 1 where the format has no pages), and its cells. */
export function tablesToJson(blocks: readonly Block[]): { tables: { page: number; cells: object[] }[] } {
  return { tables: blocks.filter((block) => block.type === 'table').map(tableToJson) }
}

function tableToJson({ rows, places }: Table): { page: number; cells: object[] } {
  const cells = rows.flat().map((cell) => ({
    row: cell.row,
    col: cell.col,
    rowspan: cell.rowSpan,
    colspan: cell.colSpan,
    text: cellPassage(cell).text,
  }))
  return { page: places[0]?.page ?? 1, cells }
}

/** A line a block, or a line a row of a table, indented as they are nested. */
export function blocksToLines(blocks: readonly Block[], indent = ''): string[] {
  const room = Math.max(40, screenWidth() - indent.length)
  return blocks.flatMap((block): string[] => {
    if (block.type === 'heading') return [shortened(`${indent}${'#'.repeat(block.level)} ${block.passage.text}`, room)]
    if (block.type === 'paragraph') return [shortened(`${indent}${block.bold ? '** ' : '¶ '}${block.passage.text}`, room)]
    if (block.type === 'list-item') return [shortened(`${indent}${'  '.repeat(block.depth)}${block.marker} ${block.passage.text}`, room)]
    const head = `${indent}table of ${counted(block.columns, 'column')}, ${counted(block.rows.length, 'row')}${block.headerRows ? `, ${block.headerRows} of them headings` : ''}`
    const share = Math.max(8, Math.floor((room - 2) / Math.max(1, block.columns)) - 3)
    // Where there is no end to the room, nothing is cut and nothing is filled up.
    const toCell = (text: string): string => (Number.isFinite(share) ? shortened(text, share).padEnd(share) : text)
    return [head, ...block.rows.map((row) => `${indent}  ${row.map((cell) => toCell(cellPassage(cell).text)).join(' | ')}`)]
  })
}

/** Prints what is seen in one document: what it is, what it says about itself, its records in short, and what is in doubt. */
export function printReading(path: string, { status, document, records, diagnostics }: Reading): void {
  print(`${styled('bold', shownPath(path))}: ${status === 'ok' ? 'read in full' : status === 'partial' ? 'read in part' : status}`)
  const pages = document?.pages.length ? `, ${counted(document.pages.length, 'page')}` : ''
  if (document) print(`  format    ${document.mediaType}${pages}, ${counted(document.blocks.length, 'block')}`)
  const sheets = document && sheetNames(document)
  if (records) printRecords(records, sheets)
  if (diagnostics.length) print(`\n${styled('bold', 'To know')}`)
  for (const { severity, rule, message, note, place } of diagnostics) {
    const colour = severity === 'error' ? 'red' : severity === 'warning' ? 'yellow' : 'dim'
    print(`  ${styled(colour, severity === 'info' ? 'note' : severity)} ${rule}${placeWords(place, sheets)}`)
    print(wrapped(message, 4))
    if (note) print(wrapped(`· ${shortened(noteInOneLine(note), 200)}`, 4))
  }
}

function printRecords(records: DocumentRecords, sheets: Sheets): void {
  const printList = listPrinter(sheets)
  print(`  kind      ${words(records.kind)}${records.layout ? ` (layout ${records.layout})` : ''}`)
  const lines = [
    ['title', records.title],
    ['council', records.council],
    ['committee', records.committee],
    ['dated', records.datedText && `${records.datedText}${records.datedFrom ? ` (${records.datedFrom} to ${records.datedTo})` : ''}`],
    ['review', records.reviews.map(({ title, confidence }) => `${title} (${Math.round(confidence * 100)}%)`).join('; ')],
  ] as const
  for (const [label, value] of lines) if (value) print(`  ${label.padEnd(9)} ${value}`)
  printList('recommendation', records.wordings, (row) => [row.number, `${row.role}: ${row.text}`])
  printList('resolution', records.resolutions, (row) => [row.number, `${row.outcome ?? 'recorded'}: ${row.text}`])
  printList('commitment', records.commitments, (row) => [row.number, [row.responsible, row.dueText].filter(Boolean).join(' – ')])
  printList('action', records.actions, (row) => [row.label ?? row.number, row.text])
  printList('update', records.progressUpdates, (row) => [row.number, `${row.status ?? 'no status'}: ${row.progress ?? ''}`])
  printList('grade', records.gradings, (row) => [row.code, [row.label, row.meaning].filter(Boolean).join(' – ')])
  printList('fact', records.facts, (row) => [row.label, row.text ?? ''])
}

type Sheets = readonly string[] | null

/** Prints lists of records, each with its place. */
function listPrinter(sheets: Sheets) {
  return <T extends { place: Place }>(noun: string, list: readonly T[], cells: (item: T) => [string | null, string]): void => {
    if (!list.length) return
    print(`\n${styled('bold', counted(list.length, noun))}`)
    for (const item of list) {
      const [label, text] = cells(item)
      const where = placeWords(item.place, sheets)
      print(`  ${shortened(`${(label ?? '–').padEnd(6)} ${text}`, screenWidth() - where.length - 3)}${styled('dim', where)}`)
    }
  }
}

/** " (page 3)", " (line 12)", " (Tracker!D14)" where the sheets of a workbook are given; nothing where a place is not known. */
export function placeWords(place: Place, sheets: Sheets = null): string {
  const { page, lineFrom } = place
  const cell = cellName(place, sheets) ?? (page === null ? null : sheets?.[page - 1])
  if (cell) return ` (${cell})`
  if (page !== null) return ` (page ${page})`
  return lineFrom === null ? '' : ` (line ${lineFrom})`
}
