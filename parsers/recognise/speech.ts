import { ASKING_VERBS, INSTRUCTING_VERBS, OBLIGING_WORDS, REPORTING_VERBS, REVIEWING_BODIES } from '../../schema/vocabulary/speech.ts'
import { remembering } from './remember.ts'

/**
 * How a text speaks. `asks`: whoever writes recommends in so many words ("We recommend that …"). `asked`: it is about a
 * recommendation made on a day ("On 3 May the Commission recommended that …"). `wishes`: a wish as a motion puts it ("That
 * the pass be accepted …", "The pass be accepted …"). `obliges`: somebody should or must. `instructs`: it opens with an
 * instruction ("Ensure that …"). `tells`: it reports what was, or what somebody said. `states`: none of these.
 */
export type Mood = 'asks' | 'asked' | 'wishes' | 'obliges' | 'instructs' | 'tells' | 'states'

/** Moods in which a recommendation is put. */
export const RECOMMENDING_MOODS: ReadonlySet<Mood> = new Set<Mood>(['asks', 'asked', 'wishes', 'obliges', 'instructs'])

const either = (words: readonly string[]) => words.map((word) => word.replaceAll(' ', '\\s+')).join('|')

/** A speaker's own asking: the verb in the present, with who asks or nobody before it. */
const ASKS = new RegExp(
  String.raw`(?:^|[.:;,]\s|\b(?:and|so|therefore|also|strongly|further|again)\s)(?:[^.;:]{0,80}\s)?(?<!\b(?:what|which|as|than)\s)(?:we|i|members|(?:the\s(?:[\p{L}’'-]+\s){0,6}(?:${REVIEWING_BODIES.join('|')}|review|jury|team|council|working party|assembly)s?))\s(?:\p{L}+ly\s|also\s|would\s|again\s|further\s|therefore\s){0,3}(?:${either(ASKING_VERBS)})s?\b(?!\s(?:why|whether|how|what|who|when|where|if)\b)|\bit\sis\s(?:\p{L}+ly\s|also\s|further\s|therefore\s){0,2}(?:recommended|proposed|suggested)\s+that\b|\b(?:i|we)\smake\s(?:the\sfollowing\s)?recommendations?\b`,
  'iu',
)
/** The same reported on a day: "the Commission recommended that". */
const ASKED = /\b(?:recommended|made (?:a |the )?recommendations?)\b(?:[^.;]{0,60}\b(?:that|to)\b|\s*:)/iu
const WISHES = /^["“‘']?(?:and\s)?that\b(?!\s(?:is|was|has|said|means|would|will)\b)/iu
/** "The pass be accepted": a bare "be" after its subject. */
const SUBJUNCTIVE =
  /^(?!.{0,80}\b(?:to|will|would|can|could|may|might|must|should|shall|not)\s+be\b)[^.;:]{3,160}?\s(?:not\s|also\s|now\s|\p{L}+ly\s)?be\s\p{L}+/iu
const OBLIGES = new RegExp(String.raw`\b(?:${either(OBLIGING_WORDS)})\b(?!\s+have\b)`, 'iu')
const INSTRUCTING = new Set(INSTRUCTING_VERBS)
const TELLS = new RegExp(String.raw`\b(?:was|were|had|did|became|took|went|came)\b|\b(?:${either(REPORTING_VERBS)})\b`, 'giu')
/** How far a text is read for its mood: what it says is said in its first sentences. */
const HEAD = 420

/** Whether a text opens with an instruction: "Ensure …", "To ensure …", "work with …", "Fully review …". */
function instructs(text: string): boolean {
  const words =
    /^["“‘'(]?(?:to\s|please\s|immediately\s|urgently\s|continue\sto\s)?(?:(?!early|family|only|supply|assembly)\p{L}+ly,?\s)?([\p{L}-]+)(?:\s([\p{L}’'-]+))?/iu.exec(
      text,
    )
  const verb = words?.[1]?.toLowerCase() ?? ''
  // "Notes the report", "Authorises the director": what a body is asked to do, after its name.
  const third = verb.endsWith('ies')
    ? `${verb.slice(0, -3)}y`
    : /(?:ss|sh|ch|x)es$/u.test(verb)
      ? verb.slice(0, -2)
      : verb.replace(/s$/u, '')
  if (!INSTRUCTING.has(verb) && !INSTRUCTING.has(third)) return false
  // "Review of …", "Work is …", "Support for …" are nouns.
  return !/^(?:of|is|are|was|were|has|have|had|will|for|in|at|by|plans?|groups?|committee)$/iu.test(words?.[2] ?? '')
}

/** How a text speaks, by the first of its sentences. */
export function moodOf(text: string): Mood {
  return moodOfHead(text.slice(0, HEAD))
}

const moodOfHead = remembering((head: string): Mood => {
  if (WISHES.test(head) || titledWish(head) !== null) return 'wishes'
  if (ASKS.test(head)) return 'asks'
  const told = tells(head)
  if (ASKED.test(head) && !/\brecommendations? (?:of|from|by|in)\b/iu.test(head)) return 'asked'
  if (OBLIGES.test(head) && told < 0.5) return 'obliges'
  if (instructs(head)) return 'instructs'
  if (told === 0 && SUBJUNCTIVE.test(head)) return 'wishes'
  if (OBLIGES.test(head)) return 'obliges'
  return told > 0 ? 'tells' : 'states'
})

/** Where a wish begins after a title on its line: "Opening hours That the library open on Sundays". A capital there begins what is moved. */
export function titledWish(text: string): number | null {
  const title = /^\p{Lu}[^.;:!?“"]{2,60}\s(?=That\s\p{Ll}|That\s£)/u.exec(text)
  return title ? title[0].length : null
}

/** How much of a text says what was: words of telling to one sentence, at most 1. */
function tells(text: string): number {
  const sentences = Math.max(1, text.split(/[.!?]\s/u).length)
  return Math.min(1, (text.match(TELLS)?.length ?? 0) / (2 * sentences))
}

/** The reference in brackets that closes an item: "(Recommendation, Paragraph 17)", "(12.4)", "(paragraphs 3.9 and 4)", "(F1, F3)" for the findings that it rests on. */
export interface ClosingReference {
  start: number
  end: number
  /** Without the brackets. */
  text: string
  /** What the reference itself calls the item, if it does. */
  kind: 'recommendation' | 'conclusion' | null
  /** A number by which other papers call the item ("018/14"), or null for a place in the paper itself. */
  number: string | null
}

const CLOSING =
  /\s*[([]((?:(recommendation|conclusion)s?,?\s*)?(?:(?:paragraphs?|paras?\.?|para|see paragraphs?|page|pages|section)\s*)?\d[\d.,–-]*(?:\s*(?:,|and|to|&)\s*(?:paragraphs?\s*)?\d[\d.,–-]*)*|\d{2,4}\/\d{2,4}|(?:see\s)?(?:findings?\s+)?F\.?\d{1,3}(?:\s*(?:,|and|&|,\s*and|to|through|[–-])\s*F?\.?\d{1,3})*|(?:see\s)?findings?\s+\d{1,3}(?:\s*(?:,|and|&|,\s*and|to|through|[–-])\s*\d{1,3})*)[)\]]\s*[.;,]*\s*$/iu

/** "… by the end of this year. ......... Page 16": in a summary dots lead from a closed sentence to the page of the text. */
const LEADER = /(?<=[.!?]["”’)]?)\s+(?:\.{4,}|…{2,})\s*((?:page\s*)?\d{1,3})$/iu

/** The reference that closes a text, or null. */
export function closingReference(text: string): ClosingReference | null {
  const led = LEADER.exec(text.slice(-120))
  if (led?.[1]) {
    const start = Math.max(0, text.length - 120) + led.index
    return { start, end: text.length, text: led[1], kind: null, number: null }
  }
  const match = CLOSING.exec(text.slice(-120))
  if (!match?.[1]) return null
  const offset = Math.max(0, text.length - 120)
  const lead = match[0].length - match[0].trimStart().length
  const start = offset + match.index + lead
  return {
    start,
    end: start + match[1].length + 2,
    text: match[1],
    kind: match[2] ? (match[2].toLowerCase() as 'recommendation' | 'conclusion') : null,
    number: /^\d{1,4}\/\d{2,4}$/u.test(match[1]) ? match[1] : null,
  }
}
