import { MONTH } from './calendar.ts'
import { DESTINATION, type Deed, deed, FORMAL, LATER, PASSED_ON, type ReadInner, STRICT_SUBJECT, UNKNOWN } from './deciding-deed.ts'
import { readDegree } from './deciding-degree.ts'
import { beginsGroup, readGroup, type Token, type VerbGroup } from './deciding-group.ts'
import { DECIDED_NOUN, NOTED_NOUN } from './deciding-words.ts'

/** Clause beginnings within a sentence: "…, and that recommendation 3 be …". */
const CLAUSE = /,?\s+(?:and|but)(?:\s+that)?\s+|[;:]\s+|,\s+that\s+/giu
const BLOCKED = new RegExp(
  String.raw`\b(?:which|who|whom|whose|where|when|whether|if|unless|(?:until|after|before|since)(?!\s(?:the\s)?(?:last|previous|\d{1,4}(?:st|nd|rd|th)?|${MONTH})\b)|once|because|although|than|how|what|why)\b`,
  'iu',
)

/** "What officers did be noted": a clause may be the thing itself, before a "be" that is not its own. */
const NOMINAL = /^\s*(?:what|how|why|whether|where|when|who)\b/iu

/** Whether a verb group has a "be" that nothing before it in the group governs: "be noted", "what they did be noted", not "should be". */
function isOwnBe(tokens: readonly Token[], at: number): boolean {
  const words = [tokens[at]?.word ?? '', tokens[at + 1]?.word ?? '']
  return words[0] === 'be' || (words[1] === 'be' && /^(?:did|does|do|was|were|is|are|has|had|have)$/u.test(words[0] ?? ''))
}

/** What a sentence's passive verbs decide of the things before them. `inner` reads what "it be agreed" has after "that". */
export function passiveDeeds(text: string, tokens: readonly Token[], inner: ReadInner): Deed[] {
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
    const nominal = isOwnBe(tokens, at) && NOMINAL.test(lastClause(subject))
    const blocked =
      (BLOCKED.test(lastClause(subject)) && !nominal) || /\bto$/iu.test(subject) || (finite && /\S\s+that\b/iu.test(lastClause(subject)))
    if (blocked && !STRICT_SUBJECT.test(lastClause(subject).replace(/\s*\bto$/iu, ''))) {
      at = group.next - 1
      continue
    }
    const deeds = passiveDeed(text, subject, group, nominal)
    if (deeds.includes(PASSED_ON)) return deeds
    // "It be agreed that …": what was agreed says what it does.
    const complement = /^\s+that\b/iu.exec(text.slice(group.end))
    if (complement && /(?:^|\s)it$/iu.test(subject) && group.entry.deed === 'agreed' && group.negations === 0)
      return [...found, inner(text.slice(group.end + complement[0].length), 'agreed')]
    found.push(...deeds)
    at = group.next - 1
    // "Be noted and referred to Council", "be received and adopted".
    for (let more = group.next; /^(?:and|,|but|or)$/u.test(tokens[more]?.word ?? ''); ) {
      const next = readGroup(tokens, more + 1)
      if (!next?.forms.includes('past') || next.infinitive) break
      found.push(...passiveDeed(text, subject, { ...next, passive: true }, nominal))
      more = next.next
      at = next.next - 1
    }
  }
  return found
}

function lastClause(subject: string): string {
  return subject.split(CLAUSE).at(-1) ?? ''
}

/** Whether an auxiliary has a participle after it that the table does not have. */
function behindAuxiliaries(tokens: readonly Token[], at: number): boolean {
  let next = at
  while (beginsGroup(tokens[next]?.word ?? '') || /ly$/u.test(tokens[next]?.word ?? '')) next++
  return (
    tokens.slice(at, next).some(({ word }) => /^(?:be|is|are|was|were|been)$/u.test(word)) &&
    /(?:ed|en|n|t|k)$/u.test(tokens[next]?.word ?? '') &&
    !/^(?:for|in|on|not|an|then|open|sent|set)$/u.test(tokens[next]?.word ?? '')
  )
}

function passiveDeed(text: string, subject: string, group: VerbGroup, nominal: boolean): Deed[] {
  const rest = text.slice(group.end)
  const clause = lastClause(subject)
  const decided = nominal || DECIDED_NOUN.test(subject)
  const strict = STRICT_SUBJECT.test(clause)
  const { entry } = group
  if (entry.verb === 'recommend') return /^it$/iu.test(clause.trim()) || decided ? [PASSED_ON] : []
  if (group.hedged || group.negations > 1) return strict ? [UNKNOWN] : []
  if (group.negations === 1) {
    // A recommendation that is "not proceeded with" may have been put off; a proposal was not agreed to.
    if (entry.not && !(strict && entry.deed === 'act') && (decided || FORMAL.has(entry.verb))) return [deed(entry.not)]
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
      if (entry.verb === 'receive' && AS_RECORD.test(rest)) return [deed('agreed')]
      return NOTED_NOUN.test(subject) || subject === '' || /^\s*(?:$|[.,;:]|and\b|that\b|with\b|by\b|for\b|as\b)/iu.test(rest)
        ? [deed('noted')]
        : []
    case 'referred':
      return decided || (DESTINATION.test(rest) && /\b\p{Lu}/u.test(clause)) ? [deed('referred')] : []
    case 'deferred':
      if (entry.verb.startsWith('carry') && INTO_PLAN.test(rest)) return []
      // "That this meeting be adjourned at 9 pm" ends it.
      if (ENDED.test(clause) && !LATER.test(rest)) return []
      if ((decided && !entry.untilLater) || LATER.test(rest)) return [deed('deferred')]
      // "That the meeting be adjourned" puts nothing off.
      return entry.untilLater || MEETING.test(subject) ? [] : [UNKNOWN]
    case 'amended':
      return decided && !STANDING_RULES.test(clause) ? [deed('amended')] : []
    case 'open':
      return strict ? [UNKNOWN] : []
    // "… be received, and that staff be directed to report": more is agreed than noting.
    case 'act':
      return INSTRUCTS.has(entry.verb) && /^\s+(?:to\s+\p{Ll}|for\b)/u.test(rest) ? [{ ...deed('agreed'), act: true }] : []
    default:
      return []
  }
}

const INSTRUCTS: ReadonlySet<string> = new Set(['direct', 'instruct', 'authorise', 'authorize'])
/** Rules that are are changed by agreeing to change them: no proposal before the meeting is. */
const STANDING_RULES = /\b(?:rules|policy|constitution|by-?laws?|terms of reference|standing orders)\b/iu
/** "Be received as a correct record": so minutes are confirmed. */
const AS_RECORD = /^\s+as (?:an?\s)?(?:true|correct|accurate)\b/iu
/** "Be carried forward to the action plan": what goes on into a plan of work or money is to be done there, and not put off. */
const INTO_PLAN = /^\s+(?:in)?to\s(?:(?!meeting)[\p{L}\p{N}’'/–-]+\s){0,5}?(?:plan|budget|strategy|register)s?\b/iu
const ENDED = /\b(?:meeting|sitting|session)$/iu
const MEETING = /\b(?:meeting|sitting|session|council|committee|board)\b/iu
