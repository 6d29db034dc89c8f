import type { ColumnDescription, ColumnType, ViewDescription } from '../../schema/view-columns.ts'
import { VIEWS } from '../../schema/views.ts'

/** A part of a JSON Schema. */
export type JsonSchema = Record<string, unknown>

const TYPES: Record<ColumnType, JsonSchema> = {
  text: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  day: { type: 'string', format: 'date' },
  time: { type: 'string', format: 'date-time' },
  json: { type: 'string', contentMediaType: 'application/json' },
}

/**
 * The JSON Schema (2020-12) of the rows: `#/$defs/recommendations` is a row of that view, as a JSON Lines file holds it
 * a line; the whole is the object that goes to standard output, an array of rows for each view.
 */
export function rowsSchema(): JsonSchema {
  const views: [string, ViewDescription][] = Object.entries(VIEWS)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'What Scrutineer exports',
    type: 'object',
    required: views.map(([view]) => view),
    properties: Object.fromEntries(views.map(([view]) => [view, { type: 'array', items: { $ref: `#/$defs/${view}` } }])),
    additionalProperties: false,
    $defs: Object.fromEntries(views.map(([view, description]) => [view, rowSchema(description)])),
  }
}

function rowSchema({ description, columns }: ViewDescription): JsonSchema {
  return {
    description,
    type: 'object',
    required: Object.keys(columns),
    properties: Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, valueSchema(column)])),
    additionalProperties: false,
  }
}

/** Every column but a key may be NULL: the document does not say. */
function valueSchema({ type, description, key, values }: ColumnDescription): JsonSchema {
  const schema = TYPES[type]
  return {
    description,
    ...schema,
    ...(key ? {} : { type: [schema.type, 'null'] }),
    ...(values ? { enum: key ? values : [...values, null] } : {}),
  }
}
