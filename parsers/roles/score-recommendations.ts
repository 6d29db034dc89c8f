import { foldWords } from '../recognise/fold.ts'
import { headingRole } from '../recognise/run-headings.ts'
import type { Run, RunItem } from '../runs/run.ts'
import { headingFeatures, type RunFeatures } from './run-features.ts'
import { CONCLUSION_WEIGHTS, RECOMMENDATION_WEIGHTS as W } from './weights.ts'

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
  const named = Math.max(0, features.leadHeading, ...over.map(({ role, weight }) => (role === 'recommendation' ? weight : 0)))
  const [nearest] = over
  if (named > 0) add('headingAbove', named)
  if (over[0]?.role === 'contents' || further[0]?.role === 'contents') add('headingOfContents', 1)
  else if (named === 0 && nearest && !(features.coded && run.between > 0) && nearest.role !== 'decision' && word !== 'recommendation')
    add('headingOfOther', nearest.weight)
  // A section on reasons or evidence within the chapter of recommendations holds none.
  if (named === 0 && further.some(({ role }) => role === 'recommendation')) add('headingFurtherUp', unnamed ? 1 : 0.3)
  const explicit = tellsOfRecommendations(run, features)
  add(
    'leadIn',
    Math.max(
      features.leadIn,
      features.leadHeading > 0 && run.leadIn !== null && /[:–—-]$|follows\W*$/iu.test(run.leadIn.passage.text) ? 0.6 : 0,
    ),
  )
  // Where paragraphs are about recommendations among reasons and replies, what the others say is of no account.
  add('asks', explicit ? 1 : moods.asks + moods.asked)
  add('wishes', moods.wishes + moods.obliges + moods.instructs)
  // Concerns are reported: that they are counts for nothing.
  add('tells', explicit || (named > 0 && features.concerns) ? 0 : moods.tells)
  add('states', named > 0 && features.concerns ? 0 : moods.states)
  add('references', features.references)
  add('calledRecommendations', features.calledRecommendations)
  if (features.pageNumbers > 0.5) add('pageNumbers', features.pageNumbers)
  if (features.meanLength > LONG_ITEM) add('longItems', 1)
  add('setApart', features.setApart)
  const count = features.items.filter(({ item }) => item.depth === 0).length
  add('doubling', Math.min(MOST_DOUBLINGS, Math.log2(Math.max(1, count))))
  if (run.form === 'paragraphs' && moods.asks < 1) add('plainParagraphs', 1)
  if (features.scattered) add('scattered', 1)
  if (features.answers > 0) add('answers', features.answers)
  return { score: signs.reduce((sum, sign) => sum + sign.score, 0), signs }
}

/** A heading that names nothing but what was found; "what we heard" and "strengths" are reported, and counted by nobody. */
const FINDINGS = /^(?:(?:our|the|key|main|principal|summary of|overall) ){0,2}findings$/u

/** A finding is one paragraph, after its number or below a head that is nothing but the number; chapters have numbers of findings too. */
const isWholeFinding = ({ entries, body, title }: RunItem) =>
  entries.length === 1 || (entries.length === 2 && title === null && body.length === 1 && (body[0]?.text.length ?? 0) <= LONGEST_FINDING)
const LONGEST_FINDING = 400

/** How likely the items of a run are what the paper itself calls conclusions, in log-odds. Paragraphs that go on counting from the chapter before are not among their own. */
export function scoreConclusions(run: Run, features: RunFeatures): Scored {
  const C = CONCLUSION_WEIGHTS
  const first = run.items[0]?.label
  const named = new Set(run.over.map(({ passage }) => headingRole(passage.text)?.role))
  const findings = run.over.some(({ passage }) => FINDINGS.test(foldWords(passage.text)))
  const own = named.has('conclusion') || findings || (named.has('finding') && /^F\d/u.test(first?.number ?? ''))
  const counted = first !== null && first !== undefined && first.style !== 'dotted' && (first.style !== 'decimal' || first.number === '1')
  const signs: Sign[] = [
    { name: 'bias', score: C.bias },
    ...(features.word === 'conclusion' || (features.word === 'finding' && run.items.every(isWholeFinding))
      ? [{ name: 'labelled', score: C.labelled }]
      : []),
    ...(own && counted ? [{ name: 'headingAbove', score: C.headingAbove }] : []),
    ...(features.calledConclusions > 0 ? [{ name: 'called', score: C.called * features.calledConclusions }] : []),
  ]
  return { score: signs.reduce((sum, sign) => sum + sign.score, 0), signs }
}

/** Whether a run of numbered paragraphs is about recommendations among reasons and replies: then only those that are about one are. */
export function tellsOfRecommendations(run: Run, { moods, items }: RunFeatures): boolean {
  if (run.form !== 'numbered' || items.length < LEAST_PARAGRAPHS) return false
  const { over, further } = headingFeatures(run)
  if (![...over, ...further].some(({ role }) => role === 'recommendation')) return false
  return moods.asked > 0 && moods.asked < MOST_ASKED && moods.tells + moods.states > LEAST_TOLD
}

const LEAST_PARAGRAPHS = 3
const MOST_ASKED = 0.7
const LEAST_TOLD = 0.2
const OTHERS = new Set(['conclusion', 'finding', 'resolution', 'theme', 'minute', 'aim', 'outcome', 'objective'])
