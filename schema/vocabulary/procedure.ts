/** Business of a meeting that decides no recommendation: a resolution with these words is the meeting's own. */
export const PROCEDURAL_PHRASES: readonly string[] = [
  'agenda be',
  'adopt the agenda',
  'approve the agenda',
  'minutes of the',
  'minutes be',
  'minutes were',
  'press and public',
  'public be excluded',
  'public and press',
  'excluded from the meeting',
  'exempt information',
  'apologies for absence',
  'apologies be',
  'declarations of interest',
  'standing orders',
  'meeting be adjourned',
  'date of next meeting',
  'date of the next meeting',
  'forward plan be',
  'work programme be noted',
  'thanks be',
  'thanked for',
  'be thanked',
  'thank officers',
  'vote of thanks',
]

/** Lines that head a motion within an item of business, folded. */
export const MOTION_HEADS: readonly string[] = [
  '[officer(s) recommendation(s)] [the | original | main | substantive | amended | first | second | further | alternative | procedural | council | foreshadowed]… (motion | amendment) [as amended | [no] NUMBER | one | two]',
]

/** What begins a paragraph that says how a resolution was voted on. */
export const VOTE_OPENERS: readonly string[] = [
  'for',
  'voting',
  'votes',
  'vote',
  'in favour',
  'against',
  'abstained',
  'abstentions',
  'councillor NAME voted',
  'cllr NAME voted',
  'on being put to the vote',
  'on a show of hands',
  'a recorded vote',
  'recorded vote',
  'the motion was',
  'the vote was',
]
