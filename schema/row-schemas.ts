import { z } from 'zod'
import type { ColumnDescription, ColumnType, ViewDescription } from './view-columns.ts'
import { VIEWS } from './views.ts'

/** What a value of each type is; JSON stays the text that it is in every format. */
const VALUES = {
  text: z.string(),
  integer: z.int(),
  number: z.number(),
  day: z.iso.date(),
  time: z.iso.datetime(),
  json: z.string().meta({ contentMediaType: 'application/json' }),
} satisfies Record<ColumnType, z.ZodType>

type Views = typeof VIEWS
/** What a column holds: one of its words, or a value of its type. */
type Value<Column extends ColumnDescription> = Column extends { values: readonly (infer Word)[] }
  ? Word
  : z.output<(typeof VALUES)[Column['type']]>
/** The schema of a column's values: only a key is never NULL. */
export type ColumnSchema<Column extends ColumnDescription> = z.ZodType<Column extends { key: true } ? Value<Column> : Value<Column> | null>
/** The schema of a view's rows: an object with these columns and no others. */
export type RowSchema<View extends keyof Views> = z.ZodObject<
  {
    [Name in keyof Views[View]['columns']]: Views[View]['columns'][Name] extends infer Column extends ColumnDescription
      ? ColumnSchema<Column>
      : never
  },
  z.core.$strict
>
/** A row of a view, with the words that each of its columns can hold. */
export type ViewRow<View extends keyof Views> = z.output<RowSchema<View>>

/**
 * The zod schemas of all views' rows, made from what `VIEWS` says about their columns: every column is there, and only a
 * key is never NULL, for NULL is what the document does not say. The JSON Schema of an export is made from these.
 */
export const ROW_SCHEMAS = Object.fromEntries(Object.entries(VIEWS).map(([view, words]) => [view, rowSchema(words)])) as {
  [View in keyof Views]: RowSchema<View>
}

function rowSchema({ description, columns }: ViewDescription): z.ZodObject {
  return z
    .strictObject(Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, columnSchema(column)])))
    .describe(description)
}

function columnSchema({ type, description, key, values }: ColumnDescription): z.ZodType {
  const value = values ? z.enum(values) : VALUES[type]
  return (key ? value : value.nullable()).describe(description)
}
