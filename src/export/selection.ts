import { VIEW_NAMES, type ViewName } from '../store/views.ts'

/** What is exported: which views, in the order of the contract, and of which review; null for all of them. */
export interface Selection {
  views: readonly ViewName[]
  reviewId: string | null
}

/** All views of all reviews. */
export const EVERYTHING: Selection = { views: VIEW_NAMES, reviewId: null }
