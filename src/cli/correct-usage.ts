/** The syntax of each action, for the help and for error messages. */
export const CORRECT_USAGE = {
  link: 'link RECORD RECOMMENDATION | link PAPER REVIEW',
  unlink: 'unlink RECORD [RECOMMENDATION] | unlink PAPER [REVIEW]',
  set: 'set ID FIELD=VALUE… | set REVIEW NUMBER FIELD=VALUE…',
  merge: 'merge REVIEW INTO-REVIEW',
  part: 'part REVIEW PAPER… --title TITLE',
  settle: 'settle PAPER RULE [--note NOTE]',
  undo: 'undo [CORRECTION…]',
  move: 'move CORRECTION [ID]',
  restore: 'restore',
} as const

/** What each action does. */
export const CORRECT_PURPOSES: Readonly<Record<keyof typeof CORRECT_USAGE, string>> = {
  link: 'link a record to its recommendation, or a paper to its review',
  unlink: 'remove such a link',
  set: 'change a value',
  merge: 'join two reviews that are one review',
  part: 'move papers to a review of their own',
  settle: 'mark a diagnostic as dealt with',
  undo: 'take a correction back',
  move: 'apply a waiting correction to its new target',
  restore: 'write the corrections file again from the database',
}

/** The syntax for teaching each kind of word, and what the word is. */
export const TEACH_USAGE = {
  heading: 'heading WORDS HOLDS     a heading over a list, and what the list holds',
  column: "column WORDS FIELD      the heading of a table's column, or a card's label",
  grade: 'grade WORDS STATUS      a grade, or a colour, and the status that it means',
  opener: 'opener WORDS OUTCOME    words that open a decision, and its outcome',
  verdict: 'verdict WORDS OUTCOME   an answer to a recommendation, and its outcome',
  body: 'body NAME WHICH         the name of a council or committee',
} as const
