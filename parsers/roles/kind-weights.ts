/**
 * How much each sign says that a paper is of one kind, in log-odds. What a paper holds decides; its title only helps. A paper of no
 * kind that reaches 0 is `other`.
 */
export const KIND_WEIGHTS = {
  report: { bias: -1, list: 0.6, titled: 1.5, review: 0.5, titledOther: -2, minutes: -3, answered: -0.8, fields: -2.5 },
  response: { bias: -1.5, pairs: 0.6, list: 0.4, table: 4, titled: 3, titledReport: -0.5, minutes: -3 },
  decision: {
    bias: -1.5,
    decisions: 0.9,
    formal: 1.5,
    formLabel: 0.5,
    record: 1.5,
    titled: 2.5,
    attendance: 1,
    titledReport: -0.3,
    titledResponse: -0.8,
    told: -1,
    sparse: -2.5,
  },
  plan: { bias: -1.5, fields: 3.2, rows: 0.3, titled: 1.5, minutes: -1.5, cards: 0.85 },
} as const

/** The score of the best list of recommendations, of the best pairs, counts no further than this. */
export const MOST_OF_A_RUN = 6
