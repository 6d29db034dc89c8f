import type { Row } from '../store/database.ts'
import { pageOf } from './file-names.ts'
import { type Child, type Element, h } from './html.ts'
import { rowNumber, rowText } from './rows.ts'
import type { Site } from './site.ts'
import { capitalised, recommendationName } from './words.ts'

/** From here on a link is as good as certain; below the lower bound a person should look. */
const SURE = 0.95
const FAIR = 0.75
/** A candidate that is this far behind is not a rival. */
const CLEAR_LEAD = 0.5

/** What is said about the paper that a review has its name from. */
export const FOUNDING = 'This is the paper that the review is known by.'

/** Reasons that linking gives in a few words of its own, as sentences. */
const WHY: Record<string, string> = {
  'the number alone': 'Nothing but its number says so: it has no words that could be compared.',
  'the list that the review is known by': 'It is in the paper that the review is known by, so nothing had to be compared.',
  'the paper that it is known by': FOUNDING,
  'the resolution names it': 'The resolution names the recommendation by its number.',
  'one row for several': 'One row of the paper is about several recommendations.',
  'printed once for several rows': 'The paper prints it once, in a cell that reaches over the rows of several recommendations.',
  'its neighbours leave only this one': 'Only this one fits between its neighbours.',
  'the last review of this subject that had begun': 'Several reviews are of this subject; it is the last that had begun.',
}

/** How sure a link is, in words with its figure: "sure (98%)". */
export function sureness(confidence: number): string {
  const words = confidence >= SURE ? 'sure' : confidence >= FAIR ? 'fairly sure' : 'not sure'
  return `${words} (${percent(confidence)})`
}

/** Why a record or a paper is where it is, folded; nothing where no link was needed to put it there. */
export function whyLinked(site: Site, link: Row | undefined, question: string, root: string): Element | null {
  if (!link) return null
  const rival = site.archive.recommendation.get(String(link.runner_up_id)) ?? null
  const sentences: Child[] = [...reasonSentences(rowText(link.reasons))]
  const rivalConfidence = rowNumber(link.runner_up_confidence)
  if (rival && rivalConfidence)
    sentences.push([
      'The next nearest was ',
      h('a', { href: pageOf.recommendation(String(rival.recommendation_id), root) }, recommendationName(rival)),
      ` (${percent(rivalConfidence)}).`,
    ])
  const byHand = link.decided_by !== 'rule'
  const how = byHand ? `decided by ${link.decided_by}` : sureness(Number(link.confidence))
  return h('details', { className: ['why-linked'] }, [
    h('summary', [question, ' ', h('span', { className: ['tag'] }, how)]),
    h(
      'ul',
      (sentences.length ? sentences : ['The paper gives no more to go by.']).map((sentence) => h('li', sentence)),
    ),
  ])
}

/** The reasons of a link as sentences. What is not known here is left out rather than shown as it is stored. */
export function reasonSentences(json: string | null): string[] {
  const reasons = json === null ? {} : (JSON.parse(json) as Record<string, unknown>)
  const { why, sameNumber, likeness, lead, numbersKept, numbers, title, titles, alike, itemsCompared, correction, found } = reasons
  const told = typeof why === 'string' ? why : null
  return [
    told === null ? null : correction ? `The reason given: ${told}` : (WHY[told] ?? `${capitalised(told)}.`),
    typeof title === 'string' ? `The paper names “${title}”${typeof titles === 'string' ? `: ${titles}` : ''}.` : null,
    sameNumber === true ? 'It bears the same number.' : sameNumber === false ? 'It bears another number, or none.' : null,
    typeof likeness === 'number' ? likenessWords(likeness) : null,
    typeof alike === 'number'
      ? `What it lists was compared with the review: ${percent(alike)} alike over ${itemsWords(itemsCompared)}.`
      : null,
    typeof lead === 'number' ? (lead >= CLEAR_LEAD ? 'No other came near.' : 'Another was not far behind.') : null,
    numbersKept === false ? 'The paper numbers otherwise than the review, so its numbers say little.' : null,
    Array.isArray(numbers) && numbers.length ? `It names ${numbers.join(', ')}.` : null,
    typeof found === 'object' && found !== null ? `Before that the rules had found a place ${foundWords(found)}.` : null,
  ].flatMap((sentence) => sentence ?? [])
}

function likenessWords(likeness: number): string {
  return likeness >= 1
    ? 'Its words are the same.'
    : likeness > 0
      ? `Its words are ${percent(likeness)} alike.`
      : 'Its words are other ones.'
}

function itemsWords(count: unknown): string {
  return typeof count === 'number' ? `${count} ${count === 1 ? 'item' : 'items'}` : 'its items'
}

function foundWords(found: object): string {
  const { method, confidence } = found as { method?: unknown; confidence?: unknown }
  return [
    typeof method === 'string' ? `by ${method.replaceAll('-', ' ')}` : null,
    typeof confidence === 'number' ? sureness(confidence) : null,
  ]
    .filter(Boolean)
    .join(', ')
}

function percent(share: number): string {
  return `${Math.floor(share * 100)}%`
}
