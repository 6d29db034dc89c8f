import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { appendixPaper, councilPapers, PAPERS_OF_A_COUNCIL, type PlannedPaper } from './council-papers.ts'
import { printPaper } from './print-paper.ts'

/** What one thread writes: every `threads`-th council from `first`, of an archive of so many papers. */
export interface Share {
  folder: string
  documents: number
  seed: number
  first: number
  threads: number
}

/** Folders with an archive and with the paper that comes in later. */
export interface Written {
  archive: string
  appendix: string
}

/** Writes an archive of so many papers, unless the same writer wrote it under `folder` before with this seed. */
export async function writeArchive(documents: number, seed: number, folder: string): Promise<Written> {
  const own = join(folder, `${seed}-${writerDigest()}`)
  const written = { archive: join(own, String(documents)), appendix: join(own, 'appendix') }
  if (!existsSync(written.appendix)) await writePaper(appendixPaper(seed), written.appendix)
  if (existsSync(written.archive)) return written
  // What is begun has another name: an archive is whole, or it is not there.
  const begun = `${written.archive}.begun`
  rmSync(begun, { recursive: true, force: true })
  const threads = availableParallelism()
  await Promise.all(Array.from({ length: threads }, (_, first) => inThread({ folder: begun, documents, seed, first, threads })))
  renameSync(begun, written.archive)
  return written
}

/** Writes a thread's share of an archive. */
export async function writeShare({ folder, documents, seed, first, threads }: Share): Promise<void> {
  for (let index = first; index * PAPERS_OF_A_COUNCIL < documents; index += threads)
    for (const planned of councilPapers(index, seed, Math.min(PAPERS_OF_A_COUNCIL, documents - index * PAPERS_OF_A_COUNCIL)))
      await writePaper(planned, folder)
}

async function writePaper(planned: PlannedPaper, folder: string): Promise<void> {
  const path = join(folder, planned.path)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, await printPaper(planned))
}

function inThread(share: Share): Promise<void> {
  return new Promise((done, fail) => {
    const worker = new Worker(new URL('./write-thread.ts', import.meta.url), { workerData: share })
    worker.once('error', fail)
    worker.once('exit', (code) => (code === 0 ? done() : fail(new Error(`A thread that writes papers ended with ${code}`))))
  })
}

/** Another writer writes another archive. */
function writerDigest(): string {
  const hash = createHash('sha256')
  const root = join(import.meta.dirname, '..')
  for (const file of globSync(['archive/*.ts', 'link/*.ts'], { cwd: root }).sort()) hash.update(readFileSync(join(root, file)))
  return hash.digest('hex').slice(0, 12)
}
