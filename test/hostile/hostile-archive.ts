import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importPaths } from '../../src/import.ts'
import type { ImportedFile } from '../../src/import-file.ts'
import type { Limits } from '../../src/reading/limits.ts'
import { openStore } from '../../src/store/open-store.ts'

/** A good paper; an archive has one before and one after all that is hostile. */
const PAPER = (number: number): string =>
  `Scrutiny Review of Lamps ${number}\n\nReport of the Scrutiny Committee\n\nJune 2022\n\nRecommendations\n\n1. That lamp ${number} be lit.\n\n2. That post ${number} be set.\n`

/** What became of a hostile file: its status, and the rules of its errors and warnings, as the database holds them. */
export interface Fate {
  status: string
  rules: string[]
}

/** What became of an archive: each of its files by name, and what the good papers around them came to. */
export interface ArchiveFate {
  files: Map<string, Fate>
  recommendations: number
  told: ImportedFile[]
}

/** Imports a folder with these files and two good papers, which give four recommendations. `fill` may put more into the folder, and `meanwhile` do something to it between the look at it and the reading. */
export async function importHostile(
  files: readonly { name: string; content: string | Uint8Array }[],
  limits: Partial<Limits>,
  { fill, meanwhile }: { fill?: (folder: string) => void; meanwhile?: (folder: string) => void } = {},
): Promise<ArchiveFate> {
  const home = mkdtempSync(join(tmpdir(), 'scrutineer-hostile-'))
  const store = openStore(join(home, 'scrutineer.db'), { create: true })
  try {
    const folder = join(home, 'papers')
    mkdirSync(folder)
    writeFileSync(join(folder, '!first.txt'), PAPER(1))
    writeFileSync(join(folder, '~last.txt'), PAPER(2))
    for (const { name, content } of files) writeFileSync(join(folder, name), content)
    fill?.(folder)
    const told: ImportedFile[] = []
    await importPaths([folder], { store, jobs: 2, limits }, (progress) => {
      if (progress.type === 'found') meanwhile?.(folder)
      if (progress.type === 'file') told.push(progress.file)
    })
    const rules = Map.groupBy(store.rows('diagnostics'), ({ document_id }) => document_id)
    const fates = store.rows('documents').map(({ path, status, document_id }): [string, Fate] => [
      String(path).replace(/^papers\//u, ''),
      {
        status: String(status),
        rules: (rules.get(document_id ?? null) ?? []).filter(({ severity }) => severity !== 'info').map(({ rule }) => String(rule)),
      },
    ])
    return { files: new Map(fates), recommendations: store.rows('recommendations').length, told }
  } finally {
    store.close()
    rmSync(home, { recursive: true, force: true })
  }
}
