import { type ChildProcess, spawn } from 'node:child_process'
import { appendFileSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openStore } from '../../src/store/open-store.ts'
import { VIEW_NAMES } from '../../src/store/views.ts'
import { Random } from '../bench/link/random.ts'

const BIN = fileURLToPath(new URL('../../src/cli/scrutineer.js', import.meta.url))
const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url))
const DATABASE = 'scrutineer.db'

/** One import that was killed, and whether the next one made it good. */
export interface Kill {
  /** Whether the archive was new to the database, or had been imported before and had changed since. */
  scene: Scene
  /** When each of its runs was killed; it is begun again after all but the last. */
  after: Instant[]
  /** How many of the kills came before the import had ended by itself. */
  hit: number
  /** What was wrong then: the database did not open, or a view is not what an undisturbed import gives. */
  wrong: string[]
}

type Scene = 'new' | 'changed'

/** So many milliseconds from the start, or when so many bytes were written to the database's log: most of the time it is not writing. */
export type Instant = { milliseconds: number } | { bytes: number }

/** How often the log is looked at. */
const LOOK_MS = 1

/** Chance that the import which is to make good is killed too. */
const KILLED_AGAIN = 0.3

/**
 * Kills imports of a made-up archive at instants drawn under a seed, lets the next run end, and holds every view against
 * that of an undisturbed import. The folder it works in is its own, and is taken away at the end.
 */
export class KilledImports {
  readonly #folder = mkdtempSync(join(tmpdir(), 'scrutineer-kills-'))
  readonly #random: Random
  readonly #wanted = new Map<Scene, Map<string, string>>()
  readonly #whole = new Map<Scene, { milliseconds: number; bytes: number }>()

  constructor(seed: number) {
    this.#random = new Random(seed)
    this.#makeArchive()
  }

