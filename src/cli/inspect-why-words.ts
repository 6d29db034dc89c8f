import type { PaperExplanation, RunExplanation } from '../reading/read-file.ts'

type Kind = PaperExplanation['kinds'][number]['kind']

/** Each kind as a noun, and what is stored of a paper that is read as it. */
export const KINDS: Record<Kind, { noun: string; stored: string }> = {
  report: { noun: 'a report of a review', stored: 'The lists below that read as recommendations are stored as recommendations.' },
  response: { noun: 'a response to recommendations', stored: 'Each recommendation is stored with the answer that follows it.' },
  decision: {
    noun: 'a record of decisions',
    stored: 'Minutes and decision notices are such records. Each decision is stored with its outcome.',
  },
  tables: {
    noun: 'a plan in tables',
    stored: 'It is a plan, or reports the progress of one. Each row is stored: the action, who, by when, and the progress.',
  },
  cards: {
    noun: 'a plan on forms',
    stored: 'It is a plan, or reports the progress of one. Each form is stored: the action, who, by when, and the progress.',
  },
}

/** What a run is, for one and for several. */
export const FORMS: Record<RunExplanation['form'], { one: string; many: string }> = {
  labelled: { one: 'a series of labelled paragraphs', many: 'series of labelled paragraphs' },
  numbered: { one: 'a numbered list', many: 'numbered lists' },
  headed: { one: 'a series of headed sections', many: 'series of headed sections' },
  bullets: { one: 'a list of bullets', many: 'lists of bullets' },
  paragraphs: { one: 'a series of paragraphs', many: 'series of paragraphs' },
  rows: { one: 'the rows of a table', many: 'tables' },
}

/** What a run was read as, in a word or two. */
export const ROLES: Record<RunExplanation['role'], string> = {
  recommendations: 'recommendations',
  restated: 'said again',
  answered: 'answered recommendations',
  conclusions: 'conclusions',
  decided: 'decisions',
  candidates: 'in doubt',
  part: 'part of another list',
  ordinary: 'ordinary',
}

/** What every score means, for somebody who sees the first. */
export const SCORE_NOTE =
  'Scores: above 0 means yes, and a higher score is surer. Each sign adds to the score or subtracts from it. +1 makes the reading nearly three times as likely, +3 twenty times (log-odds).'
