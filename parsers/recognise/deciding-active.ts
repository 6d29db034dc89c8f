import type { Outcome } from '../../schema/records.ts'
import { FIXED_FORMS } from '../../schema/vocabulary/deciding.ts'
import {
  asBase,
  DESTINATION,
  type Deed,
  deed,
  FORMAL,
  LATER,
  PASSED_ON,
  type ReadInner,
  SENT_TO,
  STRICT_OBJECT,
  UNKNOWN,
} from './deciding-deed.ts'
import { readDegree } from './deciding-degree.ts'
import { readGroup, type Token, type VerbGroup } from './deciding-group.ts'
import { DECIDED_NOUN, DECIDING_BODY } from './deciding-words.ts'

const SUBJECT_TOKENS = 9
/** What lies on the table may be named at length. */
const LONGEST_THING = 24
/** "Report FIN-12, Third Quarter, be received": nothing but names and numbers between a word and its "be". */
const BE_BEHIND = /^\p{L}+(?:\s(?=[\p{Lu}\d(–—-])\S+){1,10}\s(?:and\s)?be\s\p{Ll}/u

/** "Progress on the plan be noted": with what it is about after it and its own "be", a word for something done is the thing. */
const THING_ON = /^\p{L}+\s(?:(?:on|of|against|towards)\s(?:(?!\band that\b)[^.;])*?\s)?be\s\p{Ll}/iu

/** The group that a sentence begins with, after the body that decides where one is named. */
export function headGroup(text: string, tokens: readonly Token[]): VerbGroup | null {
  const bare = readGroup(tokens, 0)
  // "That Report 17 be received": with "be" after it, what begins as a verb is the thing.
  const thing = bare?.forms.includes('base') && bare.next === 1
  if (bare && !(thing && ((/^\p{Lu}/u.test(text) && BE_BEHIND.test(text)) || (bare.entry.deed === 'act' && THING_ON.test(text)))))
    return bare
  for (let at = 1; at <= LONGEST_THING && at < tokens.length; at++) {
    const subject = text.slice(0, tokens[at - 1]?.end).trim()
    if (/[,;:]$|\b(?:which|who|where|if|whether)$/iu.test(subject) || SUBORDINATE.test(subject)) return null
    // "The list of members as Council appointed representatives be noted": as what somebody is there is not who decides.
    if (/\S\sas\s(?:the\s)?\p{L}+$/iu.test(subject)) continue
    // "The Committee for Quays notes": what the body is for may follow it.
    const own = readGroup(tokens, at)
    if (own?.entry.ofThings) return own
    if (at > SUBJECT_TOKENS) continue
    if (!DECIDING_BODY.test(subject) && !DECIDING_BODY.test(subject.replace(/(?<=\S) (?:for|of|on) .*$/iu, ''))) continue
    const group = readGroup(tokens, tokens[at]?.word === ':' ? at + 1 : at)
    if (group) return group
  }
  return null
}

/** "The item be deferred until the Panel has considered …": who does something in a subordinate clause is not who decides. */
const SUBORDINATE = /\S\s(?:until|unless|because|once|so that|in order that|pending|while)$/iu

/** What a sentence's active verbs decide. `inner` reads what an agreeing verb has after "that". */
export function activeDeeds(text: string, tokens: readonly Token[], head: VerbGroup, base: Outcome | null, inner: ReadInner): Deed[] {
  const rest = text.slice(head.end)
  const complement = /^,?\s+(?:(?:unanimously|therefore),?\s+)?that\b/iu.exec(rest)
  if (complement && head.entry.deed === 'agreed') {
    const said = inner(rest.slice(complement[0].length), head.negations > 0 ? null : 'agreed')
    if (head.negations === 0) return [said]
    return [said.outcome === null && head.negations === 1 ? deed('rejected') : UNKNOWN]
  }
  const deeds = activeDeed(rest, head, base)
  const more = coordinated(text, tokens, head, base)
  // "Receives and notes the letter": what is received to be noted is noted.
  if (head.entry.verb === 'receive' && head.negations === 0 && more.length > 0 && more.every(({ outcome }) => outcome === 'noted'))
    return more
  return [...deeds, ...more]
}

/** "Notes the report and approves the plan", "agree 1 to 3 and reject 4": verbs in the same form after "and". */
function coordinated(text: string, tokens: readonly Token[], head: VerbGroup, base: Outcome | null): Deed[] {
  const found: Deed[] = []
  for (let at = head.next; at < tokens.length; at++) {
    if (!/^(?:and|but|,)$/u.test(tokens[at]?.word ?? '')) continue
    const group = readGroup(tokens, at + 1)
    if (!group || group.passive || !group.forms.some((form) => head.forms.includes(form))) continue
    if (/^\s+(?:for|of|from|by|in|no)\b/iu.test(text.slice(group.end)) || group.forms.every((form) => form === 'ing')) continue
    found.push(...activeDeed(text.slice(group.end), group, base))
    at = group.next - 1
  }
  return found
}

/** A verb after "to", and no meeting or day. */
const GOES_ON = /^\s+to\s(?!(?:the|an?|its|our|next)\b)\p{Ll}+\s/u

/** Whether an active verb says what was done, after who did it: "The Committee received deputations". */
const tells = ({ forms, infinitive, next }: VerbGroup): boolean =>
  !infinitive && next > 1 && forms.length > 0 && forms.every((form) => form === 'past')

function activeDeed(rest: string, group: VerbGroup, base: Outcome | null): Deed[] {
  const clause = /^[^.;]{0,90}/u.exec(rest)?.[0] ?? ''
  const bare = /^\s*(?:[.,;:(–—-]|$)/u.test(clause)
  const { entry } = group
  const ofDecided = bare || entry.verb in FIXED_FORMS || objectOf(clause)
  if (entry.verb === 'recommend') return [PASSED_ON]
  if (group.hedged || group.negations > 1) return ofDecided ? [UNKNOWN] : []
  if (group.negations === 1) {
    if (entry.deed === 'act') return STRICT_OBJECT.test(clause) ? [UNKNOWN] : []
    if (entry.not && (ofDecided || FORMAL.has(entry.verb))) return [deed(entry.not)]
    return entry.not || STRICT_OBJECT.test(clause) || entry.deed === 'rejected' ? [UNKNOWN] : []
  }
  if (entry.deed === 'agreed') {
    if (entry.ofMotions && !bare) return []
    if (group.degree) return [deed(group.degree === 'part' ? 'agreed_in_part' : 'agreed_in_principle')]
    const degree = readDegree(rest)
    return [deed(degree?.outcome ?? 'agreed', degree?.exception)]
  }
  if (entry.deed === 'rejected') {
    if (entry.ofMotions && !bare) return []
    if (group.degree) return [deed('agreed_in_part')]
    return ofDecided || entry.verb === 'disagree' ? [deed('rejected')] : [UNKNOWN]
  }
  // To receive a report is itself what the meeting does; a report that "be received" is only noted.
  if (entry.deed === 'noted') return entry.verb === 'receive' && !tells(group) ? asBase(base) : [deed('noted')]
  if (entry.deed === 'referred')
    return entry.ofThings || ofDecided || DESTINATION.test(clause) || SENT_TO.test(clause) || /back$/u.test(entry.verb)
      ? [deed('referred')]
      : asBase(base)
  if (entry.deed === 'deferred') {
    // "Should continue to look at long-term solutions": after it comes what goes on, and not to when.
    if (entry.untilLater && GOES_ON.test(rest)) return asBase(base)
    if (LATER.test(clause)) return [deed('deferred')]
    // What adjourns is the meeting, unless business is named.
    if (entry.untilLater || (entry.verb === 'adjourn' && !ofDecided)) return asBase(base)
    // "Defer the payment" may be what was agreed, or put off.
    return [ofDecided ? deed('deferred') : UNKNOWN]
  }
  if (entry.deed === 'amended') return ofDecided ? [deed('amended')] : asBase(base)
  if (entry.deed === 'open' && STRICT_OBJECT.test(clause)) return [UNKNOWN]
  return asBase(base)
}

/** Whether what a verb is done to is what a meeting decides about, and not something that is only named with it. */
function objectOf(clause: string): boolean {
  const match = DECIDED_NOUN.exec(clause)
  return (
    match !== null &&
    !/\b(?:of|for|to|by|that|which|from|in|on|with|under|as)\b(?!\s+(?:the|all|these|both|this|it|that|them|\p{L}+[’']s)\b)/iu.test(
      clause.slice(0, match.index).replace(/^\s*(?:with|to|of|all of)\s+/iu, ''),
    )
  )
}

/** "To park recommendation 2", "that Cabinet shelves recommendation 3": a verb that the table does not have, about a recommendation. */
export function unknownActive(text: string, tokens: readonly Token[]): boolean {
  for (let at = 0; at < Math.min(tokens.length, SUBJECT_TOKENS); at++) {
    const token = tokens[at]
    if (!token || !/^\p{L}+$/u.test(token.word)) return false
    const subject = text.slice(0, token.start).trim()
    const verbal = subject === '' || /^(?:not )?to$/iu.test(subject) || DECIDING_BODY.test(subject)
    if (verbal && !NO_VERB.test(token.word) && STRICT_OBJECT.test(text.slice(token.end))) return true
  }
  return false
}

const NO_VERB = /^(?:the|all|to|of|both|these|this|not|each|in|on|as|for|with|that|and|by|from|subject|its)$/u
