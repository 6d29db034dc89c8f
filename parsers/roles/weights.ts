/**
 * How much each sign says for or against a run of items being what a paper recommends, in log-odds. A run is read as it above 0.
 * Each line says why; the fixtures under `fixtures/` that show it are named by the test of this table.
 */
export const RECOMMENDATION_WEIGHTS = {
  /** Most of what papers enumerate is nothing that they recommend. */
  bias: -3,
  /** "Recommendation 4:" before each item: the writer says so. */
  labelledRecommendation: 5,
  /** "Conclusion 4:", "Finding 4:", "Figure 4": the writer says that it is something else. */
  labelledOther: -5,
  /** Codes such as R1, REC2, whose letters are those of the word. */
  codedRecommendation: 2.2,
  /** The heading right over the items names them. */
  headingAbove: 3.2,
  /** A heading further up does; sections are between. */
  headingFurtherUp: 2,
  /** The heading is that of something else: evidence, background, progress, an answer, contents. */
  headingOfOther: -3.2,
  headingOfContents: -9,
  /** "The Committee recommends that:", "the authority should take the following action:". */
  leadIn: 2.8,
  /** Share of items in which the writer asks in so many words. */
  asks: 3.2,
  /** Share of items that wish, oblige or instruct. */
  wishes: 2.4,
  /** Share of items that say what was or what somebody said. */
  tells: -2.6,
  /** Share of items that only state. */
  states: -0.8,
  /** Share of items that are closed by a reference to a paragraph, as summaries of conclusions and recommendations are. */
  references: 1.6,
  /** Share of items whose reference calls them recommendations. */
  calledRecommendations: 2,
  /** Share of items that end in a page number, as entries of contents do. */
  pageNumbers: -6,
  /** Paragraphs of running text are numbered too: items as long as pages are not recommendations. */
  longItems: -1.5,
  /** Items set apart by a box, bold or italics. */
  setApart: 0.8,
  /** For each doubling of their number, up to 16: a list is a list of something. */
  doubling: 0.25,
  /** Paragraphs that nothing sets apart but their heading. */
  plainParagraphs: -1,
  /** Half of what is between the first item and the last is not one of it: numbered paragraphs of running text. */
  scattered: -0.8,
  /** Share of items that say what somebody does with a recommendation: answers, and no recommendations. */
  answers: -8,
} as const

/** The same for what a paper itself calls its conclusions. */
export const CONCLUSION_WEIGHTS = {
  bias: -3,
  /** "Conclusion 4:" before each item. */
  labelled: 5,
  /** The heading right over the items says so, and they have numbers of their own ("C1", under findings "F1"), not those of paragraphs. */
  headingAbove: 4,
  /** Share of items whose closing reference calls them conclusions. */
  called: 3,
} as const

/** Signs that count for a share of the items begin with it: "most items …". */
export const SHARE = '{share}'
/** How many items there are. */
export const COUNT = '{count}'

/** What each sign says about a run, in words for a person. */
export const RECOMMENDATION_WORDS: Record<keyof typeof RECOMMENDATION_WEIGHTS, string> = {
  bias: 'to begin with: most lists are not recommendations',
  labelledRecommendation: 'each item is labelled as a recommendation',
  labelledOther: 'its items are labelled as something else',
  codedRecommendation: 'its items have codes like R1 or REC2',
  headingAbove: 'the heading over it announces recommendations',
  headingFurtherUp: 'a heading further up announces recommendations',
  headingOfOther: 'the heading over it announces something else',
  headingOfContents: 'it is in the table of contents',
  leadIn: 'the sentence before it leads into recommendations',
  asks: `${SHARE} ask for something outright ("we recommend that …")`,
  wishes: `${SHARE} say what should, must or is to be done`,
  tells: `${SHARE} report what happened or what somebody said`,
  states: `${SHARE} only state how things are`,
  references: `${SHARE} end with a reference to a paragraph, as in a summary of recommendations`,
  calledRecommendations: `${SHARE} end with a reference that calls them recommendations`,
  pageNumbers: `${SHARE} end in a page number, as in a table of contents`,
  longItems: 'its items are as long as running text',
  setApart: `${SHARE} are set apart: in a box, in bold or in italics`,
  doubling: `it has ${COUNT} items: the more there are, the surer it is a list`,
  plainParagraphs: 'its items are plain paragraphs, without numbers or bullets',
  scattered: 'much other text is between its items',
  answers: `${SHARE} say that a recommendation is accepted, rejected or noted`,
}

/** Of paragraphs that are about recommendations among reasons and replies, the sign `asks` says this. */
export const ASKS_AMONG_OTHERS = 'some of its paragraphs ask for something outright; only those are taken'

/** The same for what a paper calls its conclusions. */
export const CONCLUSION_WORDS: Record<keyof typeof CONCLUSION_WEIGHTS, string> = {
  bias: 'to begin with: most lists are not conclusions',
  labelled: 'each item is labelled as a conclusion',
  headingAbove: 'the heading over it announces conclusions, and it has numbers of its own',
  called: `${SHARE} end with a reference that calls them conclusions`,
}
