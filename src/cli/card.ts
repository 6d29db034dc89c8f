import { shownPath } from './screen.ts'
import { shortened, textWidth, wrapLines } from './text-width.ts'
import type { Candidate, Undecided } from './undecided.ts'

/** From this width on, what the record says and what it may be about are side by side. */
const SIDE_BY_SIDE_COLUMNS = 100
const GAP = '  │  '
/** A candidate that is not the likeliest is shown by its first words, in a line. */
const GIST_COLUMNS = 120
const LONGEST_TEXT = 900

const NOUNS = { progress_update: 'update', action: 'action', resolution: 'resolution' } as const
const VERBS = { progress_update: 'report on', action: 'belong to', resolution: 'decide' } as const

/** An undecided record as one card: the paper, both texts with who and when, the other candidates, and the question. */
export function cardText(record: Undecided, place: { index: number; total: number }, columns: number): string {
  const [best] = record.candidates
  const left = [heading(record), ...wrapLines(quoted(record.text), columnWidth(columns, best !== undefined))]
  const right = best ? [candidateHeading(best), ...wrapLines(quoted(best.text), columnWidth(columns, true))] : []
  const texts = columns >= SIDE_BY_SIDE_COLUMNS && best ? sideBySide(left, right, columns) : [...left, '', ...right]
  const others = record.candidates
    .slice(1)
    .map(({ name, text }, index) => shortened(`  ${index + 2}  ${name}: ${text}`, Math.min(columns, GIST_COLUMNS)))
  return [
    `── ${place.index + 1} of ${place.total} ── ${shownPath(record.path)}`,
    '',
    ...texts,
    '',
    ...(others.length ? [...others, ''] : []),
    ...wrapLines(question(record), columns),
    `  ${keys(record)}`,
  ].join('\n')
}

/** "Does this update, page 3, report on resolution 4 of 23 January 2020, or on none?" */
export function question({ kind, page, candidates, hasBest }: Undecided): string {
  const subject = `this ${NOUNS[kind]}${page === null ? '' : `, page ${page},`}`
  const none = kind === 'progress_update' ? 'on none' : kind === 'action' ? 'to none' : 'none'
  const [best] = candidates
  if (!best) return `Nothing in the archive fits what ${subject} could ${VERBS[kind]}. Is it about nothing in the archive?`
  if (!hasBest) return `Which of these does ${subject} ${VERBS[kind]}, or ${none}?`
  return `Does ${subject} ${VERBS[kind]} ${best.name}, or ${none}?`
}

function keys({ candidates, hasBest }: Undecided): string {
  const many = candidates.length
  const number =
    many === 0 ? [] : many === 1 && hasBest ? [] : [many === 1 ? '1 that one' : `1–${many} that one${many > 9 ? ' (then Enter)' : ''}`]
  return [...(hasBest ? ['y yes'] : []), 'n none', ...number, 's skip', 'u undo', 'q quit'].join('   ')
}

function heading({ kind, number, page, said }: Undecided): string {
  const where = [page === null ? null : `page ${page}`, said || null].filter((part) => part !== null).join('; ')
  return `This ${NOUNS[kind]}${number === null ? '' : `, numbered ${number}`}${where ? ` (${where})` : ''}`
}

function candidateHeading({ name, confidence }: Candidate): string {
  return `1  ${name}${confidence === null ? '' : ` (${Math.round(confidence * 100)}% sure)`}`
}

const quoted = (text: string): string => `“${shortened(text, LONGEST_TEXT)}”`

function columnWidth(columns: number, two: boolean): number {
  return columns >= SIDE_BY_SIDE_COLUMNS && two ? Math.floor((columns - GAP.length) / 2) : columns
}

function sideBySide(left: readonly string[], right: readonly string[], columns: number): string[] {
  const width = columnWidth(columns, true)
  const cut = (lines: readonly string[]): string[] => lines.flatMap((line) => (textWidth(line) <= width ? [line] : wrapLines(line, width)))
  const [a, b] = [cut(left), cut(right)]
  return Array.from({ length: Math.max(a.length, b.length) }, (_, row) => {
    const line = a[row] ?? ''
    return `${line}${' '.repeat(width - textWidth(line))}${GAP}${b[row] ?? ''}`.trimEnd()
  })
}
