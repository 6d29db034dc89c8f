#!/usr/bin/env node
// The command as npm installs it: plain JavaScript that the oldest Node can read, so that it can say in one line what
// is wanting. All else is in main.ts, or in dist/ where the package was published.
import { existsSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'

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
  refuse(`scrutineer needs Node ${NEEDED.join('.')} or newer, and this is ${process.versions.node}. Run it with npx, or update Node.`)
} else {
  const source = new URL('main.ts', import.meta.url)
  import(existsSync(source) ? source.href : '../../dist/src/cli/main.js').catch((error) => {
    if (error.code !== 'ERR_UNKNOWN_FILE_EXTENSION') throw error
    refuse(`scrutineer needs Node 22.18 or newer to run from its source, and this is ${process.versions.node}. Run it with npx.`)
  })
}

function refuse(sentence) {
  console.error(sentence)
  process.exitCode = 2
}
