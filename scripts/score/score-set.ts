import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type JudgedRecord, judge } from './calibration.ts'
import { type FieldTally, type Figures, faultsOf, riskyValues } from './figures.ts'
import { emptyPapers, readGolds } from './gold.ts'
import { type Mistake, readMistakes } from './mistakes.ts'
import { ScoreError } from './score-error.ts'
import { goldNames, papersOf, type ScoreSet, SHARED } from './sets.ts'
import { sureRecords } from './stored-records.ts'

/** The only scorer. */
export const SCORER = join(SHARED, 'accept/score.mjs')
const SCRUTINEER = fileURLToPath(new URL('../../src/cli/scrutineer.js', import.meta.url))
/** The import ends so when it could not start; with 1 it read what could be read. */
const COULD_NOT_START = 2

/** What came of a set. */
export interface SetScore extends Figures {
  name: string
  within?: string
  database: string
  papers: number
  fields: FieldTally[]
  mistakes: Mistake[]
  risky: ReturnType<typeof riskyValues>
  /** Papers that hold nothing, and those of them that were given something all the same. */
  nothing: ReturnType<typeof emptyPapers>
  /** Null where records have no confidence yet. */
  records: JudgedRecord[] | null
}

/** Imports a set's papers with the command, into a database of their own in the folder. */
export function importSet(set: ScoreSet, folder: string): string {
  mkdirSync(folder, { recursive: true })
  const database = join(folder, `${set.within ?? set.name}.db`)
  for (const suffix of ['', '-wal', '-shm']) rmSync(database + suffix, { force: true })
  const { status, stderr } = spawnSync(process.execPath, [SCRUTINEER, 'import', ...papersOf(set), '--quiet', '--db', database], {
    encoding: 'utf8',
  })
  if (status === null || status >= COULD_NOT_START) throw new ScoreError(`The import of ${set.name} failed: ${stderr.trim()}`)
  return database
}

/** Holds a database against a set's golds. */
export function scoreSet(set: ScoreSet, database: string): SetScore {
  const names = goldNames(set)
  if (names.length === 0) throw new ScoreError(`The folder ${set.gold} holds no golds of the set ${set.name}.`)
  const only = set.holds ? ['--only', names.join(',')] : []
  const output = runScorer([database, set.gold, '--verbose', '--json', ...only], `${database}.scored`)
  const brace = output.lastIndexOf('\n{') + 1
  const { fields, ...figures }: Figures & { fields: FieldTally[] } = JSON.parse(output.slice(brace))
  const mistakes = readMistakes(output.slice(0, brace), names)
  if (faultsOf(mistakes).wrong !== figures.found - figures.right) throw new Error(`Not all mistakes of ${set.name} were understood.`)
  const golds = readGolds(set.gold, names)
  const records = sureRecords(database, golds)
  return {
    name: set.name,
    ...(set.within ? { within: set.within } : {}),
    database,
    papers: names.length,
    ...figures,
    fields,
    mistakes,
    risky: riskyValues(fields),
    nothing: emptyPapers(golds, fields),
    records: records && judge(records, mistakes),
  }
}

/** Runs the scorer. What it prints goes through a file: it ends itself before a pipe has taken all. */
function runScorer(args: string[], path: string): string {
  const file = openSync(path, 'w')
  try {
    const { status, stderr } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', SCORER, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', file, 'pipe'],
    })
    if (status !== 0) throw new ScoreError(`The scorer failed on ${args[0]}: ${stderr.trim()}`)
    return readFileSync(path, 'utf8')
  } finally {
    closeSync(file)
    rmSync(path)
  }
}
