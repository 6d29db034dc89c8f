import type { Passage } from '../../schema/document.ts'
import type { Item } from '../outline/items.ts'
import type { LabelledField } from './answer-segments.ts'

/** A recommendation as a response restates it, and the answer that it is given. */
export interface Answered {
  item: Item
  /** The limbs of its list, where the words before the list are a recommendation of their own. */
  limbs?: readonly Item[]
  /** Empty where nothing answers it. */
  answer: Passage
  /** A verdict that is beside it, in a column of its own. */
  verdict?: Passage | null
  /** Who answers, as the answer's label says; null where it does not. */
  who: Passage | null
  /** What lines under the answer say under labels of a plan: "Lead: …", "By when: …". */
  fields?: readonly LabelledField[]
  at: number
  entries: number[]
}

/** All pairs of a paper that goes through recommendations one by one, and how sure that reading is, in log-odds. */
export interface AnsweredRun {
  answered: Answered[]
  score: number
  /** How the recommendations are distinguished: "Recommendation N", numbers, boxes, bold. */
  by: string
}
