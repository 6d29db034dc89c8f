import type { Box } from '../../../../schema/place.ts'
import { firstFrom } from '../../passages/first-from.ts'
import type { Edge, PageContent, Word } from '../page/page-content.ts'
import { RULE_END_PT } from '../page/tolerances.ts'
import { findCharts } from './find-charts.ts'
import { mergeEdges } from './merge-edges.ts'

/** A rule this close under words, as long as they are, underlines them. */
const UNDERLINE_PT = 3

/** What is drawn on a page beside its text. */
export interface PageRules {
  /** Rules, each once and in one piece, without those that underline text. */
  edges: Edge[]
  /** Where charts are. */
  charts: Box[]
}

/** A page's rules and charts. */
export function pageRules(content: PageContent): PageRules {
  const words = content.words.filter((word) => word.turn === 0).sort((a, b) => a.base - b.base)
  const edges = mergeEdges(content.edges.filter((edge) => !isUnderline(edge, words)))
  return { edges, charts: findCharts(content, edges) }
}

function isUnderline(edge: Edge, words: readonly Word[]): boolean {
  if (!edge.across) return false
  let [from, to] = [Infinity, -Infinity]
  for (let i = firstFrom(words, edge.at - UNDERLINE_PT, ({ base }) => base); i < words.length; i++) {
    const word = words[i]
    if (!word || word.base > edge.at + 1) break
    if (word.x1 <= edge.from + 1 || word.x0 >= edge.to - 1) continue
    from = Math.min(from, word.x0)
    to = Math.max(to, word.x1)
  }
  return Math.abs(from - edge.from) <= RULE_END_PT && Math.abs(to - edge.to) <= RULE_END_PT
}
