import { VIEWS } from './views.ts'

/** What a column holds: SQLite's TEXT, INTEGER or REAL, told more closely. A day is an ISO day, a time ISO time in UTC. */
export type ColumnType = 'text' | 'integer' | 'number' | 'day' | 'time' | 'json'

/** A column in words. */
export interface ColumnWords {
  type: ColumnType
  description: string
}

/** A view in words: what one row is, and its columns in their order. */
export interface ViewWords {
  description: string
  columns: Readonly<Record<string, ColumnWords>>
}

const text = (description: string): ColumnWords => ({ type: 'text', description })
const integer = (description: string): ColumnWords => ({ type: 'integer', description })

const REVIEW = text('The review that it belongs to.')
const RECOMMENDATION = text('The recommendation that it is about.')
const NUMBER = text('Its number in canonical form: "3", "1(a)", "4(a)(iii)".')

/** The tables beside the views that are open to all as well. */
export const TABLE_WORDS = {
  search: {
    description: "Full-text search (FTS5) over recommendations, resolutions and progress updates: WHERE search MATCH 'bus shelters'.",
    columns: {
      entity_id: text('The recommendation, resolution or progress update that was found.'),
      kind: text('recommendation, resolution or progress_update.'),
      recommendation_id: RECOMMENDATION,
      review_id: REVIEW,
      document_id: text('The document that the words stand in.'),
      number: NUMBER,
      review_title: text('The title of the review that it belongs to.'),
      heading: text('The heading that a recommendation stands under.'),
      text: text('Its words as printed; of an update what is reported and what came of it.'),
    },
  },
  descriptions: {
    description: 'What each view and column means.',
    columns: {
      view: text('The name of the view or table.'),
      position: integer("The column's place, from 1; 0 for the view itself."),
      column: text('The name of the column; NULL for the view itself.'),
      type: text('text, integer, number, day (ISO), time (ISO, UTC) or json; NULL for the view itself.'),
      description: text('What it means.'),
    },
  },
} as const satisfies Record<string, ViewWords>

/** All that is open to whoever reads the database: the views, and the tables beside them. */
export const OPEN_WORDS: Readonly<Record<string, ViewWords>> = { ...VIEWS, ...TABLE_WORDS }
