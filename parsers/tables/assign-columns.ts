import type { FieldRole } from '../../schema/vocabulary/fields.ts'
import { UNPORTABLE_GRADES } from '../../schema/vocabulary/grades.ts'
import { type Column, isTimeAlone } from '../outline/table-header.ts'
import { certainty } from '../recognise/certainty.ts'
import { readDate } from '../recognise/dates.ts'
import type { FieldMatch } from '../recognise/fields.ts'
import { bareLabel, foldWords } from '../recognise/fold.ts'
import { foldGrade, gradeOf } from '../recognise/grades.ts'
import { canonicalNumber } from '../recognise/numbers.ts'
import { rememberingParts } from '../recognise/remember.ts'
import { readVerdict } from '../recognise/verdicts.ts'
import { SUBJECTS } from './plan-items.ts'

/** What a column may hold, and how much speaks for it. */
interface Candidate {
  role: FieldRole | null
  weight: number
}

/** What is under a heading, as shares of the cells that are filled. */
interface Contents {
  filled: number
  dates: number
  numbers: number
  counts: number
  grades: number
  verdicts: number
  prose: number
  past: number
  sentences: number
}

/** A heading that says one of these may have meant the other: what is under it decides. */
const KIN: Partial<Record<FieldRole, readonly FieldRole[]>> = {
  status: ['progress', 'completed-on'],
  progress: ['status'],
  verdict: ['progress'],
  'success-measure': ['verdict', 'status'],
  'completed-on': ['status'],
  theme: ['recommendation'],
}
/** What a heading may mean besides that leaves open what it means: "Further action" is to be taken, or was. */
const LOOSE_KIN: Partial<Record<FieldRole, readonly FieldRole[]>> = { action: ['progress'] }
/** Fields that a row has once: a second column of one would hide the first. */
const ONCE: ReadonlySet<FieldRole> = new Set(['number', 'verdict', 'status', 'due', 'revised-due', 'completed-on', 'as-of', 'percent'])
const DATED: ReadonlySet<FieldRole> = new Set(['due', 'revised-due', 'completed-on', 'timescale', 'as-of'])

/**
 * Weights, as log-odds. A whole phrase over a column is nearly always right; a noun may be used loosely; of a kin meaning
 * the contents must speak clearly. Two columns of one meaning are rarer than one that is a detail, and a plan without a
 * subject is rarer still.
 */
const WEIGHTS = {
  perHeadingScore: 4,
  kin: -2.5,
  looseKin: -0.5,
  ignored: 0,
  repeated: -4,
  noSubject: -2.5,
  fits: 1.5,
  contradicts: -3,
  doubtful: -1.2,
  onlyCounts: -6,
  entryDate: -7,
}
/** The share of a column's filled cells that must look like a kind of value for the column to hold it. */
const MOST = 0.6
/** Words of this length say more than a name, a date or a grade. */
const PROSE_CHARACTERS = 40
/** Words that are about what has been done. */
const PAST = /\b(?:was|were|has|have|had)\b/iu
/** Four words and a full stop say something, however short they are. */
const SENTENCE = /^\p{Lu}\S*(?:\s+\S+){3,}[.!?]$/u
/** A letter or a small number counts the steps of a row and says nothing of them. */
const COUNT = /^\(?(?:\p{L}|\d{1,2})[.)]?$/u
/** How sure is a report whose heading is a time and nothing else. */
const BY_TIME = 0.9
/** A heading that is less sure of its role than this may be over a column of another kind. */
const LOOSE = 0.6
/** So many readings of the columns so far are kept; the best is nearly always the first. */
const BEAM = 24

/** A reading of some columns, and how much speaks for it, in log-odds. */
interface Reading {
  roles: (FieldRole | null)[]
  weight: number
}

/**
 * The best reading of all columns together: each by its heading and by what is under it, single fields once. `texts`
 * gives the filled cells under each column; `isColoured` says whether most of its empty ones have a colour. How sure a
 * column's role is follows from the lead of that reading over the best in which the column holds something else.
 */
export function assignColumns(
  columns: readonly Column[],
  texts: readonly (readonly string[])[],
  isColoured: (col: number) => boolean,
): Column[] {
  const candidates = columns.map((column, at) => candidatesOf(column, contentsOf(texts[at] ?? []), isColoured(column.col)))
  for (const [at, own] of candidates.entries())
    if (isEntryDate(columns, at)) for (const candidate of own) if (candidate.role === 'due') candidate.weight += WEIGHTS.entryDate
  const best = bestReading(columns, candidates)
  return columns.map((column, at) => {
    const role = best.roles[at] ?? null
    const others = candidates.map((own, index) => (index === at ? own.filter((candidate) => candidate.role !== role) : own))
    // A time alone is over reports or grades, as what is under it tells.
    if (role !== null && column.role === null) return { ...column, role, certainty: BY_TIME }
    if (role === null || others[at]?.length === 0) return { ...column, role }
    const second = bestReading(columns, others)
    return { ...column, role, certainty: certainty(best.weight - second.weight), runnerUp: second.roles[at] ?? null }
  })
}

/**
 * Whether "Date" and nothing else is over the days on which rows were entered or decided, and not by which anything is due: it precedes
 *  what is to be done, as registers and logs begin their rows, or in a table of decisions.
 */
function isEntryDate(columns: readonly Column[], at: number): boolean {
  const words = columns.map(({ label }) => foldWords(bareLabel(label.text)))
  if (!/^dates?$/u.test(words[at] ?? '')) return false
  const subject = columns.findIndex(({ role }) => role !== null && SUBJECTS.has(role))
  return at < subject || words.some((heading) => /^decisions?(?: (?:taken|made))?$/u.test(heading))
}

