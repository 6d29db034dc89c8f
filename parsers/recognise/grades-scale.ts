import { COLOURS, KNOWN_GRADES } from '../../schema/vocabulary/grades.ts'
import type { Grade } from './grades-reading.ts'
import { foldGrade, statusOfGrade } from './grades-reading.ts'

/** Fewer make no scale. */
const LEAST_GRADES = 2
/** A grade's name is short; its meaning may be a sentence or two. */
const LONGEST_LABEL = 40
const LONGEST_MEANING = 400

const SEPARATOR = '\\s*(?:[=:–—]|-(?=\\s|\\p{L}))\\s*'
/** "1 Fully Achieved", "2 - On-Track", "A = Slipped". */
const CODED = new RegExp(`^\\(?(?<code>\\d{1,2}|[A-Z]{1,3})\\)?(?:${SEPARATOR}|[.)]\\s*|\\s+)(?<rest>\\p{L}.*)$`, 'u')
/** "Green – complete", "Amber (some slippage)". */
const COLOURED = new RegExp(
  `^(?<label>(?:${COLOURS.join('|')})(?:\\s(?:rating|rag|status))?)(?:${SEPARATOR}|\\s*\\(|\\s+)(?<rest>.+?)\\)?$`,
  'iu',
)
/** Several on one line: "A- Achieved S- Slipped F- Failed". */
const INLINE = /(?:^|[\s,;|])(?<code>\d{1,2}|[A-Z]{1,3}|Red|Amber|Green|Blue|Yellow|Grey|Gray|Purple)\s?(?:=|:|–|—|-)\s?(?=\p{L})/gu
/** "Fully Achieved (1)", "Slipped (S)": the code behind. */
const CODE_BEHIND = /^(?<label>\p{L}.{2,38}?)\s*\((?<code>\d{1,2}|[A-Z]{1,2})\)$/u
/** "1 Fully Achieved 2 On-Track 3 Slipped": numbers that run, each before a name. */
const RUNNING = /(?<![\p{L}\p{N}.])(?<code>\d{1,2})\s+(?=\p{Lu})/gu
const LABELS = Object.values(KNOWN_GRADES)
  .flat()
  .toSorted((a, b) => b.length - a.length)

/** A line that begins with a grade's name and goes on with its explanation in a new sentence: "Slipped Progress is slower …". */
function named(line: string): Grade | null {
  for (const words of LABELS) {
    const label = line.slice(0, words.length)
    if (foldGrade(label) !== words || !/^\p{Lu}/u.test(label)) continue
    const rest = /^(?:\s*[=:–—-]\s*|\s+(?=\p{Lu}))(?<meaning>.+)$/u.exec(line.slice(words.length))
    if (rest)
      return {
        code: null,
        label,
        meaning: rest.groups?.meaning?.trim() ?? null,
        status: statusOfGrade(label, rest.groups?.meaning ?? null),
      }
    if (line.slice(words.length).trim() === '') return { code: null, label, meaning: null, status: statusOfGrade(label, null) }
  }
  return null
}

/** A name and, behind a dash or colon, what it means. */
function labelAndMeaning(rest: string): { label: string; meaning: string | null } {
  const parts = /^(?<label>.{1,40}?)\s*(?:[=:–—]|\s-\s|\()\s*(?<meaning>.+?)\)?$/u.exec(rest)
  if (parts?.groups?.label && parts.groups.meaning) return { label: parts.groups.label, meaning: parts.groups.meaning }
  const split = named(rest)
  return split?.label ? { label: split.label, meaning: split.meaning } : { label: rest.trim(), meaning: null }
}

function coded(code: string, rest: string): Grade {
  const { label, meaning } = labelAndMeaning(rest)
  return { code, label, meaning, status: statusOfGrade(label, meaning) }
}

function inline(line: string): Grade[] {
  const marks = [...line.matchAll(INLINE)]
  if (marks.length < LEAST_GRADES) return []
  return marks.map((mark, at) => {
    const rest = line
      .slice(mark.index + mark[0].length, marks[at + 1]?.index ?? line.length)
      .replace(/[\s,;|]+$/u, '')
      .trim()
    const code = mark.groups?.code ?? ''
    return COLOURS.includes(code.toLowerCase())
      ? { code: null, label: code, meaning: rest, status: statusOfGrade(code, rest) }
      : coded(code, rest)
  })
}

/** Names behind numbers that run from the first: nothing else marks where a grade begins, so each must be a known one. */
function running(line: string): Grade[] {
  const marks = [...line.matchAll(RUNNING)]
  if (marks.length < LEAST_GRADES || !marks.every((mark, at) => Number(mark.groups?.code) === at + Number(marks[0]?.groups?.code)))
    return []
  const grades = marks.map((mark, at) =>
    coded(mark.groups?.code ?? '', line.slice(mark.index + mark[0].length, marks[at + 1]?.index ?? line.length).trim()),
  )
  return grades.every(({ status }) => status !== null) ? grades : []
}

function gradesOf(line: string): Grade[] {
  const several = inline(line)
  if (several.length > 0) return several
  const counted = running(line)
  if (counted.length > 0) return counted
  const behind = CODE_BEHIND.exec(line)?.groups
  if (behind?.label && behind.code)
    return [{ code: behind.code, label: behind.label, meaning: null, status: statusOfGrade(behind.label, null) }]
  const colour = COLOURED.exec(line)?.groups
  if (colour?.label && colour.rest)
    return [{ code: null, label: colour.label, meaning: colour.rest.trim(), status: statusOfGrade(colour.label, colour.rest) }]
  const code = CODED.exec(line)?.groups
  if (code?.code && code.rest) return [coded(code.code, code.rest)]
  const label = named(line)
  return label ? [label] : []
}

/**
 * The scale that lines print, one grade a line or several on one: "1 Fully Achieved", "Green – complete",
 * "A- Achieved S- Slipped", "Slipped Progress is slower than …". Empty where they print none.
 *
 * It stands on a key being a short run of like entries that speak of progress. So it takes at least two, all
 * of different code and name, and most must have a status: a numbered list of anything else is no scale.
 */
export function readScale(lines: readonly string[]): Grade[] {
  const grades = lines
    .map((line) =>
      line
        .replace(/\s+/gu, ' ')
        .replace(/^[\s•·*-]+/u, '')
        .trim(),
    )
    .filter((line) => line !== '' && line.length <= LONGEST_LABEL + LONGEST_MEANING)
    .flatMap(gradesOf)
    .filter(({ label }) => label !== null && label.length <= LONGEST_LABEL && !label.endsWith(':'))
  const distinct = grades.filter(
    (grade, at) =>
      grades.findIndex((other) => other.code === grade.code && foldGrade(other.label ?? '') === foldGrade(grade.label ?? '')) === at,
  )
  const telling = distinct.filter(({ status }) => status !== null)
  return distinct.length >= LEAST_GRADES && telling.length >= LEAST_GRADES && telling.length * 2 > distinct.length ? distinct : []
}
