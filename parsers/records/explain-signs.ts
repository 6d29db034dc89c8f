import { headingRole } from '../recognise/run-headings.ts'
import { KIND_SIGN_WORDS } from '../roles/kind-weights.ts'
import { type Sign, tellsOfRecommendations } from '../roles/score-recommendations.ts'
import type { ReadRun, SelectedList } from '../roles/select-lists.ts'
import {
  ASKS_AMONG_OTHERS,
  CONCLUSION_WEIGHTS,
  CONCLUSION_WORDS,
  COUNT,
  RECOMMENDATION_WEIGHTS,
  RECOMMENDATION_WORDS,
  SHARE,
} from '../roles/weights.ts'

/** A sign with what it says, and the words of the paper that show it. */
export interface ExplainedSign extends Sign {
  words: string
  /** The heading, label or sentence that it was seen in; null for signs of all items. */
  quote: string | null
}

/** The signs of a kind of paper in words. */
export function explainKindSigns(signs: readonly Sign[]): ExplainedSign[] {
  return signs.map((sign) => ({ ...sign, words: KIND_SIGN_WORDS[sign.name] ?? sign.name, quote: null }))
}

/** The signs of a run in words: of its being recommendations, or conclusions where it was read as those. */
export function explainRunSigns(read: ReadRun, kind: SelectedList['kind']): ExplainedSign[] {
  return read.scored.signs.map((sign) => ({ ...sign, ...(kind === 'conclusion' ? concludingWords(sign, read) : signWords(sign, read)) }))
}

type Explained = Pick<ExplainedSign, 'words' | 'quote'>

function signWords({ name, score }: Sign, read: ReadRun): Explained {
  if (!isKey(RECOMMENDATION_WEIGHTS, name)) return { words: name, quote: null }
  if (name === 'asks' && tellsOfRecommendations(read.run, read.features)) return { words: ASKS_AMONG_OTHERS, quote: null }
  return {
    words: RECOMMENDATION_WORDS[name]
      .replace(SHARE, shareWords(score / RECOMMENDATION_WEIGHTS[name]))
      .replace(COUNT, String(read.run.items.filter(({ depth }) => depth === 0).length)),
    quote: quoteOf(name, read),
  }
}

function concludingWords({ name, score }: Sign, { run }: ReadRun): Explained {
  if (!isKey(CONCLUSION_WEIGHTS, name)) return { words: name, quote: null }
  return {
    words: CONCLUSION_WORDS[name].replace(SHARE, shareWords(score / CONCLUSION_WEIGHTS[name])),
    quote: name === 'headingAbove' ? headingOf(run.over, 'conclusion') : null,
  }
}

function quoteOf(name: keyof typeof RECOMMENDATION_WEIGHTS, { run, features }: ReadRun): string | null {
  switch (name) {
    case 'headingAbove':
      return headingOf(run.over, 'recommendation')
    case 'headingFurtherUp':
      return headingOf(run.further, 'recommendation')
    case 'headingOfContents':
      return headingOf([...run.over, ...run.further], 'contents')
    case 'headingOfOther':
      return run.over.map(({ passage }) => passage.text).find((text) => headingRole(text) !== null) ?? null
    case 'labelledOther':
      return features.word
    case 'leadIn':
      return run.leadIn ? endOf(run.leadIn.passage.text) : null
    default:
      return null
  }
}

/** The heading that names a role most surely. */
function headingOf(headings: ReadRun['run']['over'], role: string): string | null {
  const named = headings.flatMap(({ passage: { text } }) => {
    const said = headingRole(text)
    return said?.role === role ? [{ text, weight: said.weight }] : []
  })
  return named.sort((a, b) => b.weight - a.weight)[0]?.text ?? null
}

/** The last words of the sentence before a list: they lead into it. */
function endOf(text: string): string {
  return text.length <= LONGEST_LEAD ? text : `…${text.slice(-LONGEST_LEAD).replace(/^\S*\s/u, '')}`
}

const LONGEST_LEAD = 58

function shareWords(share: number): string {
  const [, words] = SHARES.find(([least]) => share >= least) ?? [0, 'a few items']
  return words
}

/** Shares in words, by the least share that each is said about. */
const SHARES: readonly (readonly [least: number, words: string])[] = [
  [0.99, 'all items'],
  [0.6, 'most items'],
  [0.4, 'about half of the items'],
  [0.15, 'some items'],
]

const isKey = <T extends object>(table: T, name: PropertyKey): name is keyof T => name in table
