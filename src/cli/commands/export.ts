import { existsSync, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { UsageError } from '../../../schema/errors.ts'
import { systemCode, systemWords } from '../../archive-files.ts'
import { exportJson, viewsToJson } from '../../export/json.ts'
import { openStore } from '../../store/open-store.ts'
import { counted } from '../screen.ts'

interface ExportOptions {
  db: string
  out: string
  format: 'json'
}

/** `scrutineer export`: all views as they stand at one moment, though an import may be going on. */
export async function exportCommand({ db, out }: ExportOptions): Promise<number> {
  if (out !== '-' && existsSync(out) && !statSync(out).isDirectory()) {
    throw new UsageError(`${out} is a file. Name a folder with --out, or "-" for standard output.`)
  }
  const store = openStore(db, { readonly: true })
  try {
    await store.snapshot(async () => {
      if (out === '-') await pipeline(Readable.from(viewsToJson(store)), process.stdout, { end: false })
      else process.stderr.write(`${counted(exportJson(store, out).length, 'file')} written to ${out}\n`)
    })
    return 0
  } catch (error) {
    if (systemCode(error)?.startsWith('E') && out !== '-') throw new UsageError(`${out} could not be written: ${systemWords(error)}.`)
    throw error
  } finally {
    store.close()
  }
}
