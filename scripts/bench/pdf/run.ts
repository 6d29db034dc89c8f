// npm run bench:pdf [-- [--rounds N] [--long] [FILE|FOLDER …]]: pages a second and peak memory of our reading of PDFs
// beside other readers', in one run on the same files. --long measures memory over long files instead.
import { fork } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { CONTESTANTS } from './contestants.ts'
import { hasPdftotext, installOnDemand } from './install.ts'
import { longPdf } from './long-pdf.ts'
import type { Measurement, Task } from './measure.ts'
import { readWithOurs } from './ours.ts'

const ROUNDS = 5
/** With more than this under way already, the readers wait for each other's cores. */
const BUSY = 0.5
const LONG_PAGES = [100, 1000, 3000]
const ROOT = join(import.meta.dirname, '../../..')
/** The project's own files, and the sets that tables and papers are judged on, where they lie beside the project. */
const DEFAULTS = ['fixtures/pdf', '../shared/tables/*/', '../shared/corpus/pdf', '../shared/corpus/real'].map((path) => join(ROOT, path))

function listFiles(paths: readonly string[]): string[] {
  const found = paths
    .flatMap((path) => (existsSync(path) ? [path] : globSync(path)))
    .flatMap((path) => (statSync(path).isDirectory() ? globSync(join(path, '*.pdf')) : [path]))
  return [...new Set(found.map((path) => resolve(path)))].sort()
}

/** The pages of each file that ours can read; names those that it cannot, which nobody then is asked for. */
async function countPages(files: readonly string[]): Promise<Map<string, number>> {
  const pages = new Map<string, number>()
  for (const file of files) {
    try {
      pages.set(file, (await readWithOurs(file)).pages.length)
    } catch (cause) {
      console.log(`left out: ${basename(file)}: ${cause instanceof Error ? cause.message : String(cause)}`)
    }
  }
  return pages
}

function measure(task: Task): Promise<Measurement> {
  return new Promise((done, failed) => {
    // What the libraries say on the way is not read.
    const child = fork(join(import.meta.dirname, 'measure.ts'), { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    child.once('message', (measurement) => done(measurement as Measurement))
    child.once('exit', (code) => failed(new Error(`${task.name} ended with ${code}`)))
    child.send(task)
  })
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

/** A table of text: the first column to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? []
  return rows.map((row) => row.map((cell, i) => (i ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join('  ')).join('\n')
}

const round = (value: number, digits = 0): string => (Number.isFinite(value) ? value.toFixed(digits) : '–')

async function compareReaders(names: readonly string[], paths: readonly string[], rounds: number): Promise<void> {
  const pagesOf = await countPages(listFiles(paths))
  // The longest first, so that two threads end together.
  const files = [...pagesOf.keys()].sort((a, b) => (pagesOf.get(b) ?? 0) - (pagesOf.get(a) ?? 0))
  const pages = [...pagesOf.values()].reduce((sum, count) => sum + count, 0)
  console.log(
    `${files.length} files, ${pages} pages; medians of ${rounds} alternating rounds; ${availableParallelism()} cores (${cpus()[0]?.model}), Node ${process.version}\n`,
  )
  const busy = loadavg()[0] ?? 0
  if (busy > BUSY) console.log(`The machine is busy (load ${busy.toFixed(1)}): its pages a second say little; CPU time a page says more.\n`)
  const measured = new Map<string, Measurement[]>(names.map((name) => [name, []]))
  for (let i = 0; i < rounds; i++) for (const name of names) measured.get(name)?.push(await measure({ name, files }))
  const rows = [...measured].map(([name, all]) => ({
    name,
    warm: pages / median(all.map(({ warm }) => warm)),
    first: pages / median(all.map(({ first }) => first)),
    // Readers that start processes do their work there.
    cpu: /pool|pdftotext/u.test(name) ? NaN : (median(all.map(({ cpu }) => cpu)) / pages) * 1000,
    peak: median(all.map(({ peak }) => peak)),
    letters: median(all.map(({ letters }) => letters)),
    failed: all[0]?.failed ?? [],
  }))
  const base = rows[0]?.warm ?? NaN
  console.log(
    table([
      ['', 'pages/s', 'to ours', 'first pass', 'CPU ms/page', 'peak MB', 'letters'],
      ...rows.map(({ name, warm, first, cpu, peak, letters }) => [
        name,
        round(warm),
        `${round(warm / base, 2)}×`,
        round(first),
        round(cpu, 1),
        round(peak),
        round(letters),
      ]),
    ]),
  )
  console.log(
    '\npages/s: all files once more in a process that has read them all; first pass: the first time, without the start of the process.',
  )
  for (const name of names) console.log(`${name}: ${CONTESTANTS[name]?.does}`)
  for (const { name, failed } of rows)
    if (failed.length) console.log(`${name} could not read ${failed.length} files: ${failed.slice(0, 3).join('; ')}`)
}

async function weighLongFiles(names: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-pdf-'))
  try {
    const rows: string[][] = []
    for (const pages of LONG_PAGES) {
      const file = join(folder, `${pages}.pdf`)
      writeFileSync(file, longPdf(pages))
      for (const name of names) {
        const { first, peak, letters } = await measure({ name, files: [file] })
        rows.push([`${pages} pages, ${name}`, round(pages / first), round(peak), round(letters)])
      }
    }
    console.log(table([['', 'pages/s', 'peak MB', 'letters'], ...rows]))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string' }, long: { type: 'boolean' } },
})
installOnDemand()
const names = Object.keys(CONTESTANTS).filter((name) => name !== 'pdftotext -layout' || hasPdftotext())
if (values.long) await weighLongFiles(names.filter((name) => !/two/u.test(name)))
else await compareReaders(names, positionals.length ? positionals : DEFAULTS, Number(values.rounds ?? ROUNDS))
