import { copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openStore } from '../../src/store/open-store.ts'
import { Random } from '../bench/link/random.ts'
import { after, ended, runAndKill, startCommand } from './kill-command.ts'
import { damageOf, differences, storedViews } from './stored-views.ts'

const FIXTURES = fileURLToPath(new URL('../../fixtures/archive', import.meta.url))
const DATABASE = 'scrutineer.db'
const CORRECTIONS = 'scrutineer.corrections.jsonl'
const IMPORT = ['import', 'papers', '--quiet', '--jobs', '1']
const SIGNED = ['--by', 'Ada', '--why', 'so the minutes say']

/** One correction that was killed. */
export interface CorrectionKill {
  command: string
  milliseconds: number
  /** Whether it was still at work. */
  hit: boolean
  /** Whether its line is in the file. */
  isKept: boolean
  /** What was lost, half or not made good by the next import. */
  wrong: string[]
}

/**
 * Kills corrections at instants drawn under a seed. What people said before must be in the file as it was, what was being
 * said must be there whole or not at all, and the next import must give what the file says.
 */
export class KilledCorrections {
  readonly #folder = mkdtempSync(join(tmpdir(), 'scrutineer-kills-'))
  readonly #random: Random
  readonly #commands: string[][] = []
  /** The views by the command that was carried out last. */
  readonly #wanted = new Map<string, Map<string, string>>()
  #milliseconds = 0

  constructor(seed: number) {
    this.#random = new Random(seed)
    cpSync(FIXTURES, this.#path('papers'), { recursive: true })
  }

  /** Makes an archive with one correction, and the views that each of some others gives. */
  async prepare(): Promise<void> {
    await this.#run(IMPORT)
    const store = openStore(this.#path(DATABASE), { readonly: true })
    const first = (sql: string): string => String(Object.values(store.query(sql)[0] ?? {})[0])
    const recommendation = first('SELECT min(recommendation_id) FROM recommendations')
    const later = first('SELECT max(recommendation_id) FROM recommendations')
    const commitment = first('SELECT min(commitment_id) FROM commitments')
    const [into, from] = [first('SELECT min(review_id) FROM reviews'), first('SELECT max(review_id) FROM reviews')]
    store.close()
    await this.#run(['correct', 'set', recommendation, 'status=achieved', ...SIGNED])
    this.#commands.push(
      ['correct', 'set', later, 'status=slipped', ...SIGNED],
      ['correct', 'set', commitment, 'due_text=March 2031', ...SIGNED],
      ['correct', 'merge', from, into, ...SIGNED],
    )
    for (const name of [DATABASE, CORRECTIONS]) copyFileSync(this.#path(name), this.#path(`${name}.before`))
    this.#wanted.set('', storedViews(this.#path(DATABASE)))
    for (const command of this.#commands) {
      this.#startOver()
      const began = performance.now()
      await this.#run(command)
      this.#milliseconds = Math.max(this.#milliseconds, performance.now() - began)
      this.#wanted.set(command.join(' '), storedViews(this.#path(DATABASE)))
    }
  }

  /** Kills one correction, and sees what the next import makes of it. */
  async kill(): Promise<CorrectionKill> {
    this.#startOver()
    const before = readFileSync(this.#path(CORRECTIONS), 'utf8')
    const args = this.#random.pick(this.#commands)
    const milliseconds = Math.round(this.#random.next() * this.#milliseconds)
    const hit = await runAndKill(this.#folder, args, after(milliseconds))
    const now = existsSync(this.#path(CORRECTIONS)) ? readFileSync(this.#path(CORRECTIONS), 'utf8') : ''
    const kill: CorrectionKill = { command: args.join(' '), milliseconds, hit, isKept: now !== before, wrong: [] }
    if (!now.startsWith(before)) kill.wrong.push('what was said before is lost')
    if (kill.isKept && !isWhole(now.slice(before.length))) kill.wrong.push('the line is half')
    kill.wrong.push(...damageOf(this.#path(DATABASE)))
    const code = await ended(startCommand(this.#folder, IMPORT))
    if (code !== 0) kill.wrong.push(`the next import ended with ${code}`)
    kill.wrong.push(...differences(storedViews(this.#path(DATABASE)), this.#wanted.get(kill.isKept ? kill.command : '')))
    return kill
  }

  /** Takes the folder away. */
  end(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #path(name: string): string {
    return join(this.#folder, name)
  }

  #startOver(): void {
    for (const suffix of ['-wal', '-shm']) rmSync(this.#path(DATABASE + suffix), { force: true })
    for (const name of [DATABASE, CORRECTIONS]) copyFileSync(this.#path(`${name}.before`), this.#path(name))
  }

  async #run(args: readonly string[]): Promise<void> {
    const code = await ended(startCommand(this.#folder, args))
    if (code !== 0) throw new Error(`scrutineer ${args.join(' ')} ended with ${code}`)
  }
}

/** Whether these are whole lines of JSON. */
function isWhole(lines: string): boolean {
  if (!lines.endsWith('\n')) return false
  try {
    for (const line of lines.trimEnd().split('\n')) JSON.parse(line)
    return true
  } catch {
    return false
  }
}
