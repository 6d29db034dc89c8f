import type { Outcome } from '../../schema/records.ts'
import { DECIDED_NOUNS, FIXED_FORMS, NOTED_NOUNS } from '../../schema/vocabulary/deciding.ts'
import { DECIDING_BODIES } from '../../schema/vocabulary/openers.ts'
import { readDegree } from './deciding-degree.ts'
import { beginsGroup, degreeAt, readGroup, type Token, tokenize, type VerbGroup } from './deciding-group.ts'

/** What words decide of a thing. */
export interface Decision {
  outcome: Outcome | null
  /** False where something is decided about a recommendation in words that the table does not know: a caller reports that. */
  known: boolean
  /** Agreed in part only because some recommendations are left out by number. */
  exception: boolean
}

/** A deed in a sentence: `null` as outcome says that it was not understood. */
interface Deed {
  /** What is to be done, not what was decided of something: it counts over noting only. */
  act?: true
  outcome: Outcome | null
  exception: boolean
  known: boolean
}

const LONGEST = 2000
const SENTENCE_END = /(?<!\b(?:Nos?|Recs?|Cllrs?|Mrs?|Dr|St|paras?|App))[.;]["”’]?\s+/u
/** What stands before the words that decide: quotation marks, numbers, "and", "that", "it was resolved". */
const LEAD = /^(?:["“”'‘’*•·–—:,-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\(\d{1,2}\)|and\b|that\b|also\b|therefore\b|further\b|\s)+/iu
/** Recommendations themselves as object or subject, and nothing else: an unknown verb about them is not "what is to be done". */
const STRICT_OBJECT =
  /^\s+(?:(?:with|to|on|all|both|the|of|these|this|its|each|first|second|third|fourth|fifth|last|final|panel's|committee's|group's|review's|scrutiny)\s+){0,4}(?:recommendations?|recs?\.?)(?=\s*(?:\(?[\dR]|and\b|to\b|until\b|for\b|in\b|on\b|as\b|because\b|[,.;:]|$))/iu
const STRICT_SUBJECT =
  /^(?:(?:the|all|these|this|both|each|its|of|first|second|third|fourth|last|final|panel's|committee's|group's|scrutiny)\s+){0,4}(?:recommendations?|recs?\.?)(?:\s+(?:(?:nos?\.?\s*)?\(?[\dR][\w.)(]*|[A-Z]\d*|,|and|to|&|[–-]|one|two|three|four|five|six))*\s*$/iu
/** Another body or a later day to which a thing is sent. */
const DESTINATION =
  /^\s+(?:back\s+)?(?:up\s+)?to\s+(?:the\s+|a\s+)?(?:[\p{L}]+\s+){0,5}(?:council|cabinet|executive|committee|board|panel|assembly)\b/iu
const LATER =
  /^(?:\s+[\p{L}\p{N}]+){0,6}?\s+(?:(?:to|until|till|for)\s+(?:the\s+|a\s+|its\s+|our\s+)?(?:next|future|later|subsequent|following|another|\p{Lu}|\d|further information|after)|pending|indefinitely|sine die)/iu

/**
 * What a limb of a resolution does: by its own words where they say it, else what its opener does, since under
 * "RESOLVED" a limb that says what is to be done is agreed by standing there.
 *
 * It rests on two habits of minutes: what a meeting decides about is named by a few nouns (a recommendation, a
 * report, the matter), and what it decides of it is the main verb, in the active after the body ("notes", "to
 * decline") or in the passive ("be rejected"). What is to be done with anything else is a limb's content.
 */
export function readDecision(text: string, base: Outcome | null): Decision {
  const decided = text.slice(0, LONGEST)
  let offset = 0
  const deeds: Deed[] = []
  for (const sentence of decided.split(SENTENCE_END)) {
    const first = offset === 0
    offset += sentence.length
    const found = sentenceDeeds(sentence, first, base)
    deeds.push(...found)
    // Behind a closed sentence that decides, reasons follow.
    if (found.length > 0 && decided[offset] === '.') break
    offset += SENTENCE_END.exec(decided.slice(offset))?.[0].length ?? 0
  }
  return combine(deeds, base)
}

function combine(deeds: readonly Deed[], base: Outcome | null): Decision {
  if (deeds.some(({ known }) => !known)) return { outcome: null, known: false, exception: false }
  const decisive = deeds.filter((deed) => !deed.act)
  const counted = decisive.every(({ outcome }) => outcome === 'noted') ? deeds : decisive
  const outcomes = counted.flatMap(({ outcome }) => outcome ?? [])
  const one = (outcome: Outcome | null, exception = false): Decision => ({ outcome, known: true, exception })
  if (outcomes.length === 0) return one(deeds.length > 0 ? null : base)
  const agrees = outcomes.filter((outcome) => /^(?:agreed|amended)/u.test(outcome))
  const others = outcomes.filter((outcome) => !agrees.includes(outcome) && outcome !== 'noted')
  if (agrees.length > 0 && others.some((outcome) => outcome !== 'referred')) return one('agreed_in_part')
  if (others.length > 0 && !agrees.includes(outcomes[0] ?? 'noted')) return one(others[0] ?? null)
  for (const outcome of ['agreed_in_part', 'agreed_in_principle', 'amended', 'agreed'] as const)
    if (agrees.includes(outcome))
      return one(outcome, deeds.every((deed) => deed.outcome !== outcome || deed.exception) && outcome === 'agreed_in_part')
  return one('noted')
}

function sentenceDeeds(sentence: string, first: boolean, base: Outcome | null): Deed[] {
  if (/\?\s*$/u.test(sentence)) return []
  const lead = LEAD.exec(sentence)?.[0].length ?? 0
  const text = sentence.slice(lead)
  const tokens = tokenize(text)
  // "Agreed: in principle, to the sale of …": how far stands before what.
  const degree = first && base === 'agreed' ? degreeAt(tokens, 0) : null
  if (degree) return [deed(degree.degree === 'part' ? 'agreed_in_part' : 'agreed_in_principle')]
  const head = first || lead > 0 ? headGroup(text, tokens) : null
  if (head && !head.passive) return activeDeeds(text, tokens, head, base)
  const passives = passiveDeeds(text, tokens)
  if (passives.length > 0 || head) return passives
  return unknownActive(text, tokens) ? [UNKNOWN] : []
}

const UNKNOWN: Deed = { outcome: null, exception: false, known: false }
const deed = (outcome: Outcome, exception = false): Deed => ({ outcome, exception, known: true })
const SUBJECT_TOKENS = 9

/** The group that a sentence begins with, behind the body that decides where one is named. */
function headGroup(text: string, tokens: readonly Token[]): VerbGroup | null {
  const bare = readGroup(tokens, 0)
  if (bare) return bare
  for (let at = 1; at <= SUBJECT_TOKENS && at < tokens.length; at++) {
    const subject = text.slice(0, tokens[at - 1]?.end).trim()
    if (/[,;:]$|\b(?:which|who|where|if|whether)$/iu.test(subject)) return null
    if (!DECIDING_BODIES.test(subject)) continue
    const group = readGroup(tokens, tokens[at]?.word === ':' ? at + 1 : at)
    if (group) return group
  }
  return null
}

function activeDeeds(text: string, tokens: readonly Token[], head: VerbGroup, base: Outcome | null): Deed[] {
  const rest = text.slice(head.end)
  const complement = /^,?\s+(?:(?:unanimously|therefore),?\s+)?that\b/iu.exec(rest)
  if (complement && head.entry.deed === 'agreed') {
    const inner = readDecision(rest.slice(complement[0].length), head.negations > 0 ? null : 'agreed')
    if (head.negations === 0) return [{ ...inner }]
    return [inner.outcome === null && head.negations === 1 ? deed('rejected') : UNKNOWN]
  }
  const deeds = activeDeed(rest, head, base)
  return [...deeds, ...coordinated(text, tokens, head, base)]
}

/** "Notes the report and approves the plan", "agree 1 to 3 and reject 4": verbs in the same form behind "and". */
function coordinated(text: string, tokens: readonly Token[], head: VerbGroup, base: Outcome | null): Deed[] {
  const found: Deed[] = []
  for (let at = head.next; at < tokens.length; at++) {
    if (!/^(?:and|but|,)$/u.test(tokens[at]?.word ?? '')) continue
    const group = readGroup(tokens, at + 1)
    if (!group || group.passive || !group.forms.some((form) => head.forms.includes(form))) continue
    if (/^\s+(?:for|of|from|by|in)\b/iu.test(text.slice(group.end)) || group.forms.every((form) => form === 'ing')) continue
    found.push(...activeDeed(text.slice(group.end), group, base))
    at = group.next - 1
  }
  return found
}

/** Verbs that only ever say what a meeting does with what is before it, whatever that is. */
const FORMAL = new Set(['approve', 'agree', 'adopt', 'endorse', 'ratify'])

function activeDeed(rest: string, group: VerbGroup, base: Outcome | null): Deed[] {
  const clause = /^[^.;]{0,90}/u.exec(rest)?.[0] ?? ''
  const bare = /^\s*(?:[.,;:(–—-]|$)/u.test(clause)
  const { entry } = group
  const ofDecided = bare || entry.verb in FIXED_FORMS || objectOf(clause)
  if (group.hedged || group.negations > 1) return ofDecided ? [UNKNOWN] : []
  if (group.negations === 1) {
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
  if (entry.deed === 'noted') return entry.verb === 'receive' && /^\s+an?\b/iu.test(clause) ? asBase(base) : [deed('noted')]
  if (entry.deed === 'referred')
    return ofDecided || DESTINATION.test(clause) || /back$/u.test(entry.verb) ? [deed('referred')] : asBase(base)
  if (entry.deed === 'deferred') {
    if (LATER.test(clause)) return [deed('deferred')]
    return ofDecided && !entry.untilLater ? [deed('deferred')] : asBase(base)
  }
  if (entry.deed === 'amended') return ofDecided ? [deed('amended')] : asBase(base)
  if (entry.deed === 'open' && STRICT_OBJECT.test(clause)) return [UNKNOWN]
  return asBase(base)
}

const asBase = (base: Outcome | null): Deed[] => (base ? [{ ...deed(base), act: true }] : [])

/** Whether what a verb is done to is what a meeting decides about, and not something that is only named with it. */
function objectOf(clause: string): boolean {
  const match = DECIDED_NOUNS.exec(clause)
  return (
    match !== null &&
    !/\b(?:of|for|to|by|that|which|from|in|on|with|under|as)\b(?!\s+(?:the|all|these|both|this|it|that|them|\p{L}+[’']s)\b)/iu.test(
      clause.slice(0, match.index).replace(/^\s*(?:with|to|of|all of)\s+/iu, ''),
    )
  )
}

/** "To park recommendation 2", "that Cabinet shelves recommendation 3": a verb that the table does not have, about a recommendation. */
function unknownActive(text: string, tokens: readonly Token[]): boolean {
  for (let at = 0; at < Math.min(tokens.length, SUBJECT_TOKENS); at++) {
    const token = tokens[at]
    if (!token || !/^\p{L}+$/u.test(token.word)) return false
    const subject = text.slice(0, token.start).trim()
    const verbal = subject === '' || /^(?:not )?to$/iu.test(subject) || DECIDING_BODIES.test(subject)
    if (verbal && !NO_VERB.test(token.word) && STRICT_OBJECT.test(text.slice(token.end))) return true
  }
  return false
}

const NO_VERB = /^(?:the|all|to|of|both|these|this|not|each|in|on|as|for|with|that|and|by|from|subject|its)$/u

/** Clause beginnings within a sentence: "…, and that recommendation 3 be …". */
const CLAUSE = /,?\s+(?:and|but)(?:\s+that)?\s+|[;:]\s+|,\s+that\s+/giu
const BLOCKED = /\b(?:which|who|whom|whose|where|when|whether|if|unless|until|once|after|before|since|because|although|than|how|what)\b/iu

function passiveDeeds(text: string, tokens: readonly Token[]): Deed[] {
  const found: Deed[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (!token || !beginsGroup(token.word) || (token.word === 'not' && tokens[at + 1]?.word === 'to')) continue
    const group = readGroup(tokens, at)
    const before = text.slice(0, token.start)
    const subject = before.slice(Math.max(0, before.length - 160)).trimEnd()
    if (!group?.passive) {
      const behind = behindAuxiliaries(tokens, at)
      if (behind && !group && STRICT_SUBJECT.test(lastClause(subject))) return [UNKNOWN]
      continue
    }
    const finite = !tokens.slice(at, group.next).some(({ word }) => word === 'be')
    const blocked = BLOCKED.test(lastClause(subject)) || /\bto$/iu.test(subject) || (finite && /\S\s+that\b/iu.test(lastClause(subject)))
    if (blocked && !STRICT_SUBJECT.test(lastClause(subject).replace(/\s*\bto$/iu, ''))) {
      at = group.next - 1
      continue
    }
    const deeds = passiveDeed(text, subject, group)
    // "It be agreed that …": what was agreed says what it does.
    const complement = /^\s+that\b/iu.exec(text.slice(group.end))
    if (complement && /(?:^|\s)it$/iu.test(subject) && group.entry.deed === 'agreed' && group.negations === 0)
      return [...found, readDecision(text.slice(group.end + complement[0].length), 'agreed')]
    found.push(...deeds)
    at = group.next - 1
    // "Be noted and referred to Council", "be received and adopted".
    for (let more = group.next; /^(?:and|,|but|or)$/u.test(tokens[more]?.word ?? ''); ) {
      const next = readGroup(tokens, more + 1)
      if (!next?.forms.includes('past') || next.infinitive) break
      found.push(...passiveDeed(text, subject, { ...next, passive: true }))
      more = next.next
      at = next.next - 1
    }
  }
  return found
}

function lastClause(subject: string): string {
  return subject.split(CLAUSE).at(-1) ?? ''
}

/** Whether an auxiliary has a participle behind it that the table does not have. */
function behindAuxiliaries(tokens: readonly Token[], at: number): boolean {
  let next = at
  while (beginsGroup(tokens[next]?.word ?? '') || /ly$/u.test(tokens[next]?.word ?? '')) next++
  return (
    tokens.slice(at, next).some(({ word }) => /^(?:be|is|are|was|were|been)$/u.test(word)) &&
    /(?:ed|en|n|t|k)$/u.test(tokens[next]?.word ?? '') &&
    !/^(?:for|in|on|not|an|then|open|sent|set)$/u.test(tokens[next]?.word ?? '')
  )
}

function passiveDeed(text: string, subject: string, group: VerbGroup): Deed[] {
  const rest = text.slice(group.end)
  const clause = lastClause(subject)
  const decided = DECIDED_NOUNS.test(subject)
  const strict = STRICT_SUBJECT.test(clause)
  const { entry } = group
  if (group.hedged || group.negations > 1) return strict ? [UNKNOWN] : []
  if (group.negations === 1) {
    if (entry.not && (decided || FORMAL.has(entry.verb))) return [deed(entry.not)]
    return strict || (entry.deed === 'rejected' && decided) ? [UNKNOWN] : []
  }
  switch (entry.deed) {
    case 'agreed': {
      if (entry.ofMotions && !/\b(?:motion|amendment|proposition|resolution|vote|recommendations?)\b/iu.test(clause)) return []
      if (group.degree) return [deed(group.degree === 'part' ? 'agreed_in_part' : 'agreed_in_principle')]
      const degree = readDegree(rest, clause)
      return decided || degree ? [deed(degree?.outcome ?? 'agreed', degree?.exception)] : []
    }
    case 'rejected':
      if (group.degree) return [deed('agreed_in_part')]
      return decided || entry.ofMotions ? [deed('rejected')] : [UNKNOWN]
    case 'noted':
      return NOTED_NOUNS.test(subject) || subject === '' || /^\s*(?:$|[.,;:]|and\b|that\b|with\b|by\b|for\b|as\b)/iu.test(rest)
        ? [deed('noted')]
        : []
    case 'referred':
      return decided || (DESTINATION.test(rest) && /\b\p{Lu}/u.test(clause)) ? [deed('referred')] : []
    case 'deferred':
      return (decided && !entry.untilLater) || LATER.test(rest) ? [deed('deferred')] : []
    case 'amended':
      return decided && !/\b(?:rules|policy|constitution|by-?laws?)\b/iu.test(clause) ? [deed('amended')] : []
    case 'open':
      return strict ? [UNKNOWN] : []
    default:
      return []
  }
}
