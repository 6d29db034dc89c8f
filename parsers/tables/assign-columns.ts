import type { FieldRole } from '../../schema/vocabulary/fields.ts'
import { type Column, isTimeAlone } from '../outline/table-header.ts'
import { readDate } from '../recognise/dates.ts'
import { gradeOf } from '../recognise/grades.ts'
import { canonicalNumber } from '../recognise/numbers.ts'
import { readVerdict } from '../recognise/verdicts.ts'

/** What a column may hold, and how much speaks for it. */
interface Candidate {
  role: FieldRole | null
  weight: number
}

/** What stands under a heading, as shares of the cells that are filled. */
interface Contents {
  filled: number
  dates: number
  numbers: number
  counts: number
  grades: number
  verdicts: number
  prose: number
  sentences: number
}

/** A heading that says one of these may have meant the other: what stands under it decides. */
const KIN: Partial<Record<FieldRole, readonly FieldRole[]>> = {
  status: ['progress', 'completed-on'],
  progress: ['status'],
  verdict: ['progress'],
  'completed-on': ['status'],
  theme: ['recommendation'],
}
/** Fields that a row has once: a second column of one would hide the first. */
const ONCE: ReadonlySet<FieldRole> = new Set(['number', 'verdict', 'status', 'due', 'revised-due', 'completed-on', 'as-of', 'percent'])
const SUBJECTS: ReadonlySet<FieldRole> = new Set(['recommendation', 'objective', 'action'])
const DATED: ReadonlySet<FieldRole> = new Set(['due', 'revised-due', 'completed-on', 'timescale', 'as-of'])

/**
 * Weights, as log-odds. A whole phrase over a column is nearly always right; a noun may be used loosely; of a kin meaning
 * the contents must speak clearly. Two columns of one meaning are rarer than one that is a detail, and a plan without a
 * subject is rarer still.
 */
const WEIGHTS = {
  perHeadingScore: 4,
  kin: -2.5,
  ignored: 0,
  repeated: -4,
  noSubject: -2.5,
  fits: 1.5,
  contradicts: -3,
  doubtful: -1.2,
  onlyCounts: -6,
}
/** The share of a column's filled cells that must look like a kind of value for the column to hold it. */
const MOST = 0.6
/** Words of this length say more than a name, a date or a grade. */
const PROSE_CHARACTERS = 40
/** Four words and a full stop tell something, however short they are. */
const SENTENCE = /^\p{Lu}\S*(?:\s+\S+){3,}[.!?]$/u
/** A letter or a small number counts the steps of a row and says nothing of them. */
const COUNT = /^\(?(?:\p{L}|\d{1,2})[.)]?$/u
/** So many readings of the columns so far are kept; the best is nearly always the first. */
const BEAM = 24

/**
 * The best reading of all columns together: each by its heading and by what stands under it, single fields once. `texts`
 * gives the filled cells under each column; `isColoured` says whether most of its empty ones have a colour.
 */
export function assignColumns(
  columns: readonly Column[],
  texts: readonly (readonly string[])[],
  isColoured: (col: number) => boolean,
): Column[] {
  const candidates = columns.map((column, at) => candidatesOf(column, contentsOf(texts[at] ?? []), isColoured(column.col)))
  let beam: { roles: (FieldRole | null)[]; weight: number }[] = [{ roles: [], weight: 0 }]
  for (const [at, own] of candidates.entries())
    beam = beam
      .flatMap(({ roles, weight }) =>
        own.map((candidate) => ({
          roles: [...roles, candidate.role],
          weight: weight + candidate.weight + (repeats(columns, roles, candidate.role, at) ? WEIGHTS.repeated : 0),
        })),
      )
      .sort((a, b) => b.weight - a.weight)
      .slice(0, BEAM)
  const whole = ({ roles, weight }: (typeof beam)[number]) =>
    weight + (roles.some((role) => role && SUBJECTS.has(role)) ? 0 : WEIGHTS.noSubject)
  const best = beam.reduce((one, other) => (whole(other) > whole(one) ? other : one), beam[0] ?? { roles: [], weight: 0 })
  return columns.map((column, at) => ({ ...column, role: best.roles[at] ?? null }))
}

/** Whether a column of that role would hide one before it; columns of several dates do not. */
function repeats(columns: readonly Column[], roles: readonly (FieldRole | null)[], role: FieldRole | null, at: number): boolean {
  if (!role || !ONCE.has(role)) return false
  return roles.some((other, before) => other === role && columns[before]?.period === columns[at]?.period)
}

function candidatesOf(column: Column, contents: Contents, coloured: boolean): Candidate[] {
  const { role, score } = column
  if (role === null) return [{ role: isTimeAlone(column.label) ? reportOf(contents, coloured) : null, weight: 0 }]
  const named = score * WEIGHTS.perHeadingScore
  const own = [role, ...(KIN[role] ?? [])].map((candidate, at) => ({
    role: candidate,
    weight: named + (at === 0 ? 0 : WEIGHTS.kin) + fitOf(candidate, contents),
  }))
  return role === 'ignored' ? own : [...own, { role: 'ignored', weight: WEIGHTS.ignored }]
}

/** What a column headed by a time alone reports: how it stood, by grades or colours, or what was done. */
function reportOf({ filled, dates, grades, prose, sentences }: Contents, coloured: boolean): FieldRole | null {
  if (filled === 0) return coloured ? 'status' : null
  if (dates >= MOST) return null
  if (grades >= MOST) return 'status'
  return Math.max(prose, sentences) >= MOST ? 'progress' : null
}

function contentsOf(texts: readonly string[]): Contents {
  const share = (test: (text: string) => boolean) => (texts.length === 0 ? 0 : texts.filter(test).length / texts.length)
  return {
    filled: texts.length,
    dates: share((text) => readDate(text)?.from != null),
    numbers: share((text) => text.length <= 20 && canonicalNumber(text) !== null),
    counts: share((text) => COUNT.test(text)),
    grades: share((text) => text.length <= PROSE_CHARACTERS && gradeOf(text, null).status !== null),
    verdicts: share((text) => readVerdict(text)?.outcome != null),
    prose: share((text) => text.length > PROSE_CHARACTERS),
    sentences: share((text) => SENTENCE.test(text)),
  }
}

/** How well what stands under a heading fits a role. */
function fitOf(role: FieldRole, { filled, dates, numbers, counts, grades, verdicts, prose }: Contents): number {
  if (filled === 0) return 0
  const { fits, contradicts, doubtful, onlyCounts } = WEIGHTS
  if (DATED.has(role)) return dates >= MOST ? fits : 0
  if (dates >= MOST) return contradicts
  if (role === 'number') return numbers >= MOST ? fits : numbers === 0 && prose >= MOST ? contradicts : 0
  if (role === 'action' && counts >= MOST) return onlyCounts
  if (SUBJECTS.has(role)) return numbers >= MOST ? contradicts : prose >= MOST && grades < MOST && verdicts < MOST ? fits : 0
  if (role === 'status') return grades >= MOST ? fits : prose >= MOST ? doubtful : 0
  if (role === 'progress') return grades >= MOST ? doubtful : prose >= MOST ? fits : 0
  if (role === 'verdict') return verdicts >= MOST ? fits : 0
  return 0
}