function bestReading(columns: readonly Column[], candidates: readonly (readonly Candidate[])[]): Reading {
  let beam: Reading[] = [{ roles: [], weight: 0 }]
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
  const whole = beam.map(({ roles, weight }) => ({
    roles,
    weight: weight + (roles.some((role) => role && SUBJECTS.has(role)) ? 0 : WEIGHTS.noSubject),
  }))
  return whole.reduce((one, other) => (other.weight > one.weight ? other : one), whole[0] ?? { roles: [], weight: 0 })
}

/** Whether a column of that role would hide one before it; columns of several dates do not. */
function repeats(columns: readonly Column[], roles: readonly (FieldRole | null)[], role: FieldRole | null, at: number): boolean {
  if (!role || !(ONCE.has(role) || role === 'responsible')) return false
  // Who is less surely meant is not beside who surely is: the owner of a risk beside that of an action.
  const isLoose = (index: number) => (columns[index]?.certainty ?? 0) < LOOSE
  const now = columns[at]
  return roles.some(
    (other, before) =>
      other === role &&
      isEarlier(columns[before]) === isEarlier(now) &&
      (ONCE.has(role) ? columns[before]?.period === columns[at]?.period : isLoose(at) || isLoose(before)),
  )
}

/** "Status last report", "Previous update": how it preceded; beside a column that says the status, it says nothing of now. */
export const isEarlier = (column: Column | undefined): boolean =>
  column !== undefined && REPORTS.has(column.role) && EARLIER.test(column.label.text)
const REPORTS: ReadonlySet<FieldRole | null> = new Set(['status', 'progress'])
const EARLIER = /\b(?:previous(?:ly)?|prior|last (?:report|period|quarter|month|meeting|update|review|time|status|rag)|earlier)\b/iu

/** How sure a label is over one value: by its words, and by whether the value is of that kind. */
export function labelCertainty({ role, certainty: stated }: FieldMatch, text: string): number {
  return certainty(stated * WEIGHTS.perHeadingScore + fitOf(role, contentsOf(text === '' ? [] : [text])))
}

function candidatesOf(column: Column, contents: Contents, coloured: boolean): Candidate[] {
  const { role, certainty: stated } = column
  if (role === null) return [{ role: isTimeAlone(column.label) ? reportOf(contents, coloured) : null, weight: 0 }]
  const named = stated * WEIGHTS.perHeadingScore
  const isLoose = stated < LOOSE
  const kin = (isLoose ? LOOSE_KIN[role] : undefined) ?? KIN[role] ?? []
  const own = [role, ...kin].map((candidate, at) => ({
    role: candidate,
    weight: named + (at === 0 ? 0 : isLoose ? WEIGHTS.looseKin : WEIGHTS.kin) + fitOf(candidate, contents, isLoose),
  }))
  return role === 'ignored' ? own : [...own, { role: 'ignored', weight: WEIGHTS.ignored }]
}

/** What a column headed by a time alone reports: how it was, by grades or colours, or what was done. */
function reportOf({ filled, dates, grades, prose, sentences }: Contents, coloured: boolean): FieldRole | null {
  if (filled === 0) return coloured ? 'status' : null
  if (dates >= MOST) return null
  if (grades >= MOST) return 'status'
  return Math.max(prose, sentences) >= MOST ? 'progress' : null
}

/** What is in so many cells, from all parts of a column, is what is in it. */
const LOOKED_AT = 1000

/** What is under a heading; once for the cells that several tables with the same headings share. */
const contentsOf = rememberingParts((all: readonly string[]): Contents => {
  const step = Math.max(1, Math.floor(all.length / LOOKED_AT))
  const texts = step === 1 ? all : all.filter((_, index) => index % step === 0)
  const share = (test: (text: string) => boolean) => (texts.length === 0 ? 0 : texts.filter(test).length / texts.length)
  return {
    filled: all.length,
    dates: share((text) => readDate(text)?.from != null),
    numbers: share((text) => text.length <= 20 && canonicalNumber(text) !== null),
    counts: share((text) => COUNT.test(text)),
    grades: share((text) => text.length <= PROSE_CHARACTERS && isStanding(text)),
    verdicts: share((text) => readVerdict(text)?.outcome != null),
    prose: share((text) => text.length > PROSE_CHARACTERS),
    past: share((text) => PAST.test(text)),
    sentences: share((text) => SENTENCE.test(text)),
  }
})

/** Whether words say how something stands, also where they mean one thing on one form and another on the next. */
const isStanding = (text: string): boolean => gradeOf(text, null).status !== null || UNPORTABLE_GRADES.includes(foldGrade(text))

/** How well what is under a heading fits a role. */
function fitOf(role: FieldRole, { filled, dates, numbers, counts, grades, verdicts, prose, past }: Contents, isLoose = false): number {
  if (filled === 0) return 0
  const { fits, contradicts, doubtful, onlyCounts } = WEIGHTS
  if (DATED.has(role)) return dates >= MOST ? fits : 0
  if (dates >= MOST) return contradicts
  if (role === 'number') return numbers >= MOST ? fits : numbers === 0 && prose >= MOST ? contradicts : 0
  if ((role === 'action' || role === 'progress') && counts >= MOST) return onlyCounts
  if (role === 'action' && isLoose && past >= MOST) return doubtful
  if (role === 'progress' && isLoose && past >= MOST) return fits
  if (SUBJECTS.has(role)) return numbers >= MOST ? contradicts : prose >= MOST && grades < MOST && verdicts < MOST ? fits : 0
  if (role === 'status') return grades >= MOST ? fits : prose >= MOST ? doubtful : 0
  if (role === 'progress') return grades >= MOST ? doubtful : prose >= MOST ? fits : 0
  if (role === 'verdict') return verdicts >= MOST ? fits : 0
  return 0
}
