import { existsSync, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { UsageError } from '../../../schema/errors.ts'
import { exportViews } from '../../export/export-views.ts'
import type { Format } from '../../export/formats.ts'
import { viewsToJson } from '../../export/json.ts'
import { systemCode, systemWords } from '../../reading/system-words.ts'
import { openStore } from '../../store/open-store.ts'
import type { Store } from '../../store/store.ts'
import { counted } from '../screen.ts'

interface ExportOptions {
  db: string
  out: string
  format: Format[]
}

/** `scrutineer export`: all views as they stand at one moment, though an import may be going on. */
export async function exportCommand({ db, out, format }: ExportOptions): Promise<number> {
  checkTarget(out, format)
  const store = openStore(db, { readonly: true })
  try {
    await store.snapshot(async () => {
      if (out === '-') await pipeline(Readable.from(viewsToJson(store)), process.stdout, { end: false })
      else await exportFiles(store, out, format)
    })
    return 0
  } catch (error) {
    if (systemCode(error)?.startsWith('E') && out !== '-') throw new UsageError(`${out} could not be written: ${systemWords(error)}.`)
    throw error
  } finally {
    store.close()
  }
}

function checkTarget(out: string, formats: readonly Format[]): void {
  if (out === '-') {
    const other = formats.find((format) => format !== 'json')
    if (other) throw new UsageError(`Only JSON goes to standard output. Name a folder for ${other} with --out.`)
  } else if (existsSync(out) && !statSync(out).isDirectory()) {
    throw new UsageError(`${out} is a file. Name a folder with --out, or "-" for standard output.`)
  }
}

async function exportFiles(store: Store, out: string, formats: readonly Format[]): Promise<void> {
  const { files, cut } = await exportViews(store, out, formats)
  process.stderr.write(`${counted(files.length, 'file')} written to ${out}\n`)
  if (cut) {
    process.stderr.write(
      `${counted(cut, 'cell')} of the workbook could not hold all of its text and ends in "…"; the other formats have it.\n`,
    )
  }
}
