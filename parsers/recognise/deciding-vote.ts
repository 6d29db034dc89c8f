import { NUMBER_WORDS } from '../../schema/vocabulary/counting.ts'
import type { Span } from './deciding-subject.ts'

/** What is between a deciding word and what was decided. */
export interface OpenerTail {
  /** Where what was decided begins. */
  end: number
  /** How they voted, without brackets. */
  vote: Span | null
  /** Whether a colon, a dash or the like is between them. */
  marked: boolean
  /** Whether nothing follows. */
  alone: boolean
}

const COUNT = String.raw`(?:\d+|${NUMBER_WORDS.join('|')})`
const VOTE = new RegExp(
  String.raw`^[\s,:;–—-]*(?:\(\s*(?<bracketed>[^()]{2,60})\)|(?<plain>unanimously|nem\.? con\.?|by (?:a majority|consensus|assent|${COUNT} votes? to ${COUNT})(?: with (?:no|\d+|one|two) abstentions?)?|\d+ votes? to \d+))`,
  'iu',
)
const IS_VOTE =
  /\b(?:unanimous|nem|votes?|majority|\d+\s*(?:to|[-–:])\s*\d+|abstain|abstention|consensus|for|against|moved|seconded|cllrs?|crs?)/iu
const MARK = /^(?:\s*(?:[:;–—]|-(?![\p{L}])))+\s*|^\s*[,.]\s*(?=$|["“‘]|(?:that|to)\b)/iu
/** "RESOLVED by the Council of the Town of …, that". */
const BY_BODY =
  /^\s+by (?:the )?(?:\p{Lu}[\p{L}.’'-]*|of|the|and|for|in|\s|,(?=\s\p{Lu}))+,?(?=\s+(?:that|to|unanimously|as follows)\b|\s*[:–—])/u

/** "RESOLVED, on the motion of Councillor A, seconded by Councillor B, that". */
const BY_MOTION = /^,?\s+on the (?:motion|proposal|proposition) of [^.;:]{3,140}?,?\s+(?=(?:that|to)\b)/iu
/** The number of a resolution: "2024/12", "GB/2023/123", "No. 98-55". */
const NUMBER = /^\s+(?:No\.?\s*)?(?=[\p{L}/.-]*\d)[\p{L}\d]{1,6}[/.-][\p{L}\d/.-]*\d(?![\p{L}\d])/iu

/** What follows a deciding word up to what was decided: "unanimously", a vote in brackets, a body, colons and dashes. */
export function openerTail(text: string, from: number): OpenerTail {
  let end = from
  let vote: Span | null = null
  let marked = false
  for (;;) {
    const rest = text.slice(end)
    const mark = MARK.exec(rest)?.[0] ?? ''
    const by = (BY_BODY.exec(rest) ?? BY_MOTION.exec(rest) ?? NUMBER.exec(rest))?.[0] ?? ''
    const voted: OpenerTail['vote'] = vote ? null : voteAt(text, end)
    if (voted) {
      vote = voted
      end = voted.end + (text[voted.end] === ')' ? 1 : 0)
    } else if (by !== '') end += by.length
    else if (mark !== '') {
      marked = true
      end += mark.length
    } else break
  }
  if (vote && /^,\s/u.test(text.slice(end))) end += 1
  const gap = /^[\s.]*/u.exec(text.slice(end))?.[0] ?? ''
  const alone = end + gap.length === text.length
  return { end: alone || !gap.includes('.') ? end + gap.length : end, vote, marked, alone }
}

function voteAt(text: string, at: number): Span | null {
  const match = VOTE.exec(text.slice(at))
  const words = match?.groups?.bracketed ?? match?.groups?.plain
  if (!match || words === undefined || !IS_VOTE.test(words)) return null
  const start = at + match[0].lastIndexOf(words)
  return { start, end: start + words.length }
}
