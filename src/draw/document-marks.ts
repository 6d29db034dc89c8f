import type { Block, Document, Passage, Table } from '../../schema/document.ts'
import { passageFragments } from '../../schema/document.ts'
import type { Box, Place } from '../../schema/place.ts'
import type { DocumentRecords } from '../../schema/records.ts'
import type { PageMark } from './page-picture.ts'

/** What is drawn in which colour; the words are printed with the picture. */
export const MARK_COLOURS = {
  table: '#1f5fbf',
  row: '#7fb2e5',
  cell: '#b8d4f0',
  heading: '#8a2be2',
  recommendation: '#d2401e',
  resolution: '#0a7d32',
  update: '#c77700',
  furniture: '#888888',
} as const

type MarkName = keyof typeof MARK_COLOURS
/** A line is recognised from its box by a little air. */
const PADDING_PT = 1

/** What was seen on one page of a document: its tables, rows, cells and headings, and the records that are there. */
export function documentMarks(document: Document, records: DocumentRecords | null, page: number): PageMark[] {
  const marks: PageMark[] = []
  const add = (name: MarkName, box: Box, label = '', fill = 0): void => {
    marks.push({ box, colour: MARK_COLOURS[name], label, fill })
  }
  for (const block of document.blocks) addBlock(block, page, add)
  for (const passage of document.furniture) for (const box of boxesOf(passage, page)) add('furniture', box, '', 0.15)
  if (records) {
    for (const { number, evidence } of records.wordings)
      for (const box of textBoxes(evidence, 'text', page)) add('recommendation', box, number ?? '', 0.18)
    for (const { number, evidence } of records.resolutions)
      for (const box of textBoxes(evidence, 'text', page)) add('resolution', box, number ?? '', 0.18)
    for (const { number, evidence } of records.progressUpdates)
      for (const box of textBoxes(evidence, 'progress', page)) add('update', box, number ?? '', 0.18)
  }
  return marks
}

type Add = (name: MarkName, box: Box, label?: string, fill?: number) => void

function addBlock(block: Block, page: number, add: Add): void {
  if (block.type === 'table') addTable(block, page, add)
  else if (block.type === 'heading') for (const box of boxesOf(block.passage, page)) add('heading', box, `h${block.level}`)
}

function addTable(table: Table, page: number, add: Add): void {
  for (const row of table.rows) {
    const boxes = row.flatMap((cell) => placeBoxes(cell.places, page))
    for (const box of boxes) add('cell', box)
    const whole =
      boxes.length > 0
        ? boxes.reduce((a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])])
        : null
    if (whole) add('row', whole)
  }
  for (const box of placeBoxes(table.places, page)) add('table', box, `${table.rows.length} × ${table.columns}`)
}

const placeBoxes = (places: readonly Place[], page: number): Box[] =>
  places.flatMap((place) => (place.page === page && place.box ? [place.box] : []))

function textBoxes(evidence: readonly { field: string; place: Place }[], field: string, page: number): Box[] {
  return placeBoxes(
    evidence.filter((entry) => entry.field === field).map((entry) => entry.place),
    page,
  )
}

function boxesOf(passage: Passage, page: number): Box[] {
  const places = passageFragments(passage, null).map((fragment) => fragment.place)
  return placeBoxes(places, page).map(([x0, top, x1, bottom]) => [x0 - PADDING_PT, top - PADDING_PT, x1 + PADDING_PT, bottom + PADDING_PT])
}
