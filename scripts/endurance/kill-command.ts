import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const BIN = fileURLToPath(new URL('../../src/cli/scrutineer.js', import.meta.url))

/** How often it is looked whether the time has come. */
const LOOK_MS = 1

/** Starts `scrutineer` in a folder, with its output going nowhere. */
export function startCommand(cwd: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [BIN, ...args], { cwd, stdio: 'ignore' })
}

/** The exit code of a process, or null where a signal ended it. */
export function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code))
  })
}

/** Looks until the process has ended by itself, or `isTime` says so. Gives whether it is still at work. */
export async function atWorkUntil(end: Promise<unknown>, isTime: () => boolean): Promise<boolean> {
  for (let atWork = true; ; atWork = await Promise.race([setTimeout(LOOK_MS, true), end.then(() => false)])) {
    if (!atWork || isTime()) return atWork
  }
}

/** Runs a command and kills it when `isTime` says so. Gives whether it was still at work then. */
export async function runAndKill(cwd: string, args: readonly string[], isTime: () => boolean): Promise<boolean> {
  const child = startCommand(cwd, args)
  const end = ended(child)
  const atWork = await atWorkUntil(end, isTime)
  child.kill('SIGKILL')
  await end
  return atWork
}

/** Says when so many milliseconds have gone by from now. */
export function after(milliseconds: number): () => boolean {
  const began = performance.now()
  return () => performance.now() - began >= milliseconds
}
