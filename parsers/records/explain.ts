import type { Place } from '../../schema/place.ts'
import type { KindReading } from '../roles/choose-kind.ts'
import type { Content } from '../roles/content.ts'
import { itemText } from '../roles/run-features.ts'
import type { Sign } from '../roles/score-recommendations.ts'
import type { ReadRun } from '../roles/select-lists.ts'
import { readingOf } from './doubtful.ts'
import { passagePlace } from './outline.ts'

/** Why a paper was read as it was. */
export interface PaperExplanation {
  title: string | null
  council: string | null
  committee: string | null
  /** What the title and the first lines announce. */
  announced: string[]
  /** The readings as each kind, the likeliest first; the second is the runner-up. */
  kinds: { kind: string; score: number; signs: Sign[] }[]
  /** Everything enumerated that may be recommendations or was taken for something, in the order of the paper. */
  runs: RunExplanation[]
  /** Recommendations with answers, as far as the paper reads like a response. */
  answers: { by: string; score: number; pairs: number } | null
  /** How many decisions were found, and how many openers are set as minutes set them. */
  decisions: { found: number; openers: number; formal: number }
}

/** Why one run got its role. */
export interface RunExplanation {
  /** In words, what it is: "a numbered list under …". */
  reading: string
  items: number
  /** The first words of its first item. */
  opens: string
  place: Place
  role: 'recommendations' | 'conclusions' | 'restated' | 'candidates' | 'none'
  score: number
  signs: Sign[]
}

/** Runs that are this unlikely are left out: most of what papers enumerate is ordinary. */
const LEAST_SCORE = -4
const FIRST_WORDS = 80

/** Tells, sign by sign, why a paper is of its kind and why each run got its role. */
export function explainPaper(content: Content, kinds: readonly KindReading[]): PaperExplanation {
  const { paper, lists, answers, decisions } = content
  const { about } = paper
  const taken = new Map(lists.selected.map((list) => [list.read.run, list]))
  const doubtful = new Set(lists.doubtful.map(({ run }) => run))
  const explain = (read: ReadRun): RunExplanation => {
    const list = taken.get(read.run)
    const [first] = read.run.items
    return {
      reading: readingOf(read),
      items: read.run.items.filter(({ depth }) => depth === 0).length,
      opens: first ? itemText(first).slice(0, FIRST_WORDS) : '',
      place: passagePlace(first?.entry.passage ?? { text: '', runs: [] }),
      role: list
        ? list.restates
          ? 'restated'
          : list.kind === 'conclusion'
            ? 'conclusions'
            : 'recommendations'
        : doubtful.has(read.run)
          ? 'candidates'
          : 'none',
      score: list?.read.scored.score ?? read.scored.score,
      signs: list?.read.scored.signs ?? read.scored.signs,
    }
  }
  return {
    title: about.title?.text ?? null,
    council: about.council,
    committee: about.committee,
    announced: [...content.titled],
    kinds: kinds.map(({ reading, score, signs }) => ({ kind: reading, score, signs })),
    runs: content.reads
      .filter((read) => taken.has(read.run) || doubtful.has(read.run) || read.scored.score > LEAST_SCORE)
      .sort((a, b) => a.run.start - b.run.start)
      .map(explain),
    answers: answers && answers.score > 0 ? { by: answers.by, score: answers.score, pairs: answers.answered.length } : null,
    decisions: { found: decisions.resolutions.length, openers: decisions.openers, formal: decisions.formal },
  }
}
