import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Worker } from 'node:worker_threads'
import { takingLeftRejections } from '../../src/canvas/left-rejections.ts'
import { DrawingPool } from '../../src/draw/drawing-pool.ts'
import { bytesToRecords } from '../../src/reading/bytes-to-records.ts'
import { mayContain } from '../../src/reading/containers.ts'
import { DEFAULT_LIMITS, LIMIT_RULES, type Limits } from '../../src/reading/limits.ts'
import type { FileReading, Unopened } from '../../src/reading/read-file.ts'
import { type Death, ReadingPool } from '../../src/reading/reading-pool.ts'
import { Random } from '../bench/link/random.ts'
import { containerFaults } from './container-faults.ts'
import { madeOriginals } from './made-originals.ts'
import { mutateBytes } from './mutate-bytes.ts'
import { mutatePackage } from './mutate-package.ts'
import { mutatePdf } from './mutate-pdf.ts'
import { mutateText } from './mutate-text.ts'
import { type Fault, readingFaults, secondFaults } from './reading-faults.ts'
import { StoredReadings } from './stored-readings.ts'

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url))

/** Much tighter than an import's, and far beyond what any of the fixtures takes. */
const LIMITS: Limits = { ...DEFAULT_LIMITS, seconds: 20, megabytes: 512 }
const THREADS = 2

/** What fixtures/pdf/locked.pdf asks for; no other paper asks. */
const PASSWORD = 'harbour'

/** How long after its limit a reading may have ended at the latest, on a machine that is busy. */
const GRACE_MS = 10_000

/** Of the inputs that give records, so many are saved and linked too, and so many are read again. */
const STORED_SHARE = 0.2
const SECOND_SHARE = 0.1
/** Of the PDFs, of so many the first page is drawn too. */
const DRAWN_SHARE = 0.15
/** An input that took longer is not read again in this thread, which has no limits. */
const SECOND_MOST_MS = 2000

/** Slower than this, and so many times slower for each byte than any paper as it was, is a fault. */
const SLOW_MS = 5000
const SLOW_TIMES = 20

/** The extensions of formats, as they can be asked for. */
export const FORMATS: Readonly<Record<string, readonly string[]>> = {
  pdf: ['.pdf'],
  text: ['.txt'],
  markdown: ['.md'],
  word: ['.docx', '.odt', '.rtf', '.doc'],
  sheets: ['.xlsx', '.ods', '.csv', '.tsv'],
  web: ['.html', '.mht'],
  containers: ['.eml', '.msg', '.zip'],
  /** All but the first three. */
  new: ['.docx', '.odt', '.rtf', '.doc', '.xlsx', '.ods', '.csv', '.tsv', '.html', '.mht', '.eml', '.msg', '.zip'],
}
/** Files that are zip packages. */
const PACKAGES: ReadonlySet<string> = new Set(['.docx', '.odt', '.xlsx', '.ods', '.zip'])

type Mutate = (bytes: Buffer, other: Buffer, random: Random) => Buffer

/** How a file of an extension comes to harm. */
function mutationOf(extension: string): Mutate {
  if (extension === '.pdf') return mutatePdf
  if (extension === '.doc' || extension === '.msg') return (bytes, _, random) => mutateBytes(bytes, random)
  return PACKAGES.has(extension) ? mutatePackage : mutateText
}

/** What is fuzzed, and how hard it is looked at. */
export interface FuzzOptions {
  extensions?: readonly string[]
  twice?: boolean
}

/** An input that was not read as it must be. */
export interface Finding {
  /** The number of the input: with the seed it gives the same bytes again. */
  input: number
  /** The fixture that it was made from. */
  original: string
  bytes: Buffer
  faults: Fault[]
}

/** Whether it is only that a reading was ended by its limits, or is near to it: that is what they are for, though nobody should wait so long. */
export function isWithinLimits({ rule }: Fault): boolean {
  return LIMIT_RULES.has(rule) || rule === 'slow'
}

interface Original {
  name: string
  bytes: Buffer
}

/** Reads papers that were mutated under a seed, each within limits in a thread of its own, and says what must not be. */
export class FuzzedReadings {
  readonly #folder = mkdtempSync(join(tmpdir(), 'scrutineer-fuzz-'))
  readonly #pool = new ReadingPool(THREADS, LIMITS)
  readonly #drawing = new DrawingPool(1, LIMITS)
  readonly #stored = new StoredReadings()
  readonly #originals: readonly Original[]
  readonly #seed: number
  readonly #twice: boolean
  /** Errors that ended a thread and that nobody caught, since they were last asked for. */
  readonly #uncaught: Fault[] = []
  #slowestMsPerByte = 0
  #files = 0

