import { appendFileSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Random } from '../bench/link/random.ts'
import { after, atWorkUntil, ended, runAndKill, startCommand } from './kill-command.ts'
import { damageOf, differences, storedViews } from './stored-views.ts'

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url))
const DATABASE = 'scrutineer.db'
const IMPORT = ['import', 'papers', '--quiet', '--jobs', '2']

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
      kill.wrong.push(...damageOf(this.#path(DATABASE)))
    } while (this.#random.chance(KILLED_AGAIN))
    const code = await ended(startCommand(this.#folder, IMPORT))
    if (code !== 0 && code !== 1) kill.wrong.push(`the next import ended with ${code}`)
    kill.wrong.push(...differences(storedViews(this.#path(DATABASE)), this.#wanted.get(scene)))
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
    let bytes = 0
    await atWorkUntil(ended(startCommand(this.#folder, IMPORT)), () => {
      bytes = Math.max(bytes, this.#logBytes())
      return false
    })
    this.#whole.set(scene, { milliseconds: performance.now() - began, bytes })
    this.#wanted.set(scene, storedViews(this.#path(DATABASE)))
  }

  async #runAndKill(instant: Instant): Promise<boolean> {
    const isDue = 'bytes' in instant ? () => this.#logBytes() >= instant.bytes && this.#logBytes() > 0 : after(instant.milliseconds)
    return runAndKill(this.#folder, IMPORT, isDue)
  }

  #logBytes(): number {
    return statSync(this.#path(`${DATABASE}-wal`), { throwIfNoEntry: false })?.size ?? 0
  }
}
