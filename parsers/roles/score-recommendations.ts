import type { Run } from '../runs/run.ts'
import { headingFeatures, type RunFeatures } from './run-features.ts'
import { RECOMMENDATION_WEIGHTS as W } from './weights.ts'

/** One sign that was seen, what it counted for, and in words. */
export interface Sign {
  name: string
  score: number
}

/** A score in log-odds with the signs it is made of. */
export interface Scored {
  score: number
  signs: Sign[]
}

/** Items longer than this on average are pages of text. */
const LONG_ITEM = 1500
const MOST_DOUBLINGS = 4

/** How likely the items of a run are what the paper recommends, in log-odds, sign by sign. */
export function scoreRecommendations(run: Run, features: RunFeatures): Scored {
  const signs: Sign[] = [{ name: 'bias', score: W.bias }]
  const add = (name: keyof typeof W, amount: number) => {
    if (amount !== 0) signs.push({ name, score: Math.round(W[name] * amount * 100) / 100 })
  }
  const { over, further, unnamed } = headingFeatures(run)
  const { moods, word } = features
  if (word === 'recommendation') add('labelledRecommendation', 1)
  else if (word !== null && OTHERS.has(word)) add('labelledOther', 1)
  if (features.coded) add('codedRecommendation', 1)
  const named = Math.max(0, ...over.map(({ role, weight }) => (role === 'recommendation' ? weight : 0)))
  const [nearest] = over
  if (named > 0) add('headingAbove', named)
  if (over[0]?.role === 'contents' || further[0]?.role === 'contents') add('headingOfContents', 1)
  else if (named === 0 && nearest && nearest.role !== 'decision' && word !== 'recommendation') add('headingOfOther', nearest.weight)
  // A section on reasons or evidence within the chapter of recommendations holds none.
  if (named === 0 && further.some(({ role }) => role === 'recommendation')) add('headingFurtherUp', unnamed ? 1 : 0.3)
  add('leadIn', features.leadIn)
  add('asks', moods.asks + moods.asked)
  add('wishes', moods.wishes + moods.obliges + moods.instructs)
  add('tells', moods.tells)
  add('states', moods.states)
  add('references', features.references)
  add('calledRecommendations', features.calledRecommendations)
  if (features.pageNumbers > 0.5) add('pageNumbers', features.pageNumbers)
  if (features.meanLength > LONG_ITEM) add('longItems', 1)
  add('setApart', features.setApart)
  const count = features.items.filter(({ item }) => item.depth === 0).length
  add('doubling', Math.min(MOST_DOUBLINGS, Math.log2(Math.max(1, count))))
  if (run.form === 'paragraphs') add('plainParagraphs', 1)
  if (features.scattered) add('scattered', 1)
  return { score: signs.reduce((sum, sign) => sum + sign.score, 0), signs }
}

const OTHERS = new Set(['conclusion', 'finding', 'resolution', 'theme', 'minute', 'aim', 'outcome', 'objective'])
