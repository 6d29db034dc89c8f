import { basename, extname } from 'node:path'
import type { ViewDescription } from '../../../schema/view-columns.ts'
import { OPEN_WORDS } from '../../../schema/view-words.ts'
import { datasetteMetadata } from '../../export/datasette.ts'
import { openStore } from '../../store/open-store.ts'
import { printJson, styled, wrapped } from '../screen.ts'

interface SchemaOptions {
  db: string
  datasette?: boolean
  json?: boolean
}

/** `scrutineer schema`: every view and column in words, or those of one view. No database is needed. */
export async function schemaCommand(view: string | undefined, { db, datasette, json }: SchemaOptions): Promise<number> {
  const chosen = Object.entries(OPEN_WORDS).filter(([name]) => view === undefined || name === view)
  if (datasette) printJson(datasetteMetadata(basename(db, extname(db)), tableNames()))
  else if (json) printJson(Object.fromEntries(chosen))
  else process.stdout.write(`${chosen.map(viewToText).join('\n\n')}\n`)
  return 0
}

/** The tables of this version, as an empty database has them. */
function tableNames(): string[] {
  const store = openStore(':memory:')
  try {
    return store.query("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").map((row) => String(row.name))
  } finally {
    store.close()
  }
}

function viewToText([name, { description, columns }]: [string, ViewDescription]): string {
  const longest = Math.max(...Object.keys(columns).map((column) => column.length))
  const lines = Object.entries(columns).map(([column, { type, description: words }]) => {
    const head = `  ${column.padEnd(longest)}  ${type.padEnd('integer'.length)}  `
    return head + wrapped(words, head.length).trimStart()
  })
  return [styled('bold', name), wrapped(description, 2), ...lines].join('\n')
}
