/** Words with which an update gives the reason why something is late. Matched with case folded, as whole words. */
export const REASON_WORDS: readonly string[] = [
  'because',
  'because of',
  'due to',
  'owing to',
  'as a result of',
  'on account of',
  'caused by',
  'delayed by',
  'held up by',
  'held back by',
  'held back until',
  'in view of',
  'in light of',
  'pending',
  'awaiting',
  'waiting for',
  'subject to',
  'depends on',
  'dependent on',
  'following the',
  'since the',
  'lack of',
  'shortage of',
  'vacancies',
  'not yet available',
]

/** What papers call an earlier update when they mention it: "the 2021 update", "our March 2022 progress report". */
export const UPDATE_WORDS: readonly string[] = [
  'progress update',
  'progress report',
  'monitoring report',
  'monitoring update',
  'update report',
  'update',
]
