/**
 * How much each sign says that a paper is of one kind, in log-odds. What a paper holds decides; its title only helps. A paper of no
 * kind that reaches 0 is `other`.
 */
export const KIND_WEIGHTS = {
  report: { bias: -1, list: 0.6, titled: 1.5, review: 0.5, titledOther: -2, minutes: -3, answered: -0.8, fields: -2.5, reader: -1.5 },
  response: { bias: -1.5, pairs: 0.6, list: 0.4, table: 4, reports: -2, planned: -2, titled: 3, titledReport: -0.5, minutes: -3 },
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
    titledPlan: -0.8,
    told: -1,
    sparse: -2.5,
  },
  plan: { bias: -1.5, fields: 3.2, rows: 0.3, titled: 1.5, minutes: -1.5, cards: 0.85, told: 1.6 },
} as const

/** The score of the best list of recommendations, of the best pairs, counts no further than this. */
export const MOST_OF_A_RUN = 6

/** What each sign says about a paper, in words for a person; a test holds them to the signs that `choose-kind.ts` gives. */
export const KIND_SIGN_WORDS: Record<string, string> = {
  bias: 'to begin with: a paper has to show what it is',
  'nothing of it is there': 'it has nothing of the kind',
  'a list of recommendations': 'it has a list that reads like recommendations',
  'its title says so': 'its title or its first lines say so',
  'it names a review': 'it names a review',
  'its title says otherwise': 'its title or its first lines announce another kind of paper',
  'it opens as minutes': 'its title or its first lines say that it is minutes',
  'it speaks to its reader': 'it says "you" to its reader, as newsletters and pages of advice do',
  'fields stand beside each': 'who, by when or what was done is given beside each, as in a plan',
  'each is answered': 'its recommendations are followed by answers, as in a response',
  'a table answers': 'a table has a column of answers',
  'its rows report what has become of it': 'its rows say beside the answer what has been done since, as a tracker does',
  'they are a list of recommendations': 'what it answers is a list that reads like recommendations',
  'recommendations with answers': 'text that reads like answers follows each recommendation',
  'what follows each is planned': 'what follows each is an action with who or by when, and no verdict, as on the cards of a plan',
  'its title is that of a report': 'its title or its first lines say that it is a report',
  decisions: 'it has decisions',
  'formal openers': 'its decisions are opened in form, as in minutes ("RESOLVED: That …")',
  'decisions are only told of': 'decisions are only mentioned in running text',
  'few decisions in a long paper': 'it is long, and has few decisions',
  'labels of a decision form': 'it has the labels of a decision form ("Reasons", "Alternatives considered", …)',
  'a record of the decision': 'a part of it is the record of a decision, by its heading or label',
  'it says who was there': 'it lists who was there',
  'its title is that of a plan': 'its title or its first lines say that it is a plan',
  'its title is that of a response': 'its title or its first lines say that it is a response',
  'columns of a plan': 'a table has the columns of a plan (what, who, by when, progress)',
  rows: 'the more rows that table has, the surer it is a plan',
  'labelled fields': 'who, by when or progress is given under labels beside each recommendation',
  'what became of each is told in turn': 'it goes through recommendations in its text and says what has become of each',
  cards: 'the more recommendations it sets out so, the surer it is a plan',
}
