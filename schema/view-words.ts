import { integer, text, type ViewDescription } from './view-columns.ts'
import { VIEWS } from './views.ts'

const REVIEW = text('The review that it belongs to.')
const RECOMMENDATION = text('The recommendation that it is about.')
const NUMBER = text('Its number in canonical form: "3", "1(a)", "4(a)(iii)".')

/** The tables that are public beside the views. */
export const TABLE_WORDS = {
  search: {
    description: "Full-text search (FTS5) over recommendations, resolutions and progress updates: WHERE search MATCH 'bus shelters'.",
    columns: {
      entity_id: text('The recommendation, resolution or progress update that was found.'),
      kind: text('recommendation, resolution or progress_update.'),
      recommendation_id: RECOMMENDATION,
      review_id: REVIEW,
      document_id: text('The document that the words are from.'),
      number: NUMBER,
      review_title: text('The title of the review that it belongs to.'),
      heading: text('The heading over a recommendation.'),
      text: text('Its text as printed; of an update the evidence and the impact.'),
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
} as const satisfies Record<string, ViewDescription>

/** Everything that is public in the database: the views, and the tables beside them. */
export const OPEN_WORDS: Readonly<Record<string, ViewDescription>> = { ...VIEWS, ...TABLE_WORDS }
