// npm run bench:scan [-- FILE.pdf…]: processor seconds a page and peak memory of reading scanned pages, beside Debian's tesseract
// on the same pictures. Without files a fixture goes through a copier (scripts/scans/). One page after the other, one process each.
import { fork, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { createCanvas } from '@napi-rs/canvas'
import { withPdf } from '../src/canvas/open-pdf.ts'
import { drawScan, OFFICE_COPIER } from './scans/draw-scan.ts'

interface Taken {
  pages: number
  /** Processor seconds of all pages. */
  seconds: number
  /** Peak resident memory, MB. */
  peak: number
}

const FIXTURE = join(import.meta.dirname, '../fixtures/pdf/action-plan.writer-untagged.pdf')
const MEGABYTE = 2 ** 20
/** Ticks a second of what Linux says about processes. */
const TICKS = 100
const POLL_MS = 20

/** What our own reading takes: this file as a process of its own, whose peak is then that of the reading alone. */
function ours(file: string): Promise<Taken> {
  return new Promise((done, failed) => {
    const child = fork(import.meta.filename, ['--read', file])
    child.once('message', (taken) => done(taken as Taken))
    child.once('exit', (code) => failed(new Error(`reading ended with ${code}`)))
  })
}

async function readHere(file: string): Promise<void> {
  const { bytesToRecords } = await import('../src/reading/bytes-to-records.ts')
  const { scanReader } = await import('../src/scan/read-scans.ts')
  let pages = 0
  await bytesToRecords({ bytes: new Uint8Array(readFileSync(file)), path: 'scan.pdf', readScans: scanReader(() => pages++) })
  const { user, system } = process.cpuUsage()
  process.send?.({ pages, seconds: (user + system) / 1e6, peak: process.resourceUsage().maxRSS / 1024 } satisfies Taken)
}

/** The pages as pictures, which tesseract reads. */
function pictures(file: string, folder: string): Promise<string[]> {
  return withPdf(new Uint8Array(readFileSync(file)), { password: undefined, megabytes: 1024 }, async (pdf) => {
    const paths: string[] = []
    for (let number = 1; number <= pdf.pages; number++) {
      const page = await pdf.page(number)
      const { taken } = await pdf.draw(page, OFFICE_COPIER.dpi / 72, (canvas) => {
        const copy = createCanvas(canvas.width, canvas.height)
        copy.getContext('2d').drawImage(canvas, 0, 0)
        return copy.encode('png')
      })
      const path = join(folder, `page-${number}.png`)
      writeFileSync(path, await taken)
      paths.push(path)
    }
    return paths
  })
}

/** What the program takes, a process a page, as Linux says about it until it ends. */
async function program(paths: readonly string[]): Promise<Taken> {
  let [seconds, peak] = [0, 0]
  for (const path of paths) {
    const child = spawn('tesseract', [path, '-', '--psm', '3', '--dpi', String(OFFICE_COPIER.dpi)], {
      stdio: 'ignore',
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
    })
    let last = 0
    while (child.exitCode === null) {
      try {
        const [user, system] = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ').slice(11, 13).map(Number) ?? []
        last = ((user ?? 0) + (system ?? 0)) / TICKS
        const [, most] = /VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? []
        peak = Math.max(peak, Number(most ?? 0) / 1024)
      } catch {
        // It has just ended.
      }
      await setTimeout(POLL_MS)
    }
    seconds += last
  }
  return { pages: paths.length, seconds, peak }
}

function say(name: string, { pages, seconds, peak }: Taken): void {
  console.log(
    `${name.padEnd(28)} ${(seconds / Math.max(1, pages)).toFixed(2)} s of processor a page, ${Math.round(peak)} MB at most (${pages} pages)`,
  )
}

async function compare(files: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'scrutineer-scan-'))
  try {
    const drawn = join(folder, 'fixture.pdf')
    if (files.length === 0) writeFileSync(drawn, await drawScan(new Uint8Array(readFileSync(FIXTURE)), OFFICE_COPIER))
    const hasProgram = spawnSync('tesseract', ['--version']).status === 0
    for (const file of files.length ? files : [drawn]) {
      console.log(`${file === drawn ? 'a fixture, from a copier' : file}, ${Math.round(readFileSync(file).length / MEGABYTE)} MB`)
      say('Scrutineer, with records', await ours(file))
      if (hasProgram) say("Debian's tesseract, words only", await program(await pictures(file, folder)))
    }
    if (!hasProgram) console.log("Debian's tesseract is not installed (apt-get install tesseract-ocr).")
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const [first, ...rest] = process.argv.slice(2)
if (first === '--read') await readHere(rest[0] ?? '')
else await compare(first === undefined ? [] : [first, ...rest])
