import { OWN_FILES } from '../../schema/own-files.ts'
import type { ColumnDescription, ColumnType, ViewDescription } from '../../schema/view-columns.ts'
import { VIEWS } from '../../schema/views.ts'
import type { ViewName } from '../store/views.ts'
import { FORMATS, type Format } from './formats.ts'

/** Frictionless' names for the types of columns; JSON stays the text that it is in every format. */
const TYPES: Record<ColumnType, string> = {
  text: 'string',
  integer: 'integer',
  number: 'number',
  day: 'date',
  time: 'datetime',
  json: 'string',
}

const DESCRIPTION = `Recommendations in councils' papers, and what became of each. An empty cell is NULL: the document does not say. In CSV an apostrophe stands before text that a spreadsheet might take for a formula (or that begins with an apostrophe, or is empty): take one leading apostrophe away to have it as printed. One stands too between a semicolon, tab or line end within a text and such a sign.`

/**
 * The Frictionless Data Package (version 2) of an export: a resource for each view and format (without what the workbook leaves out), with types, keys and a
 * description of every column. The first format's resources are named as the views, the others' with the format after.
 */
export function dataPackage(formats: readonly Format[], views: readonly ViewName[], leftOfWorkbook: readonly ViewName[]): object {
  const viewsOf = (format: Format): readonly ViewName[] =>
    format === 'xlsx' ? views.filter((view) => !leftOfWorkbook.includes(view)) : views
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: OWN_FILES.packageName,
    title: 'Scrutineer',
    description: DESCRIPTION,
    resources: formats.flatMap((format, index) =>
      viewsOf(format).map((view) => resource(view, format, (name) => (index ? `${name}-${format}` : name))),
    ),
  }
}

function resource(view: ViewName, format: Format, nameOf: (view: string) => string): object {
  const { file, mediaType, dialect } = FORMATS[format]
  const { description }: ViewDescription = VIEWS[view]
  return {
    name: nameOf(view),
    path: file(view),
    type: 'table',
    description,
    format,
    mediatype: mediaType,
    encoding: 'utf-8',
    ...(dialect ? { dialect: dialect(view) } : {}),
    schema: tableSchema(view, VIEWS[view], nameOf),
  }
}

function tableSchema(view: string, { columns }: ViewDescription, nameOf: (view: string) => string): object {
  const entries = Object.entries(columns)
  const keys = entries.filter(([, column]) => column.key).map(([name]) => name)
  const foreignKeys = entries.flatMap(([name, { references }]) => (references ? [foreignKey(view, name, references, nameOf)] : []))
  return {
    fields: entries.map(([name, column]) => field(name, column)),
    missingValues: [''],
    ...(keys.length ? { primaryKey: keys } : {}),
    ...(foreignKeys.length ? { foreignKeys } : {}),
  }
}

function field(name: string, { type, description, key, values }: ColumnDescription): object {
  const constraints = { ...(key ? { required: true } : {}), ...(values ? { enum: values } : {}) }
  return { name, type: TYPES[type], description, ...(Object.keys(constraints).length ? { constraints } : {}) }
}

/** A key into the same table names no resource, as the specification has it. */
function foreignKey(view: string, column: string, references: string, nameOf: (view: string) => string): object {
  const [other = '', fields = ''] = references.split('.')
  return { fields: [column], reference: { ...(other === view ? {} : { resource: nameOf(other) }), fields: [fields] } }
}
