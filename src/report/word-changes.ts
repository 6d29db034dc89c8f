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

/** Texts that share less than this are two texts, and no changed one. */
const SHARED_LEAST = 0.5

/**
 * `text` with the words that are new to it marked, and those that fell away from `before` struck through in their place;
 * null where the two have too little in common for that to be read.
 */
export function wordChanges(before: string, text: string): Child[] | null {
  const changes = diffWords(before, text)
  const shared = changes.reduce((sum, { value, added, removed }) => sum + (added || removed ? 0 : value.length), 0)
  if (shared < SHARED_LEAST * Math.max(before.length, text.length)) return null
  return changes.map(({ value, added, removed }) => {
    if (added) return h('ins', [unseen('[added: '), value, unseen(']')])
    if (removed) return h('del', [unseen('[left out: '), value, unseen(']')])
    return value
  })
}
