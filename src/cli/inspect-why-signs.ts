import type { RunExplanation } from '../reading/read-file.ts'
import { PROSE_COLUMNS, print, screenWidth, styled } from './screen.ts'
import { shortened, wrapLines } from './text-width.ts'

/** A sign in words with what it counts for. */
export type Sign = RunExplanation['signs'][number]

/** Signs smaller than this, of a paper or a run, explain nothing. */
const LEAST_SIGN = 0.05
const SIGN_COLUMNS = 6

/** A line a sign: where every score begins, then the strongest first. */
export function printSigns(signs: readonly Sign[], indent: number): void {
  const room = Math.min(screenWidth(), PROSE_COLUMNS) - indent - SIGN_COLUMNS
  for (const { score, words, quote } of signs.toSorted((a, b) => strength(b) - strength(a))) {
    if (Math.abs(score) < LEAST_SIGN) continue
    const [first = '', ...rest] = wrapLines(quote ? `${words}: "${shortened(quote, 60)}"` : words, room)
    print(`${' '.repeat(indent)}${styled(score > 0 ? 'green' : 'red', scoreWords(score).padStart(4))}  ${first}`)
    for (const line of rest) print(' '.repeat(indent + SIGN_COLUMNS) + line)
  }
}

const strength = ({ name, score }: Sign): number => (name === 'bias' ? Number.POSITIVE_INFINITY : Math.abs(score))

/** A score without its sign. */
export const number = (score: number): string => Math.abs(score).toFixed(1)

/** "+3.2", "−0.4". */
export function scoreWords(score: number): string {
  return `${score < 0 ? '−' : '+'}${number(score)}`
}

/** "a, b and c". */
export function listed(words: readonly string[], conjunction: string): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`
}
