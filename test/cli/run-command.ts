import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const BIN = fileURLToPath(new URL('../../src/cli/scrutineer.js', import.meta.url))

/** What a command printed and how it ended. */
export interface Ended {
  code: number | null
  /** What ended it, if a signal did. */
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

/** Where and how a command is run. */
interface RunOptions {
  cwd?: string
  env?: NodeJS.ProcessEnv
  /** A command that runs the rest of its arguments, as "setpriv" and "unshare" do. */
  under?: readonly string[]
  /** Presses Ctrl-C once standard error shows this. */
  interruptAfter?: RegExp
  /** What is sent then; SIGINT if it is not given. */
  interrupt?: NodeJS.Signals
  /** Sends it a second time once standard error shows this. */
  again?: RegExp
  /** Something that is done here once standard error shows what is waited for. */
  once?: { shown: RegExp; act: () => void }
}

/**
 * Runs `scrutineer` as a person would, in a process of its own, with its output going to no terminal. Where nothing of
 * that is needed, `runInProcess` does the same without the start of a process.
 */
export function runCommand(
  args: readonly string[],
  { interruptAfter, interrupt = 'SIGINT', again, once, under = [], ...options }: RunOptions = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: '1', ...options.env }
    const [command = process.execPath, ...rest] = [...under, process.execPath, BIN, ...args]
    const child = spawn(command, rest, { ...options, env })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
      if (once?.shown.test(stderr)) {
        once.act()
        once = undefined
      }
      if (!interruptAfter?.test(stderr)) return
      interruptAfter = again
      again = undefined
      child.kill(interrupt)
    })
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }))
  })
}
