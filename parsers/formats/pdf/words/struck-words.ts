import { firstFrom } from '../../passages/first-from.ts'
import type { Edge, PageContent, Word } from '../page/page-content.ts'
import { addUnseen } from '../page/page-content.ts'
import { splitWord } from '../page/split-word.ts'
import { RULE_END_PT } from '../page/tolerances.ts'

/** A line through words runs this far above their base line, in parts of their size: about the middle of small letters. */
const LOWEST_EM = 0.14
const HIGHEST_EM = 0.48
/** No letter is narrower. */
const LEAST_PT = 3

/**
 * A page's words and rules without what is struck out: a line through the middle of words, from where they begin to
 * where they end. A table's rule is longer than the words it meets, and an underline is lower. A word of which only
 * a part is struck is parted where its letters were drawn apart. Notes what it leaves out in `unseen`.
 */
export function withoutStruck(content: Pick<PageContent, 'words' | 'edges' | 'unseen'>): Pick<PageContent, 'words' | 'edges'> {
  const { edges } = content
  if (!edges.some(({ across, from, to }) => across && to - from >= LEAST_PT)) return { words: content.words, edges }
  const words = partWords(content)
  const upright = words.filter((word) => word.turn === 0).sort((a, b) => a.base - b.base)
  const most = Math.max(0, ...upright.map(({ size }) => size))
  /** Each struck word with the stop that is left of it. */
  const struck = new Map<Word, string>()
  const lines = new Set<Edge>()
  for (const edge of edges) {
    if (!edge.across || edge.to - edge.from < LEAST_PT) continue
    const met: Word[] = []
    for (let at = firstFrom(upright, edge.at, ({ base }) => base); at < upright.length; at++) {
      const word = upright[at]
      if (!word || word.base - edge.at > HIGHEST_EM * most) break
      if (word.x0 < edge.to - 1 && word.x1 > edge.from + 1 && isThrough(edge, word)) met.push(word)
    }
    if (met.length === 0) continue
    const [from, to] = [Math.min(...met.map(({ x0 }) => x0)), Math.max(...met.map(({ x1 }) => x1))]
    const last = met.find(({ x1 }) => x1 === to)
    const mark = last && edge.to < to - 1 ? STOP.exec(last.text)?.[0] : undefined
    const end = last && mark ? to - STOP_EM * last.size * mark.length : to
    if (Math.abs(from - edge.from) > RULE_END_PT || Math.abs(end - edge.to) > RULE_END_PT) continue
    for (const word of met) if (!struck.has(word)) addUnseen(content, 'struck', word.text)
    for (const word of met) struck.set(word, word === last && mark ? mark : '')
    lines.add(edge)
  }
  if (struck.size === 0) return { words, edges }
  const live: Word[] = []
  for (const word of words) {
    const mark = struck.get(word)
    const before = live.at(-1)
    if (mark === undefined) live.push(word)
    else if (mark !== '' && before && !STOP.test(before.text)) live[live.length - 1] = { ...before, text: before.text + mark }
  }
  return { words: live, edges: edges.filter((edge) => !lines.has(edge)) }
}

/** Words parted at the ends of lines that run through only a part of them. */
function partWords({ words, edges }: Pick<PageContent, 'words' | 'edges'>): Word[] {
  const across = edges.filter((edge) => edge.across && edge.to - edge.from >= LEAST_PT).sort((a, b) => a.at - b.at)
  if (across.length === 0 || !words.some(({ seams }) => seams.length > 0)) return words
  return words.flatMap((word) => {
    if (word.seams.length === 0) return [word]
    const ends: number[] = []
    for (let at = firstFrom(across, word.base - HIGHEST_EM * word.size, (edge) => edge.at); at < across.length; at++) {
      const edge = across[at]
      if (!edge || edge.at > word.base) break
      if (isThrough(edge, word)) ends.push(edge.from, edge.to)
    }
    return splitWord(
      word,
      ends.filter((x) => x > word.x0 + 1 && x < word.x1 - 1),
    )
  })
}

/** A stop after struck words ends the sentence that is left; it is so wide. */
const STOP = /[.,;:]$/u
const STOP_EM = 0.28

function isThrough(edge: Edge, { base, size }: Word): boolean {
  return base - edge.at >= LOWEST_EM * size && base - edge.at <= HIGHEST_EM * size
}
