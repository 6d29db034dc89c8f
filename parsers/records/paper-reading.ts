import type { Passage } from '../../schema/document.ts'
import type {
  Action,
  Commitment,
  DocumentKind,
  Fact,
  Grading,
  ProgressUpdate,
  Resolution,
  Responsibility,
  Wording,
} from '../../schema/records.ts'
import type { About } from '../frame/about.ts'

/** The lists of records that a paper gives. */
export interface RecordLists {
  wordings: Wording[]
  resolutions: Resolution[]
  commitments: Commitment[]
  responsibilities: Responsibility[]
  actions: Action[]
  progressUpdates: ProgressUpdate[]
  facts: Fact[]
  gradings: Grading[]
}

/** What is beside a record under a label of its own. */
export interface DetailDraft {
  /** The key of the record, or null where it is the paper's own. */
  entityKey: string | null
  label: string
  passage: Passage
}

/** What a paper is read as. */
export interface PaperReading extends RecordLists {
  kind: DocumentKind
  /** Where the reading knows the document's date better than its front says it. */
  dated?: About['dated']
  /** Where the reading knows the title better: of a decision, its item's. */
  title?: About['title']
  /** Where the reading knows better which reviews the document is about. */
  reviews?: About['reviews']
  details?: DetailDraft[]
  /** How sure each record is by its own signs, by key; 1 for one that is not named. */
  sure?: ReadonlyMap<string, number>
}

/** No records, to be filled in. */
export function noRecords(): RecordLists {
  return { wordings: [], resolutions: [], commitments: [], responsibilities: [], actions: [], progressUpdates: [], facts: [], gradings: [] }
}
