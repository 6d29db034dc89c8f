import type { Outcome } from '../../schema/records.ts'

/** How many voted for a motion and against it: a number, `some` where they are named, null where it is not said. */
export interface VoteCount {
  ayes: number | 'some' | null
  nays: number | 'some' | null
}

export const NO_VOTES: VoteCount = { ayes: null, nays: null }

const AYES = /\b(?:ayes?|yeas?|in favou?r)\s?[-–:]\s?(?:(?<count>\d+)|(?<none>none|nil)\b|\p{Lu})/iu
const NAYS = /\b(?:nays?|noes|against|opposed)\s?[-–:]\s?(?:(?<count>\d+)|(?<none>none|nil)\b|\p{Lu})/iu

/** "Vote: 4-0-0", "by a vote of 5 to 2": for, against, and who abstained. */
const COUNTED = /\bvotes?\b[^.;\d]{0,20}(?<ayes>\d{1,3})\s?(?:[-–:]|to)\s?(?<nays>\d{1,3})(?![\d.:/-]*\s?(?:am|pm|a\.m|p\.m|%))\b/iu
/** "Roll call vote: Ash aye, Elm nay": each by name. */
const ROLL_CALL = /\broll call\b/iu
const AYE = /\b(?:aye|yea)\b/giu
const NAY = /\b(?:nay|no)\b/giu

/** The votes that a text counts, "VOTE: Aye-4, Nay-0", beside those counted on the lines before it; another count is another vote's. */
export function addVotes(before: VoteCount, text: string): VoteCount {
  const own = countedIn(text) ?? calledIn(text) ?? { ayes: votesIn(AYES, text), nays: votesIn(NAYS, text) }
  return { ayes: before.ayes ?? own.ayes, nays: before.nays ?? own.nays }
}

function countedIn(text: string): VoteCount | null {
  const both = COUNTED.exec(text)?.groups
  return both ? { ayes: Number(both.ayes), nays: Number(both.nays) } : null
}

function calledIn(text: string): VoteCount | null {
  const ayes = ROLL_CALL.test(text) ? text.match(AYE) : null
  return ayes && { ayes: ayes.length, nays: text.match(NAY)?.length ?? 0 }
}

function votesIn(pattern: RegExp, text: string): VoteCount['ayes'] {
  const groups = pattern.exec(text)?.groups
  return groups ? (groups.count ? Number(groups.count) : groups.none ? 0 : 'some') : null
}

/** What a count made of a motion by whatever majority it needed: two of three carry any, half carry none; null between them. */
export function outcomeOfVotes({ ayes, nays }: VoteCount): Outcome | null {
  if (ayes === null || nays === null || ayes === 0) return null
  if (nays === 0) return 'agreed'
  if (ayes === 'some' || nays === 'some') return null
  return ayes >= 2 * nays ? 'agreed' : ayes <= nays ? 'rejected' : null
}

/** Whether a line only names a side of a vote, over or beside who took it: "For", "Against (7)". */
export const isVoteSide = (text: string): boolean => SIDE.test(text)

const SIDE =
  /^(?:for|against|in favou?r|opposed|ayes?|yeas?|nays?|noes|abstain(?:ed|ing)?|abstentions?|absent|not voting)\s?(?:\(?\d+\)?)?\s?:?$/iu
