import { readFile } from 'node:fs/promises'
import { UsageError } from '../../../schema/errors.ts'
import { systemWords } from '../../archive-files.ts'
import { bytesToRecords } from '../../bytes-to-records.ts'
import { blocksToLines, printReading, tablesToJson } from '../inspect-reading.ts'
import { print } from '../screen.ts'

interface InspectOptions {
  blocks?: boolean
  tables?: boolean
  json?: boolean
  password?: string
}

/** `scrutineer inspect`: what is seen in one document. 0 if it was read in full, else 1. */
export async function inspectCommand(path: string, options: InspectOptions): Promise<number> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new UsageError(`${path} could not be opened: ${systemWords(error)}.`)
  })
  const reading = await bytesToRecords({ bytes, path, password: options.password })
  const { document, status, records, diagnostics } = reading
  const blocks = document?.blocks ?? []
  if (options.tables && options.json) print(JSON.stringify(tablesToJson(blocks), null, 2))
  else if (options.blocks && options.json) print(JSON.stringify(document, null, 2))
  else if (options.tables) print(blocksToLines(blocks.filter(({ type }) => type === 'table')).join('\n'))
  else if (options.blocks) print(blocksToLines(blocks).join('\n'))
  else if (options.json) {
    const summary = { path, status, mediaType: document?.mediaType ?? null, pages: document?.pages.length || null, blocks: blocks.length }
    print(JSON.stringify({ document: summary, records, diagnostics }, null, 2))
  } else printReading(path, reading)
  return status === 'ok' ? 0 : 1
}
