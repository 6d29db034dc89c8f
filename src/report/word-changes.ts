import { type Child, h, unseen } from './html.ts'

/** Letters and digits only, without the "That" which resolutions open with: what is left of a text when its printing is taken away. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^that /u, '')

/** Whether two texts say the same, whatever their marks and capitals and a leading "That". */
export function sameWords(a: string, b: string): boolean {
  return bare(a) === bare(b)
}

/** A difference as the views give it (JSON: pairs of a sign and words): what is new marked, what fell away struck through in its place. */
export function diffWords(json: string): Child[] {
  return (JSON.parse(json) as [sign: string, words: string][]).map(([sign, words], index) => [
    index ? ' ' : null,
    sign === '+'
      ? h('ins', [unseen('[added: '), words, unseen(']')])
      : sign === '-'
        ? h('del', [unseen('[left out: '), words, unseen(']')])
        : words,
  ])
}
