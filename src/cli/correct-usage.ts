/** How each action is written, as the help and the errors say it. */
export const CORRECT_USAGE = {
  link: 'link RECORD RECOMMENDATION | link PAPER REVIEW',
  unlink: 'unlink RECORD [RECOMMENDATION] | unlink PAPER [REVIEW]',
  set: 'set ID FIELD=VALUE…',
  merge: 'merge REVIEW INTO-REVIEW',
  part: 'part REVIEW PAPER… --title TITLE',
  settle: 'settle PAPER RULE [--note NOTE]',
  undo: 'undo CORRECTION',
} as const
