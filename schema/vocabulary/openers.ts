import type { Outcome } from '../records.ts'

/** Words by which a meeting decides, and what each alone does; after them is what it decided. */
export const OPENING_VERBS: Readonly<Record<string, Outcome | null>> = {
  resolved: 'agreed',
  resolves: 'agreed',
  agreed: 'agreed',
  agrees: 'agreed',
  decided: 'agreed',
  decides: 'agreed',
  determined: 'agreed',
  ordered: 'agreed',
  enacted: 'agreed',
  approved: 'agreed',
  approve: 'agreed',
  agree: 'agreed',
  resolve: 'agreed',
  decide: 'agreed',
  adopted: 'agreed',
  endorsed: 'agreed',
  carried: 'agreed',
  accepted: 'agreed',
  noted: 'noted',
  received: 'noted',
  rejected: 'rejected',
  refused: 'rejected',
  deferred: 'deferred',
  adjourned: 'deferred',
  referred: 'referred',
  recommended: null,
  recommends: null,
  penderfynwyd: 'agreed',
  penderfynodd: 'agreed',
  cytunwyd: 'agreed',
  cytunodd: 'agreed',
  nodwyd: 'noted',
  argymhellwyd: null,
}

/** Words that may be in capitals before "that" and open no decision: conditions, recitals, motions. */
export const NO_OPENERS: readonly string[] = [
  ...['note', 'provided', 'given', 'except', 'save', 'whereas', 'assuming', 'moved', 'proposed', 'seconded', 'motion', 'amendment'],
  ...['and', 'but', 'so', 'such', 'now', 'believes', 'believing', 'noting', 'recognising', 'requests', 'asks', 'hopes', 'understands'],
]

/** The verbs among them that open what is decided also in a sentence's small letters, with "that" or "to" after them. */
export const DECIDING_IN_PROSE: readonly string[] = [
  'resolved',
  'resolves',
  'agreed',
  'agrees',
  'decided',
  'decides',
  'determined',
  'ordered',
]

/** Labels, with a colon, a dash or a line of their own, under which what was decided is; `null` where it may have fallen. */
export const DECISION_LABELS: Readonly<Record<string, 'agreed' | null>> = {
  decision: 'agreed',
  decisions: 'agreed',
  'the decision': 'agreed',
  'decision made': 'agreed',
  'decisions made': 'agreed',
  'council decision': 'agreed',
  'committee decision': 'agreed',
  'cabinet decision': 'agreed',
  resolution: 'agreed',
  resolutions: 'agreed',
  'council resolution': 'agreed',
  'committee resolution': 'agreed',
  'council action': 'agreed',
  'board action': 'agreed',
  'committee action': 'agreed',
  outcome: 'agreed',
  penderfyniad: 'agreed',
  penderfyniadau: 'agreed',
  motion: null,
}

/** What is between an opener and a meeting's own words: subject words that name nobody. */
export const EMPTY_SUBJECTS: readonly string[] = [
  ...[
    'and',
    'it was',
    'it was therefore',
    'it is',
    'be it',
    'be it further',
    'be it therefore',
    'therefore be it',
    'it was then',
    'and it was',
  ],
  ...['it is hereby', 'and so it was', 'the meeting', 'it was moved and', 'it was accordingly', 'and accordingly', 'was then'],
  ...['now therefore be it', 'now be it', 'and be it', 'and be it further', 'be it hereby', 'and further', 'it was also', 'it was further'],
  ...['seconded and', 'was', 'were', 'that', 'all', 'it was unanimously'],
]

/** Bodies that the minutes of their own meeting call by no more than this: "the Committee", "Members". */
export const MEETING_BODIES: readonly string[] = [
  ...['board', 'council', 'committee', 'sub-committee', 'commission', 'cabinet', 'panel', 'executive', 'authority', 'members', 'trustees'],
  ...['governors', 'assembly', 'court', 'meeting'],
]

/** Names of those who decide, when a sentence begins with one: "the Committee", "Cabinet", "Members", "I", "we". */
export const DECIDING_BODIES: readonly string[] = [
  ...MEETING_BODIES,
  ...['mayor', 'councillors', 'leader', 'forum', 'partnership', 'portfolio holder', 'cabinet member', 'convener', 'trust', 'body'],
  ...['directors', 'chief officer', 'group', 'officer', 'director', 'i', 'we'],
]

/** Words in small letters that a body's name may hold: "the portfolio holder for housing", "members of the panel". */
export const NAME_WORDS: readonly string[] = [
  ...['the', 'a', 'of', 'for', 'and', 'in', 'on', 'all', 'both', 'full', 'its', 'their', 'joint', 'sub-committee', 'member'],
  ...['members', 'holder', 'portfolio', 'cabinet', 'executive', 'council', 'committee', 'board', 'panel', 'mayor', 'chief'],
  ...['officer', 'leader', 'deputy', 'lead', 'chair', 'commission', 'assembly', 'meeting', 'group', 'court', 'forum', 'trust'],
  ...['trustees', 'governors', 'director(s)', 'councillors', 'authority', 'partnership', 'body', 'convener', 'scrutiny'],
  ...['overview', 'we', 'i'],
]

/** What a sentence may begin with before who decides: "Following a discussion, the Committee agreed". */
export const LEAD_INS: readonly string[] = [
  ...['following', 'after', 'having', 'upon', 'on being put', 'on the (motion | proposal)', 'in conclusion', 'accordingly', 'thereafter'],
  ...['thereupon', 'on this occasion', 'with the consent', 'to conclude', 'by consensus'],
]

/** Signs that a sentence is about another time, or of what is yet to be: "had resolved", "would be agreed". */
export const NOT_NOW: readonly string[] = [
  ...['had', 'would', 'could', 'should', 'may', 'might', 'must', 'can', 'cannot', 'will', 'shall', 'to be', 'if', 'whether'],
  ...['unless', 'until', 'when', 'once', 'after', 'before', 'previously', 'earlier', 'already', 'not', 'never', 'which', 'who'],
  ...['whom', 'whose', 'where', 'since', 'because', 'as', 'yet', 'at its meeting', 'at their meeting', 'at the last meeting'],
  ...['at a previous meeting'],
]

/** What passes a decision on to another body; nothing is decided yet. */
export const REFERRAL_TARGETS: readonly string[] = [
  "(to | i'r) [the] [full] [county | city | borough | district | town | parish] (council | cabinet | executive | board | cyngor)",
  "(to | i'r) …6 committee",
]

/** What introduces a motion's mover and its seconder. */
export const MOVER_WORDS: readonly string[] = [
  ...['it was moved by', 'it was proposed by', 'motion by', 'moved by', 'proposed by', 'on the proposal of', 'on the motion of'],
  ...['on a proposal by', 'on a motion by', 'moved', 'mover', 'proposer', 'proposed', 'cynigiwyd gan', 'motion made by'],
  ...['offered by', 'introduced by', 'resolution offered by', 'resolution introduced by'],
]
export const SECONDER_WORDS: readonly string[] = [
  ...['seconded by', 'second by', 'seconded', 'seconder', 'second', 'eiliwyd gan', 'supported by', 'and seconded by'],
]
