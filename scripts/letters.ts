// Compares the letters that come out of PDFs with those that pdftotext finds: node scripts/letters.ts [FILE or FOLDER]… [--pages]
// Without arguments it reads the fixtures and, where that folder is there, ../shared. Exits with 1 where a file keeps less than 99 %.
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DocumentError } from '../schema/errors.ts'
import type { PageLetters } from './letters/compare-letters.ts'
import { compareLetters } from './letters/compare-letters.ts'
import { countOf, printed } from './letters/letters.ts'
import { readLetters } from './letters/read-letters.ts'

/** So many of the letters come out, and no more than the rest are doubled. */
const LEAST_SHARE = 0.99
/** Pages of a failing file that are shown. */
const PAGES_SHOWN = 4

const given = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const files = (given.length > 0 ? given : ['fixtures', '../shared'].filter(existsSync)).flatMap((path) =>
  statSync(path).isDirectory() ? globSync('**/*.pdf', { cwd: path }).map((name) => join(path, name)) : [path],
)

// pdfjs may resolve an object twice after its page is gone; nothing is lost by it, and anything else is an error.
process.on('unhandledRejection', (cause) => {
  if (!(cause instanceof Error && cause.message.includes('already resolved'))) throw cause
})

let [expected, lost, doubled, failed] = [0, 0, 0, 0]
for (const path of files.sort()) {
  const pages = await comparePages(path)
  if (pages === null) continue
  const [all, missing, twice] = [sum(pages, (page) => page.expected), sum(pages, lostOf), sum(pages, doubledOf)]
  expected += all
  lost += missing
  doubled += twice
  if (missing <= (1 - LEAST_SHARE) * all && twice <= (1 - LEAST_SHARE) * all) continue
  failed++
  console.log(`✗ ${path}: ${missing} of ${all} letters are missing, ${twice} doubled`)
  const worst = pages.sort((a, b) => lostOf(b) + doubledOf(b) - lostOf(a) - doubledOf(a)).slice(0, PAGES_SHOWN)
  for (const page of worst) {
    if (lostOf(page) > 0) console.log(`    page ${page.page} misses ${lostOf(page)}: ${printed(page.missing)}`)
    if (doubledOf(page) > 0) console.log(`    page ${page.page} doubles ${doubledOf(page)}: ${printed(page.doubled)}`)
  }
}
const share = expected === 0 ? 1 : 1 - lost / expected
console.log(`${files.length} files, ${expected} letters: ${(100 * share).toFixed(3)} % come out, ${doubled} doubled; ${failed} files fail`)
process.exitCode = failed > 0 ? 1 : 0

/** A file's pages; null for one that one of the two readers cannot read. */
async function comparePages(path: string): Promise<PageLetters[] | null> {
  const texts = foundByPdftotext(path)
  try {
    return texts && (await readLetters(readFileSync(path))).map((page) => compareLetters(page, texts[page.page - 1] ?? ''))
  } catch (error) {
    if (error instanceof DocumentError) return null
    throw error
  }
}

function foundByPdftotext(path: string): string[] | null {
  const { status, stdout, error } = spawnSync('pdftotext', ['-raw', '-enc', 'UTF-8', path, '-'], { encoding: 'utf8', maxBuffer: 1e9 })
  if (error) throw error
  return status === 0 ? stdout.split('\f') : null
}

function lostOf({ missing }: PageLetters): number {
  return countOf(missing)
}

function doubledOf({ doubled: letters }: PageLetters): number {
  return countOf(letters)
}

function sum(pages: readonly PageLetters[], of: (page: PageLetters) => number): number {
  return pages.reduce((total, page) => total + of(page), 0)
}