  /** Imports undisturbed what is to be compared with, and measures how long that takes. */
  async prepare(): Promise<void> {
    this.#startOver('new')
    await this.#undisturbed('new')
    this.#change()
    copyFileSync(this.#path(DATABASE), this.#path('before.db'))
    await this.#undisturbed('changed')
  }

  /** Kills one import, and sees what the next makes of it. */
  async kill(): Promise<Kill> {
    const scene: Scene = this.#random.chance(0.5) ? 'new' : 'changed'
    this.#startOver(scene)
    const kill: Kill = { scene, after: [], hit: 0, wrong: [] }
    do {
      const instant = this.#draw(scene)
      kill.after.push(instant)
      if (await this.#runAndKill(instant)) kill.hit++
      kill.wrong.push(...this.#damage())
    } while (this.#random.chance(KILLED_AGAIN))
    const code = await ended(this.#import())
    if (code !== 0 && code !== 1) kill.wrong.push(`the next import ended with ${code}`)
    kill.wrong.push(...this.#differences(scene))
    return kill
  }

  /** Takes the folder away. */
  end(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #draw(scene: Scene): Instant {
    const { milliseconds, bytes } = this.#whole.get(scene) ?? { milliseconds: 0, bytes: 0 }
    const share = this.#random.next()
    return this.#random.chance(0.5) ? { milliseconds: Math.round(share * milliseconds) } : { bytes: Math.round(share * bytes) }
  }

  #path(...names: string[]): string {
    return join(this.#folder, ...names)
  }

  /** Papers in two states: as they are first imported, and as some of them are later. */
  #makeArchive(): void {
    cpSync(join(FIXTURES, 'archive'), this.#path('new', 'archive'), { recursive: true })
    mkdirSync(this.#path('new', 'pdf'))
    for (const name of ['action-plan.writer-tagged.pdf', 'review-report.chromium.pdf']) {
      copyFileSync(join(FIXTURES, 'pdf', name), this.#path('new', 'pdf', name))
    }
    writeFileSync(this.#path('new', 'empty.txt'), '')
    cpSync(this.#path('new'), this.#path('changed'), { recursive: true })
    const marlford = this.#path('changed', 'archive', 'marlford-borough-council')
    appendFileSync(join(marlford, 'Progress Update - Bus Services - June 2022.txt'), '\nThis copy was amended on 4 July 2022.\n')
    renameSync(join(marlford, 'Appendix 2 - Action Plan - Review of Bus Services.txt'), this.#path('changed', 'plan.txt'))
    copyFileSync(join(FIXTURES, 'pdf', 'progress-cards.chromium.pdf'), this.#path('changed', 'pdf', 'later.pdf'))
  }

  #startOver(scene: Scene): void {
    for (const suffix of ['', '-wal', '-shm']) rmSync(this.#path(DATABASE + suffix), { force: true })
    rmSync(this.#path('papers'), { recursive: true, force: true })
    cpSync(this.#path(scene), this.#path('papers'), { recursive: true, preserveTimestamps: true })
    if (scene === 'changed') copyFileSync(this.#path('before.db'), this.#path(DATABASE))
  }

  /** Brings the papers to their later state under the database that knows the first. */
  #change(): void {
    rmSync(this.#path('papers'), { recursive: true })
    cpSync(this.#path('changed'), this.#path('papers'), { recursive: true, preserveTimestamps: true })
  }

  async #undisturbed(scene: Scene): Promise<void> {
    const began = performance.now()
    const end = ended(this.#import())
    let bytes = 0
    for (let ended = false; !ended; ) {
      bytes = Math.max(bytes, this.#logBytes())
      ended = await Promise.race([setTimeout(LOOK_MS, false), end.then(() => true)])
    }
    this.#whole.set(scene, { milliseconds: performance.now() - began, bytes })
    this.#wanted.set(scene, this.#views())
  }

  #import(): ChildProcess {
    return spawn(process.execPath, [BIN, 'import', 'papers', '--quiet', '--jobs', '2'], { cwd: this.#folder, stdio: 'ignore' })
  }

  /** Whether it was still at work when it was killed. */
  async #runAndKill(instant: Instant): Promise<boolean> {
    const child = this.#import()
    const end = ended(child)
    const began = performance.now()
    const isTime = (): boolean =>
      'bytes' in instant ? this.#logBytes() >= instant.bytes && this.#logBytes() > 0 : performance.now() - began >= instant.milliseconds
    let inTime = true
    while (inTime && !isTime()) inTime = await Promise.race([setTimeout(LOOK_MS, true), end.then(() => false)])
    child.kill('SIGKILL')
    await end
    return inTime
  }

  #logBytes(): number {
    return statSync(this.#path(`${DATABASE}-wal`), { throwIfNoEntry: false })?.size ?? 0
  }

  /** What is wrong with the file that was left. One that was never begun is whole. */
  #damage(): string[] {
    try {
      const store = openStore(this.#path(DATABASE))
      try {
        const found = store.query('PRAGMA integrity_check').map((row) => String(row.integrity_check))
        const strays = store.query('PRAGMA foreign_key_check').length
        return [...found.filter((word) => word !== 'ok'), ...(strays ? [`${strays} rows name what is not there`] : [])]
      } finally {
        store.close()
      }
    } catch (error) {
      return [`the database did not open: ${error instanceof Error ? error.message : error}`]
    }
  }

  /** Every view as one text, without what tells of imports rather than of papers. */
  #views(): Map<string, string> {
    const store = openStore(this.#path(DATABASE), { readonly: true })
    try {
      const names = VIEW_NAMES.filter((view) => view !== 'runs')
      return new Map(names.map((view) => [view, JSON.stringify(store.rows(view).map(({ imported_at: _, ...row }) => row))]))
    } finally {
      store.close()
    }
  }

  #differences(scene: Scene): string[] {
    const wanted = this.#wanted.get(scene)
    const found = this.#views()
    return [...found].filter(([view, rows]) => wanted?.get(view) !== rows).map(([view]) => `the view ${view} differs`)
  }
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code))
  })
}
