import type { WordForms } from '../words.ts'

/** What a body does with what is before it, told in the past: none of these is said about a debate. */
export const CLOSING_VERBS: readonly string[] = [
  ...['appointed', 'directed', 'instructed', 'authorised', 'authorized', 'approved', 'adopted', 'ratified', 'deferred', 'referred'],
  ...['tabled', 'postponed', 'rejected', 'refused', 'declined', 'granted', 'remitted'],
]

/** What a meeting refers or puts off. */
export const CLOSING_THINGS: readonly string[] = ['request', 'matter', 'item', 'petition', 'question', 'proposal', 'report']

/** Signs that a sentence is about what was done at another time; forms of some of its words. */
export const OF_ANOTHER_TIME: WordForms = {
  forms: [
    '(previously | earlier | had | ago | last)',
    '(in | since | during) [MONTH] YEAR',
    'on [DAY] MONTH',
    'in MONTH',
    '(at | in) (its | their | the | a | an) …6 (meeting | session)',
    '(who | which | whose) … (was | were)',
  ],
  unless: ['to be …6 in MONTH'],
}
