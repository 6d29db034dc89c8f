import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = import.meta.dirname

const json = (...path: string[]) => JSON.parse(readFileSync(join(FOLDER, ...path), 'utf8'))

/** Whether this folder's packages are there in the versions that its package.json names. */
function isInstalled(): boolean {
  const asked: Record<string, string> = json('package.json').devDependencies
  return Object.entries(asked).every(([name, version]) => {
    const manifest = ['node_modules', name, 'package.json']
    return existsSync(join(FOLDER, ...manifest)) && json(...manifest).version === version
  })
}

/** Installs the libraries that ours is measured against, once. They are not part of the project's own install. */
export function installOnDemand(): void {
  if (isInstalled()) return
  console.error('Installing LiteParse and pdf-data-parser into scripts/bench/pdf …')
  const { status } = spawnSync('npm', ['ci', '--prefix', FOLDER, '--no-audit', '--no-fund'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error('npm ci --prefix scripts/bench/pdf failed')
}

/** Whether poppler's pdftotext is on the PATH; else says in one line how to get it. */
export function hasPdftotext(): boolean {
  if (spawnSync('pdftotext', ['-v']).error === undefined) return true
  console.error('pdftotext is not on the PATH and is left out: apt-get install poppler-utils, or brew install poppler.')
  return false
}
