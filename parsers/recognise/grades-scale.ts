import { COLOURS, KEY_NAMES, KNOWN_GRADES } from '../../schema/vocabulary/grades.ts'
import type { Grade } from './grade.ts'
import { foldGrade, statusOfGrade, taughtStatus } from './grades.ts'

/** Fewer make no scale. */
const LEAST_GRADES = 2
/** A grade's name is short; its meaning may be a sentence or two. */
const LONGEST_LABEL = 40
const LONGEST_MEANING = 400

const SEPARATOR = '\\s*(?:[=:–—]|-{1,3}(?=\\s|\\p{L}))\\s*'
/** "1 Fully Achieved", "2 - On-Track", "A = Slipped", "✔ done". */
const CODED = new RegExp(`^\\(?(?<code>\\d{1,2}|[A-Z]{1,3}|\\p{So}\\ufe0f?)\\)?(?:${SEPARATOR}|[.)]\\s*|\\s+)(?<rest>\\p{L}.*)$`, 'u')
/** "Green – complete", "Amber (some slippage)". */
const COLOURED = new RegExp(
  `^(?<label>(?:${COLOURS.join('|')})(?:\\s(?:rating|rag|status))?)(?:${SEPARATOR}|\\s*\\(|\\s+)(?<rest>.+?)\\)?$`,
  'iu',
)
/** "[green] On track": colours that are drawn before the words. */
const DRAWN = new RegExp(`(?:^|\\s)\\[(?<label>${COLOURS.join('|')})\\]\\s(?:[=:–—-]\\s)?(?=[\\p{L}\\d])`, 'gu')
/** Several on one line: "green is done, amber is late", "A- Achieved S- Slipped F- Failed", "Red: late; Green: done", "Blue (completed), Green (on target)", "✔ done; ✖ not begun". */
const INLINE =
  /(?:^|[\s,;|])(?:(?<mark>\p{So}\ufe0f?)\s?(?:(?:=|:|–|—|-{1,3})\s?)?(?=\p{L})|(?<code>\d{1,2}|[A-Z]{1,3})\s?(?:=|:|–|—|-{1,3})\s?(?=\p{L})|(?<colour>[Rr]ed|[Aa]mber|[Gg]reen|[Bb]lue|[Yy]ellow|[Oo]range|[Gg]r[ea]y|[Pp]urple)(?:\s?(?:=|:|–|—|-{1,3}|\()\s?|\s(?:is|means|shows|indicates|denotes|represents|stands for)\s)(?=[\p{L}\d]))/gu
/** Names with an equals sign after them, several on one line: "Done = finished Behind = the date has been missed". */
const EQUATED = /(?:^|[\s,;|])(?<label>\p{Lu}\p{Ll}+(?:[ -]\p{Ll}+){0,3})\s?=\s?(?=\p{L})/gu
/** Sentences that define names: "Closed means that the work is done. Late means that its day has passed." */
const DEFINED = /(?:^|[.;]\s)(?<label>\p{Lu}[\p{L} –-]{2,38})\smeans\s(?:that\s)?(?=\p{L})/gu
/** "Key:", "RAG status –". */
const KEY_NAME = new RegExp(
  `^(?:${KEY_NAMES.toSorted((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(' ', '\\s'))
    .join('|')})\\s*[:–—]\\s*`,
  'iu',
)
/** "Fully Achieved (1)", "Slipped (S)": the code behind. */
const CODE_BEHIND = /^(?<label>\p{L}.{2,38}?)\s*\((?<code>\d{1,2}|[A-Z]{1,2})\)$/u
/** "1 Fully Achieved 2 On-Track 3 Slipped": numbers that run, each before a name. */
const RUNNING = /(?<![\p{L}\p{N}.])(?<code>\d{1,2})\s+(?=\p{Lu})/gu
const KNOWN_LABELS = new Set(Object.values(KNOWN_GRADES).flat())
/** The known names by their first letter, the longest first. */
const LABELS = Map.groupBy(
  [...KNOWN_LABELS].toSorted((a, b) => b.length - a.length),
  (words) => words[0],
)

/** A line that begins with a grade's name and goes on with its explanation in a new sentence: "Slipped Progress is slower …". */
function named(line: string): Grade | null {
  if (!/^\p{Lu}/u.test(line)) return null
  for (const words of LABELS.get(line[0]?.toLowerCase()) ?? []) {
    const label = line.slice(0, words.length)
    if (foldGrade(label) !== words) continue
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

/** A name and, after a dash or colon, what it means. */
function labelAndMeaning(rest: string): { label: string; meaning: string | null } {
  // "On–Track" is one name.
  const known = /^\p{L}+[–—]\p{L}/u.test(rest) ? named(rest) : null
  if (known?.label) return { label: known.label, meaning: known.meaning }
  const parts = /^(?<label>.{1,40}?)\s*(?:[=:–—]|\s-{1,3}\s|\()\s*(?<meaning>.+?)\)?$/u.exec(rest)
  if (parts?.groups?.label && parts.groups.meaning) return { label: parts.groups.label, meaning: parts.groups.meaning }
  const split = named(rest)
  return split?.label ? { label: split.label, meaning: split.meaning } : { label: rest.trim(), meaning: null }
}

function coded(code: string, rest: string): Grade {
  const { label, meaning } = labelAndMeaning(rest)
  return { code, label, meaning, status: statusOfGrade(label, meaning) ?? taughtStatus(code) }
}

/** The words between two marks of a line, without what separates them. */
function between(line: string, mark: RegExpExecArray, next: RegExpExecArray | undefined): string {
  const bracket = mark[0].trimEnd().endsWith('(')
  const words = line
    .slice(mark.index + mark[0].length, next?.index ?? line.length)
    .replace(/[\s,;|.]+$/u, '')
    .replace(/[\s,;]+and$/iu, '')
    .trim()
  return bracket ? words.replace(/\)$/u, '') : words
}

/** The first sentence of the last grade's words, where those of the others are one sentence each: what follows is a remark on all. */
function withoutRemark(words: string, others: readonly string[]): string {
  const end = others.some((other) => /\.\s/u.test(other)) ? -1 : words.search(/\.\s+\p{Lu}/u)
  return end < 0 ? words : words.slice(0, end)
}

function inline(line: string): Grade[] {
  const marks = [...line.matchAll(INLINE)]
  const drawn = [...line.matchAll(DRAWN)]
  const equated = marks.length < LEAST_GRADES ? [...line.matchAll(EQUATED)] : []
  const defined = marks.length < LEAST_GRADES && equated.length < LEAST_GRADES ? [...line.matchAll(DEFINED)] : []
  const used = [drawn, equated, defined].find(({ length }) => length >= LEAST_GRADES) ?? marks
  if (used.length < LEAST_GRADES) return []
  const words = used.map((mark, at) => between(line, mark, used[at + 1]))
  const last = words.length - 1
  words[last] = withoutRemark(words[last] ?? '', words.slice(0, last))
  return used.map((mark, at) => {
    const rest = words[at] ?? ''
    const name = mark.groups?.colour ?? mark.groups?.label
    return name === undefined
      ? coded(mark.groups?.code ?? mark.groups?.mark ?? '', rest)
      : { code: null, label: name, meaning: rest, status: statusOfGrade(name, rest) }
  })
}

/** Names alone after the name of the key: "Scale: Fully achieved, On track, Slipped". Each must be a known one, and no two the same. */
function listedGrades(text: string): Grade[] {
  const names = text
    .replace(KEY_NAME, '')
    .split(/\s*[,;|]\s*|\s+\/\s+/u)
    .map((name) => name.replace(/\.$/u, '').trim())
    .filter((name) => name !== '')
  if (names.length <= LEAST_GRADES) return []
  const grades = names.map(
    (label): Grade => ({
      code: null,
      label,
      meaning: null,
      status: KNOWN_LABELS.has(foldGrade(label)) ? statusOfGrade(label, null) : null,
    }),
  )
  const distinct = new Set(names.map(foldGrade)).size === names.length
  return distinct && grades.every(({ status }) => status !== null) ? grades : []
}

/** Names after numbers that run from the first: nothing else marks where a grade begins, so each must be a known one. */
function running(line: string): Grade[] {
  const marks = [...line.matchAll(RUNNING)]
  if (marks.length < LEAST_GRADES || !marks.every((mark, at) => Number(mark.groups?.code) === at + Number(marks[0]?.groups?.code)))
    return []
  const grades = marks.map((mark, at) =>
    coded(mark.groups?.code ?? '', line.slice(mark.index + mark[0].length, marks[at + 1]?.index ?? line.length).trim()),
  )
  return grades.every(({ status }) => status !== null) ? grades : []
}

/** The grades that one line of a key may print; a line of anything else gives none. */
export function gradesOf(line: string): Grade[] {
  const listed = listedGrades(line)
  if (listed.length > 0) return listed
  const several = inline(line)
  if (several.length > 0) return several
  const counted = running(line)
  if (counted.length > 0) return counted
  const behind = CODE_BEHIND.exec(line)?.groups
  if (behind?.label && behind.code)
    return [{ code: behind.code, label: behind.label, meaning: null, status: statusOfGrade(behind.label, null) }]
  const [drawn] = line.matchAll(DRAWN)
  const colour = drawn?.index === 0 ? { label: drawn.groups?.label, rest: line.slice(drawn[0].length) } : COLOURED.exec(line)?.groups
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
 * It is on a key being a short run of like entries that mention progress. So it takes at least two, all
 * of different code and name, and most must have a status: a numbered list of anything else is not a scale.
 * @param read what reads one line; where lines are asked for again and again, one that remembers
 */
export function readScale(lines: readonly string[], read: (line: string) => Grade[] = gradesOf): Grade[] {
  const grades = lines
    .map((line) =>
      line
        .replace(/\s+/gu, ' ')
        .replace(/^[\s•·*-]+/u, '')
        .trim(),
    )
    .map((line) => line.replace(KEY_NAME, ''))
    .filter((line) => line !== '' && line.length <= LONGEST_LABEL + LONGEST_MEANING)
    .flatMap((line) => read(line))
    .filter(({ label }) => label !== null && label.length <= LONGEST_LABEL && !label.endsWith(':'))
  const distinct = grades.filter(
    (grade, at) =>
      grades.findIndex((other) => other.code === grade.code && foldGrade(other.label ?? '') === foldGrade(grade.label ?? '')) === at,
  )
  const telling = distinct.filter(({ status }) => status !== null)
  const colours = distinct.filter(({ label }) => COLOURS.includes((label ?? '').toLowerCase()))
  // A key of colours is one whatever it says about them: shares of the work have no status.
  if (distinct.length > LEAST_GRADES && colours.length === distinct.length) return distinct
  return distinct.length >= LEAST_GRADES && telling.length >= LEAST_GRADES && telling.length * 2 > distinct.length ? distinct : []
}

/** Whether a line has a colour that is drawn: what is drawn so may as well be the legend of a chart. */
export const hasDrawnColour = (line: string): boolean => line.search(DRAWN) >= 0

/** Whether sentences of a line define two names or more: they announce themselves as a key. */
export const definesGrades = (line: string): boolean => [...line.matchAll(DEFINED)].length >= LEAST_GRADES
