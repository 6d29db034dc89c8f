// Imports the shared sets of papers, has ../shared/accept/score.mjs hold them against their golds, and says what came of it:
// npm run score -- [SET…|headings] [--worst N] [--field PREFIX] [--doc NAME] [--docs DIR --gold DIR] [--keep DIR] [--floors] [--json]
// It ends with 0; with 1 where --floors was given and a floor is missed; with 2 where nothing could be scored.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bandsOf } from './score/calibration.ts'
import { byField, faultsOf, worstPapers } from './score/figures.ts'
import { type Floor, holdFloors } from './score/floors.ts'
import { HEADINGS, holdHeadings, type JudgedHeading, scoreHeadings } from './score/headings.ts'
import type { Mistake } from './score/mistakes.ts'
import {
  calibrationTable,
  fieldsTable,
  floorLines,
  headingLines,
  mistakeLines,
  risksTable,
  setsTable,
  worstTable,
} from './score/print-score.ts'
import { ScoreError } from './score/score-error.ts'
import { importSet, SCORER, type SetScore, scoreSet } from './score/score-set.ts'
import { countedOnce, givenSet, needFolders, type ScoreSet, setsOf } from './score/sets.ts'

const FLOORS = new URL('./score/floors.json', import.meta.url)
const OPTIONS = {
  worst: { type: 'string', default: '10' },
  field: { type: 'string' },
  doc: { type: 'string' },
  docs: { type: 'string' },
  gold: { type: 'string' },
  keep: { type: 'string' },
  floors: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const
type Options = ReturnType<typeof readOptions>['values']

const readOptions = () => parseArgs({ allowPositionals: true, options: OPTIONS })

function wantedSets({ docs, gold }: Options, names: string[]): ScoreSet[] {
  if ((docs === undefined) !== (gold === undefined)) throw new ScoreError('--docs and --gold are given together.')
  const given = docs !== undefined && gold !== undefined ? [givenSet(docs, gold)] : []
  const sets = names.filter((name) => name !== HEADINGS)
  const onlyOthers = sets.length === 0 && (given.length > 0 || names.includes(HEADINGS))
  return [...given, ...(onlyOthers ? [] : setsOf(sets))]
}

/** The shared headings, where all is asked for or they are. */
function wantedHeadings({ docs, doc, field }: Options, names: string[]): JudgedHeading[] | null {
  if (names.includes(HEADINGS)) {
    const judged = scoreHeadings()
    if (!judged) throw new ScoreError('The file ../shared/headings.tsv is missing.')
    return judged
  }
  return names.length === 0 && docs === undefined && doc === undefined && field === undefined ? scoreHeadings() : null
}

/** Scores sets one after another; parts of one set share its import. */
function scoreAll(sets: readonly ScoreSet[], folder: string): SetScore[] {
  const databases = new Map<string, string>()
  return sets.map((set) => {
    const whole = set.within ?? set.name
    const database = databases.get(whole) ?? importSet(set, folder)
    databases.set(whole, database)
    return scoreSet(set, database)
  })
}

const isListing = ({ field, doc }: Options): boolean => field !== undefined || doc !== undefined

const askedFor = (mistakes: readonly Mistake[], { field = '', doc }: Options): Mistake[] =>
  mistakes.filter((mistake) => mistake.field.startsWith(field) && (doc === undefined || mistake.document === doc))

function asJson(scores: readonly SetScore[], options: Options): unknown {
  return scores.map(({ records, mistakes, fields, database, ...score }) => ({
    ...score,
    ...(options.keep === undefined ? {} : { database }),
    ...faultsOf(mistakes),
    fields: byField(fields),
    worst: worstPapers(mistakes),
    calibration: records && bandsOf(records),
    ...(isListing(options) ? { mistakes: askedFor(mistakes, options) } : {}),
  }))
}

function tell(scores: readonly SetScore[], options: Options): string {
  if (isListing(options))
    return `${setsTable(scores)}\n\n${mistakeLines(countedOnce(scores).flatMap((score) => askedFor(score.mistakes, options)))}`
  const tables = [
    setsTable,
    risksTable,
    fieldsTable,
    (all: readonly SetScore[]) => worstTable(all, Number(options.worst)),
    calibrationTable,
  ]
  return tables.map((table) => table(scores)).join('\n\n')
}

function readFloors(scores: readonly SetScore[], headings: readonly JudgedHeading[] | null): Floor[] {
  const floors: Record<string, number> = JSON.parse(readFileSync(FLOORS, 'utf8'))
  return [...holdFloors(scores, floors), ...(headings ? holdHeadings(headings, floors) : [])]
}

function main(): void {
  const { values, positionals } = readOptions()
  if (!/^\d+$/u.test(values.worst)) throw new ScoreError('--worst takes a whole number.')
  const sets = wantedSets(values, positionals)
  if (sets.length > 0) needFolders(sets, SCORER)
  const headings = wantedHeadings(values, positionals)
  const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'scrutineer-score-'))
  try {
    const scores = scoreAll(sets, folder)
    const floors = values.floors ? readFloors(scores, headings) : []
    if (values.json) console.log(JSON.stringify({ sets: asJson(scores, values), headings, floors }, null, 1))
    else console.log([...(scores.length > 0 ? [tell(scores, values)] : []), ...(headings ? [headingLines(headings)] : [])].join('\n\n'))
    if (values.floors && !values.json) console.log(`\n${floorLines(floors)}`)
    if (values.keep && !values.json) console.log(`\nKept: ${[...new Set(scores.map(({ database }) => database))].join(', ')}`)
    if (floors.some(({ isReached }) => !isReached)) process.exitCode = 1
  } finally {
    if (!values.keep) rmSync(folder, { recursive: true, force: true })
  }
}

try {
  main()
} catch (error) {
  const isMisspelt = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  if (!(error instanceof ScoreError) && !isMisspelt) throw error
  console.error(error.message)
  process.exitCode = 2
}
