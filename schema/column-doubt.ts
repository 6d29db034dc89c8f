import { COLUMN_MEANINGS, taughtAs } from './taught-words.ts'
import type { FieldRole } from './vocabulary/fields.ts'

/** What is in doubt of a column: its heading, what it may hold as it is taught, the likelier first, and some of its cells. */
export interface ColumnDoubt {
  heading: string
  readings: readonly string[]
  cells: readonly string[]
}

const HEADING_CHARS = 80
/** A few cells, and of each the beginning, show a person what a column holds. */
const CELLS_AT_MOST = 4
const CELL_CHARS = 80
const BETWEEN_READINGS = ' or '

/** The doubt as the note of a diagnostic: a line for the heading, one for the readings, one for each cell. */
export function columnDoubtToNote(heading: string, roles: readonly FieldRole[], cells: readonly string[]): string {
  const shown = [...new Set(cells.map((text) => cut(text, CELL_CHARS)))].slice(0, CELLS_AT_MOST)
  return [
    cut(heading, HEADING_CHARS),
    roles.map((role) => taughtAs(COLUMN_MEANINGS, role).replaceAll('-', ' ')).join(BETWEEN_READINGS),
    ...shown,
  ].join('\n')
}

/** The doubt that a note holds. */
export function noteToColumnDoubt(note: string): ColumnDoubt {
  const [heading = '', readings = '', ...cells] = note.split('\n')
  return { heading, readings: readings.split(BETWEEN_READINGS).filter(Boolean), cells }
}

const cut = (text: string, length: number): string => text.replaceAll(/\s+/gu, ' ').slice(0, length).trim()
