import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Random } from '../bench/link/random.ts'
import { after, ended, runAndKill, startCommand } from './kill-command.ts'

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url))
const PDFS = ['action-plan.writer-tagged.pdf', 'review-report.chromium.pdf', 'progress-cards.chromium.pdf']
const OUT = 'report'
const REPORT = ['report', '--out', OUT]
/** What a report that was cut short may leave beside whole files. */
const OF_THE_RUN = /^scrutineer-report\.(?:begun|part)$/u

/** One report that was killed. */
export interface ReportKill {
  /** Whether the folder was new, or held the report of fewer papers. */
  scene: Scene
  milliseconds: number
  /** Whether it was still at work. */
  hit: boolean
  /** What was half, or not made good by the next report. */
  wrong: string[]
}

type Scene = 'new' | 'earlier'

/**
 * Kills reports at instants drawn under a seed: every file that is there then must be whole, and the next report must be
 * what an undisturbed one is, file by file and byte by byte.
 */
export class KilledReports {
  readonly #folder = mkdtempSync(join(tmpdir(), 'scrutineer-kills-'))
  readonly #random: Random
  #wanted = new Map<string, string>()
  #milliseconds = 0

  constructor(seed: number) {
    this.#random = new Random(seed)
  }

  /** Makes an archive and its report, and the report of a part of it. */
  async prepare(): Promise<void> {
    cpSync(join(FIXTURES, 'archive'), this.#path('papers'), { recursive: true })
    await this.#run(['import', 'papers', '--quiet'])
    await this.#run(REPORT)
    cpSync(this.#path(OUT), this.#path('earlier'), { recursive: true })
    mkdirSync(this.#path('pdfs'))
    for (const name of PDFS) cpSync(join(FIXTURES, 'pdf', name), this.#path('pdfs', name))
    await this.#run(['import', 'pdfs', '--quiet'])
    rmSync(this.#path(OUT), { recursive: true })
    const began = performance.now()
    await this.#run(REPORT)
    this.#milliseconds = performance.now() - began
    this.#wanted = this.#files()
  }

  /** Kills one report, and sees what the next makes of it. */
  async kill(): Promise<ReportKill> {
    const scene: Scene = this.#random.chance(0.5) ? 'new' : 'earlier'
    rmSync(this.#path(OUT), { recursive: true, force: true })
    if (scene === 'earlier') cpSync(this.#path('earlier'), this.#path(OUT), { recursive: true })
    const milliseconds = Math.round(this.#random.next() * this.#milliseconds)
    const hit = await runAndKill(this.#folder, REPORT, after(milliseconds))
    const wrong = [...this.#files()].filter(([name, content]) => !isWhole(name, content)).map(([name]) => `${name} is half`)
    const code = await ended(startCommand(this.#folder, REPORT))
    if (code !== 0) wrong.push(`the next report ended with ${code}`)
    const found = this.#files()
    for (const name of new Set([...found.keys(), ...this.#wanted.keys()]))
      if (found.get(name) !== this.#wanted.get(name)) wrong.push(`${name} differs`)
    return { scene, milliseconds, hit, wrong }
  }

  /** Takes the folder away. */
  end(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #path(...names: string[]): string {
    return join(this.#folder, ...names)
  }

  /** Every file of the report with its bytes as Latin letters. */
  #files(): Map<string, string> {
    const out = this.#path(OUT)
    if (!existsSync(out)) return new Map()
    const names = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(out, name)).isFile())
    return new Map(names.sort().map((name) => [name, readFileSync(join(out, name), 'latin1')]))
  }

  async #run(args: readonly string[]): Promise<void> {
    const code = await ended(startCommand(this.#folder, args))
    if (code !== 0) throw new Error(`scrutineer ${args.join(' ')} ended with ${code}`)
  }
}

/** What a whole file of its kind ends with. */
const ENDS: Record<string, string> = { html: '</html>\n', png: 'IEND\xae\x42\x60\x82', jpg: '\xff\xd9', json: '}\n' }

function isWhole(name: string, content: string): boolean {
  if (OF_THE_RUN.test(name)) return true
  return content.length > 0 && content.endsWith(ENDS[name.slice(name.lastIndexOf('.') + 1)] ?? '')
}
