import { z } from 'zod'
import { ROW_SCHEMAS } from '../../schema/row-schemas.ts'

/** A part of a JSON Schema. */
export type JsonSchema = Record<string, unknown>

const DIALECT = 'https://json-schema.org/draft/2020-12/schema'

/**
 * The JSON Schema (2020-12) of the rows, from their zod schemas: `#/$defs/recommendations` is a row of that view, as a
 * JSON Lines file holds it a line; the whole is the object that goes to standard output, an array of rows for each view.
 */
export function rowsSchema(): JsonSchema {
  const views = Object.keys(ROW_SCHEMAS)
  return {
    $schema: DIALECT,
    title: 'What Scrutineer exports',
    type: 'object',
    required: views,
    properties: Object.fromEntries(views.map((view) => [view, { type: 'array', items: { $ref: `#/$defs/${view}` } }])),
    additionalProperties: false,
    $defs: Object.fromEntries(Object.entries(ROW_SCHEMAS).map(([view, schema]) => [view, toDefinition(schema)])),
  }
}

/** A row's schema without the bounds and patterns that zod adds to whole numbers and days: the type and `format` say it. */
function toDefinition(schema: z.ZodType): JsonSchema {
  const { $schema, ...definition } = z.toJSONSchema(schema, {
    override: ({ jsonSchema }) => {
      if (jsonSchema.type === 'integer') {
        delete jsonSchema.minimum
        delete jsonSchema.maximum
      }
      if (jsonSchema.format) delete jsonSchema.pattern
    },
  })
  return definition
}
