import { joinPassages, type Passage, slicePassage } from '../../schema/document.ts'
import type { RecommendationKind } from '../../schema/records.ts'
import { RATIONALE_LABELS } from '../../schema/vocabulary/papers.ts'
import { type Entry, isHeading, type Outline, type TextEntry } from '../outline/outline.ts'
import { bareLabel, foldWords } from '../recognise/fold.ts'
import { entryToStretches, isOpen, type LabelledStretch, stretchesToItems } from './items.ts'
import type { RecommendationList } from './recommendation-list.ts'

const KINDS: readonly RecommendationKind[] = ['recommendation', 'conclusion']
const RATIONALE = new Set(RATIONALE_LABELS.map(foldWords))

/** Under a heading of its own a recommendation may run over paragraphs: those that oblige somebody are part of it, those that tell why are not. */
const OBLIGES = /\b(?:should|must|shall|ought to)\b/iu

/** One run through a report: from its first "Recommendation 1" to where the numbers begin anew. */
class NamedRun {
  readonly stretches: LabelledStretch[] = []
  readonly #seen = new Map<string, LabelledStretch>()

  /** Whether this number has its text already, so that what bears it again is another copy. */
  has(number: string): boolean {
    const known = this.#seen.get(number)
    return known !== undefined && joinPassages(known.body).text !== ''
  }

  add(number: string, made: LabelledStretch[]): void {
    const known = this.#seen.get(number)
    // A contents list's bare number gives way to the recommendation itself.
    if (known) this.stretches.splice(this.stretches.indexOf(known), 1)
    if (made[0]) this.#seen.set(number, made[0])
    this.stretches.push(...made)
  }
}

/**
 * Recommendations, and conclusions, that stand one by one through the text, each with its own "Recommendation N".
 * A report that goes through them twice gives two lists.
 */
export function namedLists(outline: Outline): RecommendationList[] {
  return KINDS.flatMap((kind) =>
    namedRuns(outline, kind).map((run) => ({ items: stretchesToItems(run.stretches), kind, heading: null, secondary: false })),
  )
}

function namedRuns({ entries }: Outline, kind: RecommendationKind): NamedRun[] {
  const runs: NamedRun[] = []
  const coded = codedRecommendations(entries)
  let open: LabelledStretch | null = null
  let theme: Passage | null = null
  let underHeading = false
  for (const [index, entry] of entries.entries()) {
    if (entry.type === 'table') {
      open = null
      continue
    }
    const text: string = open?.body.at(-1)?.text ?? ''
    if (entry.label && (entry.label.word === kind || (kind === 'recommendation' && coded.has(entry)))) {
      const { number } = entry.label
      const made = headed(entry, entryToStretches(entry, theme), entries[index + 1])
      let run = runs.at(-1)
      if (!run || run.has(number)) {
        run = new NamedRun()
        runs.push(run)
      }
      run.add(number, made)
      open = made.at(-1) ?? null
      underHeading = isHeading(entry)
    } else if (isHeading(entry) && !(open && text === '' && !isRationale(entry))) {
      open = null
      theme = entry.label?.word === 'theme' ? entry.passage : entry.level === null ? theme : null
    } else if (open && isRationale(entry)) open = null
    else if (open && isPart(entry)) {
      const made = entryToStretches(entry, null)
      runs.at(-1)?.stretches.push(...made)
      open = made.at(-1) ?? null
    } else if (
      open &&
      entry.label?.style !== 'dotted' &&
      (text === '' || entry.bullet || isOpen(text) || (underHeading && OBLIGES.test(entry.passage.text)))
    )
      open.body.push(entry.passage)
    else open = null
  }
  return runs.filter((run) => run.stretches.some(({ body }) => joinPassages(body).text !== ''))
}

/**
 * Recommendations that stand one by one through the text behind codes: "R1 The Council should …". The codes run from
 * R1 and there are at least two, each before words that recommend; of codes that come again the first run is taken.
 */
function codedRecommendations(entries: readonly Entry[]): ReadonlySet<Entry> {
  const run: Entry[] = []
  for (const entry of entries)
    if (
      entry.type !== 'table' &&
      entry.label?.word === null &&
      entry.label.number === `R${run.length + 1}` &&
      RECOMMENDING.test(entry.body.text)
    )
      run.push(entry)
  return new Set(run.length > 1 ? run : [])
}

/** Words by which a recommendation recommends; a name that is set over one has none of them. */
export const RECOMMENDING = /\b(?:that|should|must|shall|recommends?|be)\b|[.;]$/iu

/** The name of a recommendation in a text that shows no headings. */
const LONGEST_NAME = 100

/** "Recommendation 2: A named officer", set as a heading, or a few words over "That …": the words are the name of what follows. */
function headed(entry: TextEntry, made: LabelledStretch[], next: Entry | undefined): LabelledStretch[] {
  const [head, ...parts] = made
  const follows = next !== undefined && next.type !== 'table' && !isHeading(next) && next.label?.word !== entry.label?.word
  const title = head ? joinPassages(head.body) : null
  if (!head || !title || parts.length > 0 || !follows || title.text === '' || RECOMMENDING.test(title.text)) return made
  if (!isHeading(entry) && (title.text.length > LONGEST_NAME || !/^That\b/u.test((next.label ? next.body : next.passage).text))) return made
  return [{ ...head, heading: slicePassage(title, 0), body: [] }]
}

/** A lettered or bracketed part of the recommendation above. */
function isPart({ label }: TextEntry): boolean {
  return label !== null && label.style !== 'dotted' && label.word === null && (label.bracketed || /^[a-z]+$/u.test(label.number))
}

/** "Rationale", "Why we say this:": what follows is no part of what is recommended. */
function isRationale(entry: TextEntry): boolean {
  const [label = ''] = entry.passage.text.split(/:(?=\s|$)/u, 1)
  return label.length <= 60 && RATIONALE.has(foldWords(bareLabel(label)))
}
