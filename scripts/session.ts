import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
/** The README. */
export const README = join(root, 'README.md')
/** What a newcomer types first. */
const COMMANDS = [
  ['import', 'fixtures/archive', '--quiet'],
  ['status', 'bus services'],
]

/** What a busy machine read slowly: it differs from run to run. */
const SLOWEST = /^ {2}Slowest to read:\n(?: {4}.*\n)+/mu

/** The session as it runs in a folder of its own, so that nothing lies about. */
export function runSession(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scrutineer-session-'))
  try {
    cpSync(join(root, 'fixtures/archive'), join(folder, 'fixtures/archive'), { recursive: true })
    return COMMANDS.map((args) => {
      const run = spawnSync(process.execPath, [join(root, 'src/cli/scrutineer.js'), ...args], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, NO_COLOR: '1', COLUMNS: '110' },
      })
      const typed = args.map((arg) => (arg.includes(' ') ? `"${arg}"` : arg)).join(' ')
      return `$ npx scrutineer ${typed}\n${run.stdout}${run.stderr}`.replace(SLOWEST, '').trimEnd()
    }).join('\n\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
}
