import { Readable, Writable } from 'node:stream'
import { runProgram } from '../../src/cli/run-program.ts'
import type { Ended } from './run-command.ts'

/** Where and how a command is run, and what its output goes to: a pipe, if no terminal is given. */
interface Surroundings {
  cwd?: string
  /** Laid over the environment for the time of the run; what is undefined here is not set then. */
  env?: NodeJS.ProcessEnv
  /** A terminal of so many columns for both outputs. */
  terminal?: { columns: number }
}

/** What a command prints to, in the place of the process's own stream. */
class Screen extends Writable {
  readonly isTTY: boolean
  readonly columns: number | undefined
  text = ''

  constructor(terminal: { columns: number } | undefined) {
    super({ decodeStrings: false, write: (chunk: unknown, _, done) => done(this.#take(chunk)) })
    this.isTTY = terminal !== undefined
    this.columns = terminal?.columns
  }

  #take(chunk: unknown): null {
    this.text += String(chunk)
    return null
  }
}

let isRunning = false

/** Commands that start threads: one is enough for a test. */
const THREADED = new Set(['import', 'report'])

/**
 * Runs `scrutineer` in this process, as `runCommand` does in one of its own: that costs the start of a process each time.
 * What the command finds in `process` (streams, environment, folder) is put in place for the run and taken away after it,
 * so one runs at a time. An import or a report has one thread unless it is reported otherwise; that of an import waits for
 * the next one and then ends by itself. Signals, another user's rights and the binary's own start need `runCommand`.
 */
export async function runInProcess(args: readonly string[], { cwd, env, terminal }: Surroundings = {}): Promise<Ended> {
  if (isRunning) throw new Error('one command at a time can run in this process: await the first, or use runCommand')
  isRunning = true
  const [stdout, stderr] = [new Screen(terminal), new Screen(terminal)]
  const restore = [
    replaceStream('stdin', Readable.from([])),
    replaceStream('stdout', stdout),
    replaceStream('stderr', stderr),
    replaceEnvironment({ NO_COLOR: '1', ...env }),
    replaceFolder(cwd),
  ]
  try {
    const jobs = THREADED.has(args[0] ?? '') && !args.includes('--jobs') ? ['--jobs', '1'] : []
    const code = await runProgram([process.execPath, 'scrutineer', ...args, ...jobs])
    return { code, signal: null, stdout: stdout.text, stderr: stderr.text }
  } finally {
    for (const undo of restore) undo()
    isRunning = false
  }
}

function replaceStream(name: 'stdin' | 'stdout' | 'stderr', stream: Readable | Writable): () => void {
  const own = Object.getOwnPropertyDescriptor(process, name)
  if (!own) throw new Error(`process has no ${name}`)
  Object.defineProperty(process, name, { configurable: true, enumerable: true, value: stream })
  return () => Object.defineProperty(process, name, own)
}

function replaceEnvironment(laid: NodeJS.ProcessEnv): () => void {
  const own = Object.entries(laid).map(([name]) => [name, process.env[name]] as const)
  setAll(Object.entries(laid))
  return () => setAll(own)
}

function setAll(variables: readonly (readonly [name: string, value: string | undefined])[]): void {
  for (const [name, value] of variables) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
}

function replaceFolder(folder: string | undefined): () => void {
  const own = process.cwd()
  if (folder !== undefined) process.chdir(folder)
  return () => process.chdir(own)
}
