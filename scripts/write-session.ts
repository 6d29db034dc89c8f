// Writes a session with real output into the README, between its marks: node scripts/write-session.ts [--check]
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const README = join(root, 'README.md')
/** What a newcomer types first. */
const COMMANDS = [
  ['import', 'fixtures/archive', '--quiet'],
  ['status', 'bus services'],
  ['status', 'bus services', '3'],
]

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
      return `$ npx scrutineer ${typed}\n${run.stdout}${run.stderr}`.trimEnd()
    }).join('\n\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const readme = readFileSync(README, 'utf8')
const written = readme.replace(
  /(<!-- session -->\n)[\s\S]*?(<!-- \/session -->)/u,
  (_, open: string, close: string) => `${open}\`\`\`console\n${runSession()}\n\`\`\`\n${close}`,
)
if (process.argv.includes('--check')) process.exitCode = written === readme ? 0 : 1
else writeFileSync(README, written)
