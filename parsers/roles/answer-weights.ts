/**
 * Where, between one recommendation and the next, a response stops restating and begins to answer; in log-odds of that place.
 * It rests on how responses are printed: what is quoted differs from what is answered in its label, box, type or speech.
 */
export const ANSWER_WEIGHTS = {
  /** "Response:", "Government response": the answer is labelled. */
  label: 6,
  /** A label of an answer that is read as a part of what is restated. */
  labelInRestated: -8,
  /** "The Government accepts this recommendation.", "Agreed." */
  verdict: 3,
  /** The box that holds the recommendation ends. */
  boxEnds: 4,
  /** Both are in one box. */
  withinBox: -2,
  sameBox: 0.4,
  /** Bold or italics end. */
  lookEnds: 2.5,
  /** Bold or italics begin: more likely the next recommendation than an answer. */
  lookBegins: -1,
  quotationEnds: 2.5,
  /** The sentence before is closed, or left open. */
  closed: 0.5,
  open: -4,
  /** A bullet or small letters go on with what is before. */
  goesOn: -2.5,
  /** "We", "The Council", "Work has begun": somebody speaks for themselves. */
  speaks: 1.2,
  /** What somebody should do is rather restated. */
  wishes: -1,
  wishesNot: 0.7,
  /** Each further paragraph that is read as restated. */
  goesOnWishing: 0.3,
  restatedGoesOn: -0.8,
  headingInRestated: -2,
  /** Only a name would be restated. */
  nothingRestated: -6,
  /** Nothing answers: several recommendations are together before one answer. */
  noAnswer: 0,
  /** Of a whole run: most of what papers enumerate has no answers. */
  bias: -4,
  mostForPair: 6,
  doubling: 0.4,
  labelled: 1,
  /** Nothing says that what follows answers: no label, no verdict, nobody who speaks. */
  unspoken: -1.5,
  /** What follows only counts on from the paragraph before the recommendation: "3.1 …", the recommendation, "3.2 …". */
  runsOn: -3,
  /** What follows begins with a heading. */
  headingFirst: -2,
  /** Share of recommendations at the end that nothing answers. */
  unanswered: -2,
  /** A letter tells its reader what they recommended, and answers after it. */
  told: 4,
  /** The same said about somebody else than the reader: minutes and reports are about recommendations too. */
  toldOfOthers: 2.5,
  /** The title or the first lines say that the paper answers. */
  announced: 1.5,
  restatedWishes: 0.8,
  restatedStates: -1,
} as const
