import type { Status } from '../../schema/records.ts'
import { STATUSES } from '../../schema/records.ts'
import { MONTHS, SEASONS } from '../../schema/vocabulary/dates.ts'
import { COLOURS, KNOWN_GRADES, MEANINGS, RESERVATIONS, UNPORTABLE_GRADES } from '../../schema/vocabulary/grades.ts'
import type { Grade } from './grade.ts'
import { gradeOfShare, readShare, statusOfShare, statusOfShares } from './grades-shares.ts'
import { ofWords } from './remember.ts'
import { wordsInForce } from './taught.ts'
import { formsIn } from './word-forms.ts'

/** What the words of a status mean. */
export interface GradeReading {
  status: Status | null
  /** The grade of the document's own scale, where it is one. */
  grade: Grade | null
  rule: 'own-scale' | 'known-grade' | null
  /** The words fit several grades of different meaning; `status` is then null. */
  ambiguous: boolean
}

const NONE: GradeReading = { status: null, grade: null, rule: null, ambiguous: false }
/** Marks, and a word that says that a grade comes: "Status: Complete", "Grade 2". A tick alone may be a grade; before words it is not one. */
const OPENING =
  /^(?:[\s"'“”‘’*([•.:–—-]|[✓✔☑](?=\s*\p{L}))*(?:(?:grade|grading|rating|status|assessment|rag|score)(?: of progress)?(?:\s*[:–—-]\s*|\s+(?=\d))["'“‘([]?)?/iu
/** A colour before the words that say what is meant: "Green – complete", "[amber] On track". */
const COLOUR_BEFORE = new RegExp(`^(?:${COLOURS.join('|')})[\\])]?\\s*(?:[:–—(/-]\\s*|(?<=[\\])])\\s*)`, 'iu')
/** A grade and what it is followed by are in the first letters of a text. */
const HEAD = 160

/** Small letters, hyphens and dashes as spaces, no marks at the ends. */
export function foldGrade(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s\u00ad\u2010\u2011–—-]+/gu, ' ')
    .replace(/^[\s"'“”‘’*([•.:]+|[\s"'“”‘’*)\].,;:!]+$/gu, '')
}

const KNOWN = new Map<string, Status>(STATUSES.flatMap((status) => KNOWN_GRADES[status].map((words) => [words, status] as const)))
const KNOWN_BY_LENGTH = [...KNOWN.keys()].toSorted((a, b) => b.length - a.length)

/** The offset after words that a text begins with, hyphens, brackets and spaces alike: "Closed (complete)"; −1 where it does not. */
function headEnd(text: string, at: number, words: string): number {
  let to = at
  for (const letter of words) {
    if (letter === ' ') {
      const from = to
      while (/[\s(\u2010\u2011–—-]/u.test(text[to] ?? '')) to++
      if (to === from) return -1
    } else if (text[to]?.toLowerCase() === letter) to++
    else return -1
  }
  return /[\p{L}\p{N}%]/u.test(text[to] ?? '') && !words.endsWith('%') ? -1 : to
}

/** How a sentence goes on that keeps the grade it begins with: "Delayed due to …", "Completed following …". */
const GOES_ON = /^\s+(?:due to|because|owing to|as a result|following|as part of|through)(?![\p{L}])/iu
/** "Superseded by recommendation 3", "Withdrawn by the Board": what ended it, while "Complete by May" is still to come. */
const ENDED_BY = /^\s+by(?![\p{L}])/iu
const ENDED: ReadonlySet<Status | null> = new Set(['superseded', 'withdrawn'])
/** "On track to be lit by May", "On target for March". */
const ON_TRACK = /^on (?:track|target|schedule|course)$/u
const AIMS = /^\s+(?:to|for|with)(?![\p{L}])/u

/** "Completed in March 2021", "Completed 24/03/2021": a grade and its day. */
const ITS_DAY = new RegExp(
  String.raw`^\s+(?:(?:in|on|by|as of|as at)\s+)?(?:the\s)?(?:\d{1,2}\b|${[...MONTHS, ...Object.keys(SEASONS)].join('|')}|early|late|q[1-4]\b|(?:19|20)\d\d)`,
  'iu',
)

/** What follows a grade: nothing or an explanation (`closed`), a second grade (`more`), a reservation, or the rest of a sentence (`open`). */
function behind(rest: string): 'closed' | 'reserved' | 'open' {
  const words = rest.replace(/^[\s.,;:()[\]–—/-]+/u, '').toLowerCase()
  if (RESERVATIONS.some((word) => words.startsWith(word) && !/[\p{L}]/u.test(words[word.length] ?? ''))) return 'reserved'
  if (/^\s*(?:$|[.,;:!()[\]/•✓✔☑]|[–—-](?:\s|$))/u.test(rest) || /^\s+[–—-]/u.test(rest)) return 'closed'
  return ITS_DAY.test(rest) ? 'closed' : 'open'
}

interface Named {
  words: string
  status: Status | null
  grade: Grade | null
}

/** The words that stand for each grade of a scale: its code, its label, both together, the colour that it is called. */
function namesOf(scale: readonly Grade[]): Named[] {
  const names: Named[] = []
  const counted = (words: string) =>
    scale.filter(({ label, code }) => foldGrade(label ?? '') === words || foldGrade(code ?? '') === words).length
  for (const grade of scale) {
    const [code, label] = [foldGrade(grade.code ?? ''), foldGrade(grade.label ?? '')]
    const words = new Set([code, label, code && label ? `${code} ${label}` : '', label && code ? `${label} ${code}` : ''])
    const colour = COLOURS.find((one) => label.split(/[\s(/]+/u).includes(one))
    if (
      colour &&
      counted(colour) === 0 &&
      scale.filter((other) =>
        foldGrade(other.label ?? '')
          .split(/[\s(/]+/u)
          .includes(colour),
      ).length === 1
    )
      words.add(colour)
    for (const word of words) if (word !== '') names.push({ words: word, status: grade.status, grade })
  }
  return names.toSorted((a, b) => b.words.length - a.words.length)
}

/** The longest of the names that a text begins with, if what follows leaves it. */
function leading(head: string, at: number, names: readonly Named[]): { named: Named; end: number; reserved: boolean } | null {
  for (const named of names) {
    const end = headEnd(head, at, named.words)
    if (end < 0) continue
    const after = head.slice(end)
    // "1 - 3 lamps", "2.5 metres": amounts, whatever the codes are; "3(a) - 1": a part and its grade.
    if (/^\d+$/.test(named.words) && /^(?:(?:\s?[–—-]\s?|[.,/])\d|\s?\([a-z]{1,4}\))/u.test(after)) continue
    const goesOn =
      GOES_ON.test(after) || (ON_TRACK.test(named.words) && AIMS.test(after)) || (ENDED.has(named.status) && ENDED_BY.test(after))
    const rest = goesOn ? 'closed' : behind(after)
    // A full stop gets lost, but only after a name of the scale that is not a verb ("Fully Met The lamp …"). A code alone needs a mark after it: "2 of the sites" and "A guide" are sentences.
    if (rest === 'open' && !(named.grade && named.words.includes(' ') && /^\s+\p{Lu}/u.test(after))) continue
    return { named, end, reserved: rest === 'reserved' }
  }
  return null
}

const KNOWN_NAMES: readonly Named[] = KNOWN_BY_LENGTH.map((words) => ({ words, status: KNOWN.get(words) ?? null, grade: null }))

/** What the explanation of a grade may mention, in the order of trial. */
const SPEAKS_OF = MEANINGS.map((meaning) => ({ status: meaning.status, speaksOf: formsIn(meaning, 'anywhere') }))

const UNPORTABLE: readonly Named[] = UNPORTABLE_GRADES.map((words) => ({ words, status: null, grade: null }))

/** The grades that people taught, the longest first. */
const taughtNames = ofWords(({ grades }): readonly Named[] =>
  [...grades]
    .map(([label, status]) => ({ words: label, status, grade: { code: null, label, meaning: null, status } }))
    .sort((a, b) => b.words.length - a.words.length),
)

/** Whether a second grade, of another meaning, follows the first: "Complete / On track", "Achieved and slipped". */
function contradicted(head: string, end: number, status: Status | null, names: readonly Named[]): boolean {
  const joint = /^\s*(?:\/|,|;|&|\band\b|\bor\b|\||\(|[–—-])\s*/iu.exec(head.slice(end))
  const second = joint ? leading(head, end + joint[0].length, [...names, ...UNPORTABLE]) : null
  return second !== null && second.named.status !== status
}

/**
 * What the words of a status mean: by the document's own scale first (code, label or colour), then by what people
 * taught, then by the few grades that mean the same everywhere.
 *
 * It depends on writers giving the grade first and explaining it after a mark ("Complete – the guide is
 * out", "On-track: …"). A grade word within a sentence is not a grade, and one that is denied or reserved
 * ("not yet complete", "Complete except for …") never counts as achieved. A colour that no scale explains
 * means nothing, and the words after it count alone. "In progress" and "Ongoing" count as `on_track`: they say that work goes on and nothing of
 * its being late; a document's own scale overrules that.
 */
export function gradeOf(text: string, scale: readonly Grade[] | null): GradeReading {
  const head = text.slice(0, HEAD)
  const start = OPENING.exec(head)?.[0].length ?? 0
  const own = namesOf(scale ?? [])
  const first = leading(head, start, own)
  if (first) {
    const { grade, status } = first.named
    if (first.reserved) return NONE
    const clash =
      contradicted(head, first.end, status, [...own, ...KNOWN_NAMES]) ||
      own.some(({ words, status: other }) => words === first.named.words && other !== status)
    return clash ? { ...NONE, ambiguous: true } : { status, grade, rule: 'own-scale', ambiguous: false }
  }
  const taught = leading(head, start, taughtNames())
  if (taught && !taught.reserved) {
    const { grade, status } = taught.named
    if (contradicted(head, taught.end, status, [...own, ...taughtNames(), ...KNOWN_NAMES])) return { ...NONE, ambiguous: true }
    return { status, grade, rule: 'known-grade', ambiguous: false }
  }
  const share = readShare(text)
  if (share !== null) {
    const grade = gradeOfShare(share, scale ?? [])
    return { status: grade?.status ?? statusOfShare(share), grade, rule: grade ? 'own-scale' : 'known-grade', ambiguous: false }
  }
  const known = leading(head, start + (COLOUR_BEFORE.exec(head.slice(start))?.[0].length ?? 0), KNOWN_NAMES)
  if (!known || known.reserved) return NONE
  if (contradicted(head, known.end, known.named.status, [...own, ...KNOWN_NAMES])) return { ...NONE, ambiguous: true }
  return { status: known.named.status, grade: null, rule: 'known-grade', ambiguous: false }
}

/**
 * The status of a grade by its own words: the label where it speaks for itself ("Slipped", "Failed"), else
 * what the key says that it means ("Amber – some slippage"). A share of the work ("up to 25% done") says only
 * how much of it is done, whatever word follows it. Null where neither says anything on progress.
 */
export function statusOfGrade(label: string | null, meaning: string | null): Status | null {
  const named = label === null ? undefined : (KNOWN.get(foldGrade(label)) ?? undefined)
  if (named) return named
  const bare = COLOURS.includes(foldGrade(label ?? '')) || (label ?? '').trim().length <= 2
  const words = (bare ? (meaning ?? '') : `${label ?? ''}. ${meaning ?? ''}`).slice(0, 600)
  if (/\d\s?%/u.test(words)) return statusOfShares(words)
  const lead = gradeOf(bare ? words : (meaning ?? ''), null).status
  if (bare && lead) return lead
  const byLabel = bare ? null : gradeOf(label ?? '', null).status
  if (byLabel) return byLabel
  return SPEAKS_OF.find(({ speaksOf }) => speaksOf(words))?.status ?? taughtStatus(label)
}

/** What people taught of a grade, by its label or its code; null for one that nobody taught. */
export function taughtStatus(grade: string | null): Status | null {
  return wordsInForce().grades.get(foldGrade(grade ?? '')) ?? null
}
