import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COMPLETION_SCRIPTS } from '../../src/cli/completion-scripts.ts'
import { buildProgram } from '../../src/cli/program.ts'
import { runInProcess } from './run-in-process.ts'

const SHELLS = ['bash', 'zsh', 'fish'] as const
const hasShell = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0
const program = buildProgram(() => {})

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scrutineer-completion-'))
  for (const shell of SHELLS) writeFileSync(join(folder, `scrutineer.${shell}`), COMPLETION_SCRIPTS[shell](program))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a shell says to a script, line by line; its own start-up files are left alone. */
function ask(shell: string, script: string): string[] {
  const flags = { bash: ['--norc'], zsh: ['-f'], fish: ['--no-config'] }[shell] ?? []
  const { stdout, stderr, status } = spawnSync(shell, [...flags, '-c', script], { cwd: folder, encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
  return stdout.split('\n').filter(Boolean)
}

/** Words that a shell is given, the last of them begun; and what it must and must not offer. */
const CASES: [line: string, offers: string[], not: string[]][] = [
  ['scrutineer st', ['status'], ['import', '--db']],
  ['scrutineer import --a', ['--again'], ['--jobs', 'status']],
  ['scrutineer export --format ', ['json'], ['--db']],
  ['scrutineer export --format csv xl', ['xlsx'], ['csv']],
  ['scrutineer export --format csv --o', ['--out'], ['xlsx']],
  ['scrutineer schema recomm', ['recommendations'], ['reviews']],
  ['scrutineer correct set', ['settle', 'set'], ['link']],
]

describe.runIf(hasShell('bash'))('bash', () => {
  test.each(CASES)('completes "%s"', (line, offers, not) => {
    const words = line.split(' ')
    const found = ask(
      'bash',
      `source ./scrutineer.bash; COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}
_scrutineer; printf '%s\\n' "\${COMPREPLY[@]}"`,
    )
    expect(found).toEqual(expect.arrayContaining(offers))
    expect(found.filter((word) => not.includes(word))).toEqual([])
  })
})

describe.runIf(hasShell('fish'))('fish', () => {
  test.each(CASES)('completes "%s"', (line, offers, not) => {
    const found = ask('fish', `source ./scrutineer.fish; complete -C '${line}'`).map((word) => word.split('\t')[0])
    expect(found).toEqual(expect.arrayContaining(offers))
    expect(found.filter((word) => not.includes(word ?? ''))).toEqual([])
  })
})

describe.runIf(hasShell('zsh'))('zsh', () => {
  // What zsh would insert is only seen on a terminal; the builtins that are reported are listened to instead.
  const heard = `_describe() { print -l -- "\${(@P)2}" }; _arguments() { print -l -- "$@" }; compdef() { }; source ./scrutineer.zsh`

  test('offers the commands with what they do', () => {
    const found = ask('zsh', `${heard}; words=(scrutineer st); CURRENT=2; _scrutineer`)
    expect(found).toContain('status:show the reviews; or one review; or what became of one recommendation')
  })

  test("offers a command's options and closed sets", () => {
    const found = ask('zsh', `${heard}; words=(scrutineer export --format ''); CURRENT=4; _scrutineer`)
    expect(found).toEqual(
      expect.arrayContaining(['--format[how; several may be given]:*-*:value:(csv jsonl xlsx json)', '--db[the database]:file:_files']),
    )
    expect(ask('zsh', `${heard}; words=(scrutineer completion ''); CURRENT=3; _scrutineer`)).toContain('1:what:(bash zsh fish)')
  })
})

test.each(SHELLS)('the script for %s knows every command and option', (shell) => {
  const script = COMPLETION_SCRIPTS[shell](program)
  for (const command of program.commands) {
    expect(script).toContain(command.name())
    for (const { long } of command.options) if (long) expect(script).toContain(shell === 'fish' ? `-l ${long.slice(2)}` : long)
  }
})

test('"completion" prints the script, and names the shells that it knows', async () => {
  expect((await runInProcess(['completion', 'fish'])).stdout).toBe(COMPLETION_SCRIPTS.fish(program))
  expect(await runInProcess(['completion', 'tcsh'])).toMatchObject({ code: 2, stderr: expect.stringContaining('bash, zsh, fish') })
})
