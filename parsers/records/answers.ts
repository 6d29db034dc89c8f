import { joinPassages, type Passage, slicePassage } from '../../schema/document.ts'
import { VALEDICTIONS } from '../../schema/vocabulary/responses.ts'
import { isHeading, type Outline, type TextEntry } from '../outline/outline.ts'
import { foldWords } from '../recognise/fold.ts'
import { readResponseLabel } from '../recognise/responses.ts'
import { type Item, labelPassage } from './items.ts'
import { RECOMMENDING } from './named-recommendations.ts'

/** A recommendation as a response restates it, and the answer that it is given. */
export interface Answered {
  item: Item
  answer: Passage
  /** Who answers, as the answer's label says; null where it does not. */
  who: Passage | null
}

/** One recommendation while it is read. */
interface Open {
  entry: TextEntry
  level: number | null
  restated: Passage[]
  answer: Passage[] | null
  who: Passage | null
}

/**
 * The recommendations that a response goes through one by one, each with its answer: from the label of the
 * recommendation to that of the answer is what is restated, from there to the next recommendation, or to a
 * heading as high as the recommendation's, is the answer.
 */
export function readAnswers(outline: Outline): Answered[] {
  const answered: Answered[] = []
  /** Paragraphs of each answer. */
  const lengths: number[] = []
  let open: Open | null = null
  const close = (): void => {
    if (open?.answer) {
      answered.push(toAnswered(open))
      lengths.push(open.answer.length)
    }
    open = null
  }
  for (const entry of outline.entries) {
    if (entry.type === 'table') continue
    const label = readResponseLabel(entry.passage.text)
    const current: Open | null = open
    if (current?.answer && isValediction(entry.passage.text)) {
      // A letter takes its leave behind its last answer: what that has beyond the longest of the others is courtesy.
      const longest = Math.max(0, ...lengths)
      if (longest > 0) current.answer = current.answer.slice(0, longest)
      close()
      break
    }
    if (entry.label?.word === 'recommendation') {
      close()
      open = { entry, level: entry.level, restated: entry.body.text === '' ? [] : [entry.body], answer: null, who: null }
    } else if (startsUnnumbered(entry)) {
      close()
      open = {
        entry: { ...entry, label: null },
        level: entry.level,
        restated: [slicePassage(entry.passage, entry.passage.text.indexOf(':') + 1)].filter((passage) => passage.text !== ''),
        answer: null,
        who: null,
      }
    } else if (current === null) continue
    else if (label && current.answer === null) {
      current.who = label.who ? slicePassage(entry.passage, label.who.start, label.who.end) : null
      current.answer = [slicePassage(entry.passage, label.end)].filter((passage) => passage.text !== '')
    } else if (isHeading(entry) && endsAnswer(entry, current)) close()
    else (current.answer ?? current.restated).push(entry.passage)
  }
  close()
  return answered
}

const LEAVES = new Set(VALEDICTIONS.map(foldWords))

/** "Yours sincerely": here a letter's text ends. */
const isValediction = (text: string) => LEAVES.has(foldWords(text.split(/[,\n]/u, 1)[0] ?? ''))

/** "Recommendation: …" without a number. */
function startsUnnumbered(entry: TextEntry): boolean {
  return /^recommendation\s*:/iu.test(entry.passage.text)
}

/** A heading as high as the recommendation's own, or any where that is no heading, begins something else. */
function endsAnswer(entry: TextEntry, open: Open): boolean {
  return open.level === null || (entry.level !== null && entry.level <= open.level)
}

function toAnswered({ entry, restated, answer, who }: Open): Answered {
  const [first, ...rest] = restated
  // "Recommendation 2: Fines", a heading over the recommendation itself, is its name.
  const name = first && rest.length > 0 && isHeading(entry) && entry.body === first && !RECOMMENDING.test(first.text) ? first : null
  const text = joinPassages(name ? rest : restated)
  const item: Item = {
    label: entry.label,
    number: entry.label?.number ?? null,
    numberPassage: labelPassage(entry),
    parent: null,
    text,
    heading: name,
  }
  return { item, answer: joinPassages(answer ?? []), who }
}
