// How long the usual questions take among many updates: npm run bench:views [-- UPDATES] [--plan] [--keep FILE]
// --plan shows how SQLite goes about each question; --keep fills FILE and leaves it, or asks it again if it is there.
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { archiveTotals } from '../src/cli/import-summary.ts'
import { recommendationHistory } from '../src/cli/recommendation-history.ts'
import { undecidedRows } from '../src/cli/undecided.ts'
import { openStore } from '../src/store/open-store.ts'
import { fillFile } from './bench/views/fill.ts'
import { findSubject, QUESTIONS } from './bench/views/questions.ts'

const ROUNDS = 5
/** Of what takes long, the rounds that are asked for are fewer. */
const LONG_MS = 2000

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { plan: { type: 'boolean', default: false }, keep: { type: 'string' } },
})
const folder = mkdtempSync(join(tmpdir(), 'scrutineer-bench-'))
const path = values.keep ?? join(folder, 'views.db')

/** Milliseconds of each round, the shortest first; one round goes before to warm up. */
function timesOf(work: () => unknown): number[] {
  const times: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const begun = performance.now()
    work()
    times.push(performance.now() - begun)
    if (round > 0 && times.reduce((sum, ms) => sum + ms, 0) > LONG_MS) break
  }
  return times.slice(1).sort((a, b) => a - b)
}

function printTimes(asked: string, rows: number, times: readonly number[]): void {
  const cells = [times[0], times[Math.floor(times.length / 2)], times.at(-1)].map((ms) => (ms ?? 0).toFixed(2).padStart(10))
  console.log(`${asked.padEnd(44)} ${String(rows).padStart(7)} ${cells.join(' ')}`)
}

try {
  if (!existsSync(path)) {
    const begun = performance.now()
    const { reviews, updates } = fillFile(path, Number(positionals[0] ?? 1_000_000))
    const seconds = ((performance.now() - begun) / 1000).toFixed(0)
    console.log(`${updates} updates of ${reviews} reviews, ${(statSync(path).size / 1e6).toFixed(0)} MB, filled in ${seconds} s\n`)
  }
  const store = openStore(path, { readonly: true })
  const subject = findSubject(store)
  const [recommendation] = store.query('SELECT * FROM recommendations WHERE recommendation_id = ?', subject.recommendation)
  console.log(`${'milliseconds'.padEnd(44)} ${'rows'.padStart(7)} ${['min', 'median', 'max'].map((name) => name.padStart(10)).join(' ')}`)
  for (const one of [true, false]) {
    console.log(one ? '\nof one thing' : '\nof the whole archive')
    for (const { asked, sql, about } of QUESTIONS.filter((question) => question.one === one)) {
      const parameters = about.map((name) => subject[name])
      let rows = 0
      const times = timesOf(() => {
        rows = store.query(sql, ...parameters).length
      })
      printTimes(asked, rows, times)
      if (!values.plan) continue
      for (const step of store.query(`EXPLAIN QUERY PLAN ${sql}`, ...parameters)) console.log(`    ${step.detail}`)
    }
  }
  console.log('\nwhat the program asks')
  if (recommendation)
    printTimes(
      'status REVIEW NUMBER',
      1,
      timesOf(() => recommendationHistory(store, recommendation)),
    )
  printTimes(
    'status',
    1,
    timesOf(() => store.rows('reviews')),
  )
  printTimes(
    'the sums behind an import',
    1,
    timesOf(() => archiveTotals(store)),
  )
  printTimes(
    'check',
    1,
    timesOf(() => undecidedRows(store)),
  )
  store.close()
} finally {
  rmSync(folder, { recursive: true })
}