  /** `twice` has a share of the inputs read once more in this process, which then must not mind what pdfjs leaves behind. */
  constructor(seed: number, { extensions = Object.values(FORMATS).flat(), twice = false }: FuzzOptions = {}) {
    this.#seed = seed
    this.#twice = twice
    this.#originals = originals().filter(({ name }) => extensions.includes(extname(name)))
    process.on('worker', this.#watch)
  }

  /** Reads every paper as it is, so that it is known how long that takes. Returns what is wrong even so. */
  async prepare(): Promise<Finding[]> {
    const findings: Finding[] = []
    for (const { name, bytes } of this.#originals) {
      const { reading, faults } = await this.#read(bytes, name)
      if (reading.type === 'read') this.#slowestMsPerByte = Math.max(this.#slowestMsPerByte, (reading.milliseconds ?? 0) / bytes.length)
      if (faults.length > 0) findings.push({ input: -1, original: name, bytes, faults })
    }
    return findings
  }

  /** Makes the input of this number and reads it: null where nothing is wrong. Two may be under way at once. */
  async tryInput(input: number): Promise<Finding | null> {
    const random = new Random(this.#seed * 1_000_003 + input)
    const { name: original, bytes: whole } = random.pick(this.#originals)
    const mutate = mutationOf(extname(original))
    const bytes = mutate(whole, random.pick(this.#originals.filter(({ name }) => extname(name) === extname(original))).bytes, random)
    const { reading, faults } = await this.#read(bytes, original, extname(original) === '.pdf' && random.chance(DRAWN_SHARE))
    if (faults.length === 0 && this.#isSlow(reading, bytes)) {
      // Once more: the machine may have had other things to do.
      const again = await this.#read(bytes, original)
      if (this.#isSlow(again.reading, bytes)) faults.push({ rule: 'slow', note: `${bytes.length} bytes took more than ${SLOW_MS} ms` })
    }
    if (reading.type === 'read' && reading.records && random.chance(STORED_SHARE)) faults.push(...this.#stored.add(reading, original))
    if (this.#twice && reading.type === 'read' && random.chance(SECOND_SHARE) && (reading.milliseconds ?? 0) < SECOND_MOST_MS) {
      faults.push(
        ...secondFaults(
          reading,
          await takingLeftRejections(() =>
            bytesToRecords({ bytes, path: basename(original), password: PASSWORD, mostPages: LIMITS.pages, words: [] }),
          ),
          bytes,
        ),
      )
    }
    return faults.length > 0 ? { input, original, bytes, faults } : null
  }

  /** What is wrong with the reading of these bytes under a fixture's name. */
  async faultsOf(bytes: Buffer, original: string): Promise<Fault[]> {
    return (await this.#read(bytes, original)).faults
  }

  /** Ends the threads, takes the folder away, and returns what the last of the papers linked to. */
  async end(): Promise<Fault[]> {
    const faults = this.#stored.link()
    await this.#pool.close()
    await this.#drawing.close()
    process.off('worker', this.#watch)
    rmSync(this.#folder, { recursive: true, force: true })
    return [...faults, ...this.#uncaught.splice(0)]
  }

  async #read(bytes: Buffer, name: string, draws = false): Promise<{ reading: FileReading | Unopened | Death; faults: Fault[] }> {
    const file = join(this.#folder, `${this.#files++}${extname(name)}`)
    writeFileSync(file, bytes)
    const began = performance.now()
    const reading = await this.#pool.read({
      file,
      path: basename(name),
      password: PASSWORD,
      mostPages: LIMITS.pages,
      words: [],
      ocr: false,
    })
    const hung = performance.now() - began > LIMITS.seconds * 1000 + GRACE_MS
    const drawn = draws ? await this.#draw(file) : []
    const opened = mayContain(name) ? await containerFaults(bytes, name) : []
    rmSync(file)
    const late = hung ? [{ rule: 'hang', note: `it ended more than ${GRACE_MS} ms behind its limit` }] : []
    return { reading, faults: [...readingFaults(reading, bytes), ...opened, ...drawn, ...late, ...this.#uncaught.splice(0)] }
  }

  /** Draws the first page, which may fail in words and by its limits, and in no other way. */
  async #draw(file: string): Promise<Fault[]> {
    const began = performance.now()
    const drawn = await this.#drawing.drawMarked({ file, password: PASSWORD, page: 1, scale: 1, marks: [] })
    const hung = performance.now() - began > LIMITS.seconds * 1000 + GRACE_MS
    const late = hung ? [{ rule: 'hang', note: `drawing ended more than ${GRACE_MS} ms after its limit` }] : []
    return 'type' in drawn && drawn.type === 'died' ? [{ rule: drawn.rule, note: `drawing: ${drawn.note}` }, ...late] : late
  }

  #isSlow(reading: FileReading | Unopened | Death, bytes: Buffer): boolean {
    if (reading.type !== 'read' || reading.milliseconds === null) return false
    return reading.milliseconds > Math.max(SLOW_MS, this.#slowestMsPerByte * bytes.length * SLOW_TIMES)
  }

  readonly #note = (error: unknown): void => {
    this.#uncaught.push({ rule: 'uncaught', note: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }

  readonly #watch = (worker: Worker): void => {
    worker.on('error', (error) => {
      // The end of a thread by its limit, which its document is reported.
      if (!('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')) this.#note(error)
    })
  }
}

const EXTENSIONS = new Set(Object.values(FORMATS).flat())

/** Every paper of the fixtures, and those that are made in formats of which they have none. */
function originals(): Original[] {
  const own = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
    .filter((name) => EXTENSIONS.has(extname(name)) && !name.endsWith('expected.md'))
    .sort()
    .map((name) => ({ name, bytes: readFileSync(join(FIXTURES, name)) }))
    .filter(({ name, bytes }) => bytes.length > 0 && statSync(join(FIXTURES, name)).isFile())
  return [...own, ...madeOriginals()]
}
