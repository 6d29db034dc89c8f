/** How each action is written, as the help and the errors say it. */
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

/** How a word of each kind is taught, with what it can mean. */
export const TEACH_USAGE = {
  heading: 'heading WORDS HOLDS     what is listed under a heading',
  column: 'column WORDS FIELD      what a column of a table, or a label of a card, is',
  grade: 'grade WORDS STATUS      how far a recommendation with this grade is; a colour is a grade too',
  opener: 'opener WORDS OUTCOME    the words open what was decided, and this is what was done',
  verdict: 'verdict WORDS OUTCOME  an answer to a recommendation that is given in these words',
  body: 'body NAME WHICH         a council or a committee that is not known as one',
} as const
