import { diffWords } from 'diff'
import { type Child, h, unseen } from './html.ts'

/** Letters and digits only: what is left of a text when its printing is taken away. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whether two texts say the same, whatever their marks and capitals. */
export function sameWords(a: string, b: string): boolean {
  return bare(a) === bare(b)
}

/** `text` with the words that are new to it marked, and those that fell away from `before` struck through in their place. */
export function wordChanges(before: string, text: string): Child[] {
  return diffWords(before, text).map(({ value, added, removed }) => {
    if (added) return h('ins', [unseen('[added: '), value, unseen(']')])
    if (removed) return h('del', [unseen('[left out: '), value, unseen(']')])
    return value
  })
}
