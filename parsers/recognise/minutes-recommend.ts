import { openerTail } from './deciding-vote.ts'
import type { Opener } from './openers.ts'

/** "RECOMMENDED –", "It was unanimously RECOMMENDED": in capitals, as minutes set what was decided, at the beginning of a line. */
const RECOMMENDED =
  /^(?:(?:it was|and|members|the (?:committee|panel|board))\s)?(?:(?:unanimously|further|accordingly)\s)?RECOMMENDED(?![\p{L}-])/u
/** What is recommended follows as what is resolved does, or below. */
const FOLLOWS = /^(?:that\b|t h a t\b|to\b(?! (?:the )?\p{Lu})|\(?\w{1,3}[.)])/iu

/**
 * In minutes, the word under which a committee that may only recommend writes what it resolved: nothing is decided yet. In other papers
 * it is what somebody asks for, and no opener.
 */
export function readMinutesRecommend(text: string): Opener | null {
  const match = RECOMMENDED.exec(text)
  if (!match) return null
  const { end, marked, alone, vote } = openerTail(text, match[0].length)
  if (!(alone && marked) && !FOLLOWS.test(text.slice(end))) return null
  return {
    start: 0,
    end,
    text: text.slice(0, end).trim(),
    verb: 'recommended',
    subject: null,
    vote,
    outcome: null,
    strength: 1,
    narrated: false,
  }
}
