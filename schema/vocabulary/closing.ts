/** Bodies that the minutes of their own meeting call by no more than this. */
export const CLOSING_BODIES: readonly string[] = [
  ...['Board', 'Council', 'Committee', 'Sub-Committee', 'Commission', 'Cabinet', 'Panel', 'Executive', 'Authority', 'Members', 'Trustees'],
  ...['Governors', 'Assembly', 'Court', 'meeting', 'Meeting'],
]

/** What a body does with what is before it, told in the past: none of these is said of a debate. */
export const CLOSING_VERBS: readonly string[] = [
  ...['appointed', 'directed', 'instructed', 'authorised', 'authorized', 'approved', 'adopted', 'ratified', 'deferred', 'referred'],
  ...['tabled', 'postponed', 'rejected', 'refused', 'declined', 'granted', 'remitted'],
]

/** What a meeting refers or puts off. */
export const CLOSING_THINGS: readonly string[] = ['request', 'matter', 'item', 'petition', 'question', 'proposal', 'report']

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'

/** Signs that a sentence tells of what was done at another time. */
export const OF_ANOTHER_TIME: readonly string[] = [
  ...[String.raw`\bpreviously\b`, String.raw`\bearlier\b`, String.raw`\bhad\b`, String.raw`\bago\b`, String.raw`\blast\b`],
  ...[String.raw`\b(?:in|since|during) (?:${MONTH} )?(?:19|20)\d\d\b`, String.raw`\bon (?:\d{1,2}(?:st|nd|rd|th)? )${MONTH}\b`],
  String.raw`(?<!\bto be\b[^.;]{0,40})\bin ${MONTH}\b`,
  ...[
    String.raw`\b(?:at|in) (?:its|their|the|an?) [^.;]{0,40}(?:meeting|session)\b`,
    String.raw`\b(?:who|which|whose)\b[^.;]* (?:was|were)\b`,
  ],
]
