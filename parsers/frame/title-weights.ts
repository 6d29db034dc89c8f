/**
 * What each sign says for a line being the paper's title. The largest weights belong to what papers are consistent in:
 * the title is set largest on the front, and names what it is about.
 */
export const TITLE_WEIGHTS = {
  /** Set in the largest type of the front. Covers set nothing larger than their title. */
  largest: 3,
  /** Set nearly as large. */
  large: 1.5,
  /** The format calls it a heading; of the highest level at the front. */
  heading: 1,
  highest: 1.6,
  bold: 0.5,
  /** The very first line; one of the first three. */
  opens: 0.5,
  first: 1,
  /** It is on a later page than the first. */
  laterPage: -1,
  /** Each line before it takes so much off. */
  later: -0.08,
  /** The document information, or the front matter, has the same title; or one that begins or ends like it. */
  information: 3,
  partly: 1.5,
  /** It appears again on the title page, or at the head of pages. */
  again: 1,
  /** It names a review, an inquiry or a group on a subject. */
  review: 3.5,
  /** It names a kind of paper, with a subject. */
  kind: 2.5,
  /** It names a kind of paper and no subject: "Minutes", "Final report". */
  kindAlone: -1.5,
  /** The line before or after says only what kind of paper it is: "Report of the Panel", "Final report". */
  beside: 2.5,
  /** It calls what it is about a review, an inquiry or an inspection, without the form of such a title. */
  reviewWord: 2,
  /** It names the sitting, and no subject: minutes are called by what they are. */
  meeting: -1,
  /** It is the name of a body, or heads a part of the paper. */
  bodyOn: -4,
  annex: -2.5,
  /** It is as long as few titles are, or is one word. */
  long: -1.5,
  oneWord: -0.5,
  /** It ends as a sentence does, is an item of one, or asks. */
  sentence: -3,
  question: -4,
  /** It says who moved and who seconded. */
  decided: -6,
  /** It is among the lines of text, with nothing that sets it off. */
  plain: -1,
} as const

/** A line with less is not a title; a paper may well have none. */
export const LEAST_TITLE = 0.5
