import { DEGREES, type DecidingVerb, GROUP_FILLERS, NEGATORS } from '../../schema/vocabulary/deciding.ts'
import { type InflectedVerb, inflectedVerbs, type VerbForm } from './deciding-verbs.ts'

/** A word or sign of a text, in small letters and with straight apostrophes, and where it is. */
export interface Token {
  word: string
  start: number
  end: number
}

/** Everything between a subject and an object: "does not accept", "be and is hereby approved", "agreed not to support". */
export interface VerbGroup {
  start: number
  end: number
  /** The index of the token after it. */
  next: number
  entry: DecidingVerb
  forms: readonly VerbForm[]
  /** "not", "unable to", "declined to", "no longer": one makes the opposite, two leave open what is meant. */
  negations: number
  passive: boolean
  infinitive: boolean
  /** Told of another time or case: "had agreed", "would support", "not only", "not yet". */
  hedged: boolean
  modal: string | null
  degree: 'part' | 'principle' | null
}

/** The words and signs of a text. */
export function tokenize(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’‘-][\p{L}\p{N}]+)*|\S/gu)].map((match) => ({
    word: match[0].toLowerCase().replace(/[’‘]/gu, "'"),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

const BE = new Set(['be', 'is', 'are', 'was', 'were', 'been', 'am', "isn't", "aren't", "wasn't", "weren't"])
const MODALS = new Set(['can', 'could', 'may', 'might', 'would', 'must', 'will', 'shall', 'should', 'cannot', "can't", "won't"])
/** With these nothing is decided yet; what one cannot do is decided. */
const HEDGING = new Set(['could', 'may', 'might', 'would', 'must', 'can'])
const AUXILIARIES = new Set(['have', 'has', 'having', 'do', 'does', 'did', "don't", "doesn't", "didn't", "haven't", "hasn't"])
const FILLERS = new Set(GROUP_FILLERS)
const NEGATING = new Set(NEGATORS)
/** "Agreed not to support": the verb after them says what was done. */
const CATENATIVE = new Set(['agree', 'decide', 'resolve', 'determine'])
const REFUSING = new Set(['decline', 'refuse', 'fail'])

/** Whether a word may begin a verb group before its verb. */
export function beginsGroup(word: string): boolean {
  return BE.has(word) || MODALS.has(word) || AUXILIARIES.has(word) || NEGATING.has(word) || word === 'had' || word === 'no'
}

/** The verb group that begins at a token, or null where no verb of the table follows. */
export function readGroup(tokens: readonly Token[], from: number): VerbGroup | null {
  const group = { negations: 0, passive: false, infinitive: false, hedged: false, modal: null, degree: null } as Omit<
    VerbGroup,
    'start' | 'end' | 'next' | 'entry' | 'forms'
  >
  const first = tokens[from]
  let sure = false
  for (let at = from; first && at < tokens.length && at < from + 14; at++) {
    const word = tokens[at]?.word ?? ''
    const after = tokens[at + 1]?.word ?? ''
    const degree = degreeAt(tokens, at)
    if (degree) {
      group.degree = degree.degree
      at = degree.next - 1
    } else if (BE.has(word)) {
      group.passive = true
      if (NEGATING.has(word)) group.negations++
    } else if (word === 'had') group.hedged = true
    else if (MODALS.has(word)) {
      group.modal = word
      if (NEGATING.has(word)) group.negations++
    } else if (NEGATING.has(word)) group.negations += word === 'neither' ? 2 : 1
    else if (word === 'no' && after === 'longer') {
      group.negations++
      at++
    } else if (AUXILIARIES.has(word)) sure = true
    else if (word === 'to') {
      group.infinitive = true
      group.passive = false
    } else if (word === 'possible') group.hedged ||= group.negations === 0
    else if (word === 'yet' || word === 'only') group.hedged ||= group.negations > 0
    else if (word === 'and' && group.passive && BE.has(after)) continue
    else {
      const verb = verbAt(tokens, at)
      if (verb) return finish(tokens, first, group, verb.verb, verb.next, sure)
      // "Cannot fully support": how much of it can be is not said.
      if (/^(?:fully|wholly|entirely|completely)$/u.test(word)) group.hedged ||= group.negations > 0
      else if (!FILLERS.has(word) && !/^\p{L}{3,}ly$/u.test(word)) return null
      else if (at === from && FILLERS.has(word) && (word.length < 3 || word === 'all' || word === 'each' || word === 'both')) return null
    }
  }
  return null
}

function finish(
  tokens: readonly Token[],
  first: Token,
  group: Omit<VerbGroup, 'start' | 'end' | 'next' | 'entry' | 'forms'>,
  verb: InflectedVerb,
  next: number,
  auxiliary: boolean,
): VerbGroup | null {
  const { entry, forms } = verb
  // "Is the agreed plan": a participle needs its auxiliary, an infinitive its base.
  if (group.passive && !forms.includes('past') && !forms.includes('ing')) return null
  if (group.infinitive && !group.passive && !forms.includes('base')) return null
  const ahead = tokens[next]?.word === 'not' ? next + 1 : next
  if (tokens[ahead]?.word === 'to' && (CATENATIVE.has(entry.verb) || REFUSING.has(entry.verb))) {
    const inner = readGroup(tokens, next)
    if (inner && inner.entry !== entry) {
      const negations = group.negations + inner.negations + (REFUSING.has(entry.verb) ? 1 : 0)
      return { ...inner, start: first.start, negations, hedged: group.hedged || inner.hedged, infinitive: false, modal: group.modal }
    }
  }
  const hedged = group.hedged || (group.modal !== null && HEDGING.has(group.modal) && !(/^c/u.test(group.modal) && group.negations > 0))
  const passive = group.passive && forms.includes('past') && !(auxiliary && !group.passive)
  const end = tokens[next - 1]?.end ?? first.end
  return { ...group, passive, hedged, start: first.start, end, next, entry, forms }
}

function verbAt(tokens: readonly Token[], at: number): { verb: InflectedVerb; next: number } | null {
  // Welsh writes its article with the word before it: "nodi'r adroddiad".
  for (const verb of inflectedVerbs(tokens[at]?.word.replace(/'[rni]$/u, '') ?? '')) {
    // "Turn it down": a pronoun may precede the particle.
    const gap = verb.particles.length > 0 && /^(?:it|them|this|these)$/u.test(tokens[at + 1]?.word ?? '') ? 1 : overGap(tokens, at, verb)
    if (verb.particles.every((particle, index) => tokens[at + 1 + gap + index]?.word === particle))
      return { verb, next: at + 1 + (verb.particles.length > 0 ? gap : 0) + verb.particles.length }
  }
  return null
}

/** "Leave the matter over to the June meeting": so many words are between a verb and the "over" that puts off. */
function overGap(tokens: readonly Token[], at: number, { particles }: InflectedVerb): number {
  if (particles.length !== 1 || particles[0] !== 'over' || !/^(?:the|this|that|all|both)$/u.test(tokens[at + 1]?.word ?? '')) return 0
  const over = tokens.slice(at + 2, at + 7).findIndex(({ word }) => word === 'over')
  return over >= 0 && /^(?:to|until|till|for|pending)$/u.test(tokens[at + 3 + over]?.word ?? '') ? over + 1 : 0
}

/** "In part", "partially", "in principle" at a token. */
export function degreeAt(tokens: readonly Token[], at: number): { degree: 'part' | 'principle'; next: number } | null {
  for (const { words, degree } of DEGREES) {
    const parts = words.split(' ')
    if (parts.every((part, index) => tokens[at + index]?.word === part)) return { degree, next: at + parts.length }
  }
  return null
}
