import type { Report } from '../../schema/diagnostics.ts'
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
import type { FormSection } from '../outline/form-sections.ts'
import type { Outline } from '../outline/outline.ts'

/** How well a layout fits a document. */
export interface Claim {
  /** 0 (nothing of it is there) to 1 (all of it is). */
  score: number
  /** What it saw, in words. */
  reasons: string[]
}

/** All that a layout may look at. */
export interface Paper {
  outline: Outline
  /** The whole paper as a form. */
  sections: FormSection[]
  /** The form's head, before any card. */
  head: FormSection[]
  about: About
}

/** The lists of records that a layout reads. */
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

/** What a layout makes of a document. */
export interface LayoutReading extends RecordLists {
  kind: DocumentKind
  /** Where the layout knows the document's date better than its front says it. */
  dated?: About['dated']
  /** Where the layout knows the title better: of a decision, its item's. */
  title?: About['title']
  /** Where the layout knows better which reviews the document is about. */
  reviews?: About['reviews']
}

/** A kind of document: one file in `parsers/layouts/`, found by being there. */
export interface Layout {
  /** The file's name. */
  name: string
  claim(paper: Paper): Claim
  read(paper: Paper, report: Report): LayoutReading
}

/** No records, to be filled in. */
export function noRecords(): RecordLists {
  return { wordings: [], resolutions: [], commitments: [], responsibilities: [], actions: [], progressUpdates: [], facts: [], gradings: [] }
}

/** A claim that nothing speaks for. */
export const NO_CLAIM: Claim = { score: 0, reasons: [] }
