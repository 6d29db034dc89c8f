import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { openStore } from '../src/store/open-store.ts'
import { insteadOfOpen, TELLS_WHAT_IS_OPENED } from './cli/instead-of-open.ts'
import { runInProcess } from './cli/run-in-process.ts'
import { ROOT } from './examples.ts'

/** The papers that pages mention. */
const PAPERS = ['fixtures/archive', 'fixtures/pdf', 'fixtures/to-teach', 'fixtures/to-teach.words.jsonl']
const GIT_AUTHOR_NAME = 'A. Reader'

const COMMAND = 'npx scrutineer '
/** A word, or several in double quotes. */
const WORDS = /"([^"]*)"|\S+/gu
/** Whether a shell would make nothing else of the words of a line; and a browser is opened by a process of its own. */
const isPlain = (line: string): boolean => /^(?: |[\w./:@%+=,-]+|"[^"$`\\!]*"(?= |$))+$/u.test(line) && !line.includes('--open')

/** How a block ended, and what it printed. */
interface Followed {
  status: number | null
  output: string
}

/** Somebody who follows a page: a folder with the papers, in which its commands and queries are run one after the other. */
export class Reader {
  readonly folder = mkdtempSync(join(tmpdir(), 'scrutineer-reader-'))
  private readonly bin = join(this.folder, '.bin')

  constructor() {
    for (const papers of PAPERS) cpSync(join(ROOT, papers), join(this.folder, papers), { recursive: true })
    mkdirSync(this.bin)
    const scrutineer = join(ROOT, 'src', 'cli', 'scrutineer.js')
    this.command('npx', `[ "$1" = scrutineer ] || exit 127; shift; exec '${process.execPath}' '${scrutineer}' "$@"`)
    // What these would do has been done already, or this would not run.
    this.command('npm', '[ "$*" = ci ] || [ "$*" = test ] || exit 127; echo done')
  }

  /**
   * Runs a block of commands, to the first that fails; a page that would open in the browser is reported on standard error.
   * Lines of plain words need no shell, and run in this process.
   */
  async run(code: string): Promise<Followed> {
    const lines = code.trim().split('\n')
    if (!lines.every((line) => line.startsWith(COMMAND))) return this.askShell(code)
    const followed: Followed = { status: 0, output: '' }
    for (const line of lines) {
      const { status, output } = isPlain(line) ? await this.runPlain(line) : this.askShell(line)
      followed.output += output
      followed.status = status
      if (status !== 0) break
    }
    return followed
  }

  private async runPlain(line: string): Promise<Followed> {
    const words = [...line.slice(COMMAND.length).matchAll(WORDS)].map(([word, inQuotes]) => inQuotes ?? word)
    const { code, stdout, stderr } = await runInProcess(words, { cwd: this.folder, env: { GIT_AUTHOR_NAME } })
    return { status: code, output: stdout + stderr }
  }

  private askShell(code: string): Followed {
    const env = {
      ...process.env,
      ...insteadOfOpen(TELLS_WHAT_IS_OPENED),
      NO_COLOR: '1',
      GIT_AUTHOR_NAME,
      PATH: `${this.bin}${delimiter}${process.env.PATH}`,
    }
    const { status, stdout, stderr } = spawnSync('sh', ['-eu', '-c', code], { cwd: this.folder, encoding: 'utf8', env })
    return { status, output: stdout + stderr }
  }

  /** How many rows the database of the folder answers with. */
  ask(sql: string): number {
    const store = openStore(join(this.folder, 'scrutineer.db'), { readonly: true })
    try {
      return store.query(sql).length
    } finally {
      store.close()
    }
  }

  end(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  private command(name: string, script: string): void {
    writeFileSync(join(this.bin, name), `#!/bin/sh\n${script}\n`)
    chmodSync(join(this.bin, name), 0o755)
  }
}
