import { OUTCOMES, STATUSES } from '../../schema/closed-sets.ts'
import { type TaughtWord, WORD_MEANINGS } from '../../schema/taught-words.ts'
import { counted, words } from './screen.ts'
import { shortened, textWidth, wrapLines } from './text-width.ts'
import { type UnknownWord, whereItStands } from './unknown-words.ts'

/** The answers that have a key, in the order of the keys from 1, and what `n` says. Others are taught by the command. */
const ANSWERS: Record<UnknownWord['kind'], { means: readonly string[]; none?: string; noneWords?: string }> = {
  heading: {
    means: WORD_MEANINGS.heading.filter((means) => means !== 'nothing'),
    none: 'nothing',
    noneWords: 'nothing of the kind',
  },
  column: {
    means: ['recommendation', 'action', 'who', 'due', 'progress', 'status', 'verdict', 'number', 'success measure'],
    none: 'detail',
    noneWords: 'a detail',
  },
  grade: { means: STATUSES, none: 'nothing', noneWords: 'no status' },
  opener: { means: OUTCOMES, none: 'nothing', noneWords: 'no decision' },
  verdict: { means: OUTCOMES, none: 'nothing', noneWords: 'no decision' },
}

/** The word as it is taught where this key is pressed, for the council or for all; null for a key without a meaning. */
export function answerOf({ kind, word }: UnknownWord, key: string, council: string | null): TaughtWord | null {
  const { means, none } = ANSWERS[kind]
  const said = key === 'n' ? none : /^[1-9]$/u.test(key) ? means[Number(key) - 1] : undefined
  return said === undefined ? null : { kind, word, means: said, council }
}

/** An unknown word as one card: how many papers have it, the question, its answers. */
export function wordCardText(
  unknown: UnknownWord,
  { index, total, council }: { index: number; total: number; council: string | null },
  columns: number,
): string {
  const { means, noneWords } = ANSWERS[unknown.kind]
  const answers = means.map((one, at) => `${at + 1} ${words(one)}`)
  const whose = unknown.council === null ? '' : ` of ${unknown.council}`
  const other = unknown.council === null ? [] : [council === null ? 'a only there' : 'a for all councils']
  return [
    `── word ${index + 1} of ${total} ── ${counted(unknown.papers, 'paper')}${whose}`,
    '',
    ...wrapLines(question(unknown), columns),
    `  first in ${whereItStands(unknown)}`,
    '',
    ...cellLines(unknown, columns),
    ...inLines(answers, columns - 2).map((line) => `  ${line}`),
    `  ${[...(noneWords === undefined ? [] : [`n ${noneWords}`]), ...other, 's skip', 'u undo', 'q quit'].join('   ')}`,
    ...(council === null ? [] : wrapLines(`The answer applies to ${council}.`, columns)),
  ].join('\n')
}

function question({ kind, word, readings: [first, second] }: UnknownWord): string {
  if (first !== undefined && second !== undefined)
    return `A column or label is called “${word}”. It was read as ${withKey(first)}, and can also be ${withKey(second)}. What is in it?`
  if (kind === 'heading') return `“${word}” is the heading of a list. What is in the list?`
  if (kind === 'column') return `A column or label is called “${word}”. What is in it?`
  if (kind === 'opener') return `“${word}” opens a decision. What was decided?`
  if (kind === 'verdict') return `“${word}” answers a recommendation. What is the answer?`
  return `“${word}” is a grade here. What does it mean?`
}

/** "progress (5)": what a column may hold, with the key that says so, where it has one. */
function withKey(meaning: string): string {
  const { means, none } = ANSWERS.column
  const key = meaning === none ? 'n' : means.includes(meaning) ? String(means.indexOf(meaning) + 1) : null
  return `${words(meaning)}${key === null ? '' : ` (${key})`}`
}

/** A cell is shown by its beginning, in a line. */
const CELL_COLUMNS = 100

/** What is under a column, a cell a line. */
function cellLines({ cells }: UnknownWord, columns: number): string[] {
  if (cells.length === 0) return []
  const lines = cells.map((text) => shortened(`    “${text.replaceAll(/\s+/gu, ' ')}”`, Math.min(columns, CELL_COLUMNS)))
  return [...wrapLines('Some of what is under it:', columns - 2).map((line) => `  ${line}`), ...lines, '']
}

/** Answers side by side, as many a line as fit. */
function inLines(answers: readonly string[], columns: number): string[] {
  const lines: string[] = []
  for (const answer of answers) {
    const last = lines.at(-1)
    if (last !== undefined && textWidth(last) + 3 + textWidth(answer) <= columns) lines[lines.length - 1] = `${last}   ${answer}`
    else lines.push(answer)
  }
  return lines
}
