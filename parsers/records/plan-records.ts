import type { Report } from '../../schema/diagnostics.ts'
import type { Action, Commitment, ProgressUpdate, RecommendationKind, Responsibility, Wording, WordingRole } from '../../schema/records.ts'
import type { AsOf } from '../outline/as-of.ts'
import type { Grade } from '../recognise/grade.ts'
import type { PlanItem } from '../tables/plan-items.ts'
import type { DetailDraft } from './paper-reading.ts'

/** What turns plan items into records besides the items themselves. */
export interface PlanContext {
  role: WordingRole
  kind: RecommendationKind
  /** Whether the words beside a verdict are stored as an answer. */
  isAnswer: boolean
  source: string | null
  scale: Grade[] | null
  /** The day that the document as a whole reports for, if it says. */
  asOf: AsOf | null
  /** The key of the review that an item is about, where a document mentions several. */
  reviewKeyOf: (item: PlanItem) => string | null
  /** The table answers recommendations: only a row that says who, when or what commits anybody, and a verdict alone does not. */
  answers?: boolean
  report: Report
}

/** The records that plans, trackers and cards are made of. */
export interface PlanRecords {
  wordings: Wording[]
  commitments: Commitment[]
  responsibilities: Responsibility[]
  actions: Action[]
  progressUpdates: ProgressUpdate[]
  details: DetailDraft[]
  /** How sure each record is by the columns or labels that it rests on, by key. */
  sure: Map<string, number>
  /** What was written of each item, in the order of the items. */
  written: WrittenItem[]
}

/** The keys of an item's own wording, commitment and last update, each null where it has none. */
export interface WrittenItem {
  wordingKey: string | null
  commitmentKey: string | null
  updateKey: string | null
}
