#!/usr/bin/env node
// The command as npm installs it: plain JavaScript that the oldest Node can read. Where this Node is too old it goes on
// with the one that a clone pins, or says in one line what to do. All else is in main.ts, or in dist/ where the package
// was published.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NEEDED = [22, 13]
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

/** The user's own folder for what can be made again: others can neither read nor change what lies there. */
function cacheFolder() {
  const { env, platform } = process
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(homedir(), 'AppData', 'Local'), 'scrutineer', 'Cache')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'scrutineer')
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'scrutineer')
}

/** What was compiled once is kept for the next start, which takes half the time then; NODE_DISABLE_COMPILE_CACHE=1 forbids it. */
nodeModule.enableCompileCache?.(process.env.NODE_COMPILE_CACHE || join(cacheFolder(), 'compiled'))

/** Node strips the types by itself, and in some versions says at each start that this is new. */
const emitWarning = process.emitWarning
process.emitWarning = (warning, ...rest) => {
  if (!/type stripping/i.test(String(warning))) emitWarning.call(process, warning, ...rest)
}

if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  goOnWithPinned(NEEDED.join('.'))
} else {
  const source = new URL('main.ts', import.meta.url)
  import(existsSync(source) ? source.href : '../../dist/src/cli/main.js').catch((error) => {
    if (error.code !== 'ERR_UNKNOWN_FILE_EXTENSION') throw error
    goOnWithPinned('22.18')
  })
}

/** Runs the command by the Node that `npm ci` put into a clone; where there is none, says what to do. */
function goOnWithPinned(needed) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const pinned = fileURLToPath(new URL(`../../node_modules/node/bin/${name}`, import.meta.url))
  if (process.env.SCRUTINEER_PINNED || !existsSync(pinned)) {
    console.error(
      `scrutineer needs Node ${needed} or newer, and this is ${process.versions.node}. Update Node, or run "npm ci" in a clone.`,
    )
    process.exitCode = 2
    return
  }
  const env = { ...process.env, SCRUTINEER_PINNED: '1' }
  const child = spawn(pinned, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit', env })
  // Ctrl-C reaches both; the command ends in its own way, and this one after it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => signal === 'SIGINT' || child.kill(signal))
  child.on('exit', (code, signal) => {
    if (signal === null) process.exitCode = code
    else process.removeAllListeners(signal).kill(process.pid, signal)
  })
}
