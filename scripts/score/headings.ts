import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { headingMeaning } from '../../parsers/outline/table-header.ts'
import type { FieldRole } from '../../schema/vocabulary/fields.ts'
import type { Floor } from './floors.ts'
import { ScoreError } from './score-error.ts'
import { SHARED } from './sets.ts'

/** The name under which the headings are asked for and held to a floor. */
export const HEADINGS = 'headings'
const FILE = join(SHARED, 'headings.tsv')
/** What careful readers gave for each line of that file; several where they differ. The headings themselves stay where they are. */
const EXPECTED = new URL('./heading-roles.json', import.meta.url)

/** The words of the readers for what the program calls a field. */
const READERS_WORDS: Record<FieldRole, readonly string[]> = {
  number: ['number'],
  recommendation: ['recommendation'],
  objective: ['recommendation'],
  verdict: ['verdict', 'answer'],
  action: ['action'],
  responsible: ['who'],
  sponsor: ['who'],
  due: ['due', 'earlier-due'],
  'revised-due': ['due'],
  'completed-on': ['as-of', 'status', 'detail'],
  timescale: ['due'],
  progress: ['progress'],
  status: ['status'],
  'success-measure': ['success-measure'],
  impact: ['success-measure', 'progress'],
  theme: ['detail'],
  review: ['detail'],
  'as-of': ['as-of'],
  percent: ['status'],
  ignored: ['detail'],
}
/** A heading that says less surely what it means does not say it; its column's contents have to. */
const SAYS = 0.6
/** From this certainty on no meaning may be wrong. */
export const SURE = 0.9

/** One heading, by its line: what was read, how surely, and whether a reader gave the same. */
export interface JudgedHeading {
  line: number
  role: FieldRole | null
  certainty: number
  expected: readonly string[]
  judgement: 'agrees' | 'unknown' | 'wrong'
}

/** Holds what headings mean against what readers gave, line by line. */
export function judgeHeadings(headings: readonly string[], expected: readonly (readonly string[])[]): JudgedHeading[] {
  return headings.map((heading, at) => {
    const meaning = headingMeaning({ text: heading, runs: [] })
    const role = meaning && meaning.certainty >= SAYS ? meaning.role : null
    const given = expected[at] ?? []
    const agrees = role ? READERS_WORDS[role].some((word) => given.includes(word)) : given.includes('unknown')
    const judgement = agrees ? 'agrees' : role ? 'wrong' : 'unknown'
    return { line: at + 1, role, certainty: meaning?.certainty ?? 0, expected: given, judgement }
  })
}

/** The shared headings, judged; null where they are not here. */
export function scoreHeadings(): JudgedHeading[] | null {
  if (!existsSync(FILE)) return null
  const headings = readFileSync(FILE, 'utf8').trimEnd().split('\n')
  const roles: string[] = JSON.parse(readFileSync(EXPECTED, 'utf8'))
  if (headings.length !== roles.length) throw new ScoreError(`${FILE} has ${headings.length} headings, and ${roles.length} are known.`)
  return judgeHeadings(
    headings,
    roles.map((role) => role.split('|')),
  )
}

/** Those of some judgement. */
export const headingsThat = (judged: readonly JudgedHeading[], judgement: JudgedHeading['judgement']): JudgedHeading[] =>
  judged.filter((one) => one.judgement === judgement)
/** Those that are surely read, and wrongly. */
export const surelyWrong = (judged: readonly JudgedHeading[]): JudgedHeading[] =>
  headingsThat(judged, 'wrong').filter(({ certainty }) => certainty >= SURE)

/** Holds the share that agrees against its floor; one that is surely read and wrong misses it. */
export function holdHeadings(judged: readonly JudgedHeading[], floors: Readonly<Record<string, number>>): Floor[] {
  const floor = floors[HEADINGS]
  const f1 = headingsThat(judged, 'agrees').length / Math.max(1, judged.length)
  return floor === undefined ? [] : [{ set: HEADINGS, f1, floor, isReached: f1 >= floor && surelyWrong(judged).length === 0 }]
}
