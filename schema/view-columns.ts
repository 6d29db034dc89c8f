/** What the values of a column are, when they are not NULL. Days and times are ISO text; `json` is text that holds JSON. */
export type ColumnType = 'text' | 'integer' | 'number' | 'day' | 'time' | 'json'

/** What one column of a public view means. */
export interface ColumnDescription {
  type: ColumnType
  description: string
  /** Whether it identifies a row, alone or with the other key columns. Such a column is never NULL. */
  key?: true
  /** The column whose values these are, "documents.document_id"; NULL refers to nothing. */
  references?: string
  /** The closed vocabulary that the values are of. */
  values?: readonly [string, ...string[]]
}

/** What one public view means: what a row is, and its columns in order. */
export interface ViewDescription {
  description: string
  columns: Record<string, ColumnDescription>
}

/** A column of one type. */
const typed =
  <Type extends ColumnType>(type: Type) =>
  (description: string): { type: Type; description: string } => ({ type, description })

/** A column of text, as printed where it is a paper's. */
export const text = typed('text')
/** A column of whole numbers. */
export const integer = typed('integer')
/** A column of numbers. */
export const number = typed('number')
/** A column of ISO days, `2021-08-31`. */
export const day = typed('day')
/** A column of ISO times in UTC, `2021-08-31T12:00:00.000Z`. */
export const time = typed('time')
/** A column of text that holds JSON. */
export const json = typed('json')

/** A column that identifies a row of its view, alone or with other columns. */
export function key<Column extends ColumnDescription>(column: Column) {
  return { ...column, key: true } as const
}

/** A column of ids of another view, or of its own view. */
export function id(references: string, description: string) {
  return { type: 'text', description, references } as const
}

/** A column of words of a closed vocabulary. */
export function word<const Values extends readonly [string, ...string[]]>(values: Values, description: string) {
  return { type: 'text', description, values } as const
}

/** The paper that a row is from. */
export const ITS_DOCUMENT = id('documents.document_id', 'The document that it is from')
/** The paper that a row is from, where a file holds several. */
export const ITS_PAPER = id('papers.paper_id', 'The paper that it is from; a file may have several')
/** How sure a reading is. */
export const ITS_CONFIDENCE = number('How sure it is that this was read correctly, from 0 to 1')
/** The recommendation that a row is about. */
export const ITS_RECOMMENDATION = id(
  'recommendations.recommendation_id',
  'The recommendation that it is about; NULL if it is linked to none',
)
/** The page on which a row's text begins. */
export const ITS_PAGE = integer('The page it begins on, from 1; NULL for a format without pages')
/** A canonical number. */
export const ITS_NUMBER = text('Its number in canonical form: the first level bare, deeper levels in brackets, as in 4(a)(iii)')
