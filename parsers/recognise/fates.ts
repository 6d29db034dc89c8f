import type { Outcome } from '../../schema/records.ts'
import { NAME } from './deciding-motions.ts'
import type { Span } from './deciding-subject.ts'
import { sentenceEnd } from './sentences.ts'

/** What a sentence says became of a motion, from the name of what was put to the word that says it. */
export interface Fate extends Span {
  /** What was put, by what it is called; `last` where the sentence names nothing. */
  noun: 'motion' | 'amendment' | 'recommendation' | 'question' | 'last'
  /** Whose it was, where that is said: "the proposal of Councillor Ash". */
  mover: string | null
  /** Null where it was withdrawn. */
  outcome: Outcome | null
  /** "… and became the decision of the Committee": nothing else is left to decide. */
  final: boolean
}

/** A fate with how it is reported. */
interface Told extends Fate {
  /** Where its clause begins, "On a vote being taken, the amendment fell"; null in the middle of one. */
  clause: number | null
  /** A verb of its own says it: "was accordingly declared carried", "fell". */
  said: boolean
  /** "The motion was then put and lost": the noun points back, and only how it was voted on comes between. */
  pointed: boolean
  /** It names what was put by nothing but the noun: no mover, no "to …" after it. */
  named: boolean
  /** The word that says it. */
  word: string
}

/** What became of a motion, and where the words that say so are. `outcome` is null where it was withdrawn. */
export interface Carried extends Span {
  outcome: Outcome | null
}

const FELL = String.raw`not\s+(?:carried|passed|agreed|approved|adopted)|lost|defeated|negatived|rejected|fell|fails?|failed|lapsed|denied|died|fallen`
const RESULT = `(?<fell>${FELL})|(?<passed>carried|passed|carries|passes|adopted|approved|agreed to|accepted)|(?<away>deferred|tabled|postponed)|(?<gone>withdrawn)|(?<agreed>agreed)`
/** A text without any of these words says nothing of the kind. */
const MAY_TELL = new RegExp(String.raw`\b(?:${RESULT.replaceAll(/\?<\p{L}+>/gu, '?:')})\b`, 'iu')
/** How many voted which way, after what became of it. */
const TAIL = String.raw`(?:\s+unanimously|\s+nem\.?\s+con\.?|,?\s+(?:by|on|for|with|without|due|as|against|until|till|pending)\b[^.;]{0,80}|\s*\([^()]{1,60}\)|,?\s+\d+\s+(?:\p{L}+\s+)?voting\b[^.;]{0,60}|,\s+by all\b[^.;]{0,40}|,\s+(?:with\s+)?(?:[^.;]|(?<=\b\p{L}{1,5})\.){2,60}?\s(?:abstain|dissent|oppos|voting\s(?:no|nay|against))(?:ing|ed)?\b[^.;]{0,20}|\s*[,:–-]?\s*\d+\s*(?:votes?\s+)?(?:to|for|[-–/])\s*\d+)*\s*[.!)"”]*`
const ENDS = new RegExp(String.raw`^${TAIL}\s*$`, 'iu')

const NOUN = /\b(?:notices? of motion|(?:motion|amendment|proposition|resolution|proposal|recommendation|question|item)s?)\b/giu
const OWNER = /^\s(?:of|by)\s(?:\p{Lu}[\p{L}.’'-]*\s?){1,4}/u
/** After it, in its sentence: the word that says what became of it; "that it be approved" asks for it. */
const BEHIND = new RegExp(String.raw`^(?<gap>(?:(?!${NOUN.source})[^.;]){0,150}?)(?<!\bbe\s(?:\p{L}+ly\s)?)\b(?:${RESULT})\b`, 'iu')
const DETERMINED = /\b(?:the|this|that|said|these)\s+(?:(?!(?:the|this|that)\s)\p{L}+\s+){0,2}$|\bsubstantive\s+$/iu
const QUALIFIED = /(?:\b\p{L}+\s+){0,2}$/u
const CLAUSE = /(?:^\s*|[.;,:)]\s+(?:and\s+|but\s+)?|\b(?:declared|ruled)\s+)((?:on|upon)\s+[^.;]{0,50}\s)?$/iu
const VERB =
  /\b(?:was|were|being|been|is|had|has|declared)\s+(?:the\s+)?(?:\p{L}+ly\s+|then\s+|therefore\s+|put(?:\s+to\s+the\s+(?:vote|meeting))?\s+and\s+|declared\s+)*$/iu
const POINTED =
  /^(?:,?\sas amended,?)?(?:\s?,)?(?:\s(?:was|were|is|being|had been|having been|has been|had|has|then|put|to the (?:vote|meeting)|and|declared|\p{L}+ly))*\s?$/iu
/** "This was seconded by Councillor Ash and agreed.", "… and, on being put to the vote, was lost." */
const SECONDED = new RegExp(
  String.raw`\b[Ss]econded by (?:the )?(?:${NAME}),? and\b(?:(?!${NOUN.source})[^.;]){0,60}?(?<!\bbe\s)\b(?:${RESULT})\b`,
  'gu',
)
/** "… Carried.", "DEFEATED", "Carried unanimously (6-0)": the word alone on its line or after a closed sentence. */
const ALONE = new RegExp(String.raw`(?:^|[.;:”"]\s+|\s(?=\p{Lu}{4}))["“(]?(?:${RESULT})${TAIL}\s*$`, 'iu')
const FARTHEST_RESULT = 200
const FARTHEST_SUBJECT = 90
/** "It became the substantive motion." may be the next sentence. */
const LONGEST_BEHIND = 60

/** What the sentences of a text say became of what is put, in order. */
function toldIn(text: string): Told[] {
  if (!MAY_TELL.test(text)) return []
  return [...text.matchAll(NOUN)].flatMap((noun) => {
    const named = noun.index + noun[0].length
    const mover = OWNER.exec(text.slice(named, named + FARTHEST_SUBJECT))?.[0]
    const from = named + (mover?.trimEnd().length ?? 0)
    const match = BEHIND.exec(text.slice(from, from + FARTHEST_RESULT))
    if (!match) return []
    const gap = match.groups?.gap ?? ''
    const before = text.slice(Math.max(0, noun.index - FARTHEST_SUBJECT), noun.index)
    const determined = DETERMINED.exec(before)
    const start = noun.index - (determined ?? QUALIFIED.exec(before) ?? [''])[0].length
    const lead = text.slice(Math.max(0, start - FARTHEST_SUBJECT), start)
    const clause = CLAUSE.exec(lead)
    const end = from + match[0].length
    const { word, outcome } = resultOf(match)
    const owner = /\b(?<mover>\p{Lu}[\p{L}-]+)[’']s?\s+(?:\p{L}+\s+)?$/u.exec(before)?.groups?.mover
    return [
      {
        ...{ start, end, word, outcome, noun: nounOf(noun[0]), mover: owner ?? mover?.trim().replace(/^(?:of|by)\s/u, '') ?? null },
        clause: clause ? start - (clause[1]?.length ?? 0) : null,
        final: BECAME.test(text.slice(from, end + sentenceEnd(text.slice(end)) + LONGEST_BEHIND)),
        said:
          VERB.test(gap) ||
          (gap.trim() === ':' && /\bvote on\s$/iu.test(lead)) ||
          /^(?:fell|lapsed|failed|died)$/iu.test(word) ||
          (gap.trim() === '' && /\b(?:declared|ruled)\s+$/iu.test(lead)),
        pointed: determined !== null && mover === undefined && POINTED.test(gap),
        named: mover === undefined && !/^\s+(?:that|to)\b/iu.test(gap),
      },
    ]
  })
}

const BECAME = /\bbecame the (?:decision|resolution|finding|substantive motion)\b|\b(?:resolved|decided|agreed) accordingly\b/iu

function resultOf(match: RegExpExecArray): { word: string; outcome: Outcome | null } {
  const { fell, passed, away, gone, agreed } = match.groups ?? {}
  return { word: fell ?? passed ?? away ?? gone ?? agreed ?? '', outcome: fell ? 'rejected' : away ? 'deferred' : gone ? null : 'agreed' }
}

function nounOf(noun: string): Fate['noun'] {
  const kind = /amendment|recommendation|question|item/iu.exec(noun)?.[0].toLowerCase()
  return kind === 'amendment' || kind === 'recommendation' ? kind : kind ? 'question' : 'motion'
}

/** Whether nothing but the count of a vote follows an offset in its sentence. */
const endsSentence = (text: string, at: number) => ENDS.test(text.slice(at, at + sentenceEnd(text.slice(at))))

/** What the sentences of a text say became of motions, in order. */
export function readFates(text: string): Fate[] {
  if (!MAY_TELL.test(text)) return []
  const told: Fate[] = toldIn(text).filter(({ said, clause, end }) => said || (clause !== null && endsSentence(text, end)))
  const seconded = [...text.matchAll(SECONDED)].map((match): Fate => {
    const { word, outcome } = resultOf(match)
    const end = match.index + match[0].length
    return { start: end - word.length, end, noun: 'last', mover: null, outcome, final: true }
  })
  return [...told, ...seconded].sort((a, b) => a.end - b.end)
}

/** What became of a motion, where a line or its end says it: "Carried.", "The motion was put and lost", "Vote: 5-2, motion passed". */
export function readCarried(text: string): Carried | null {
  const from = Math.max(0, text.length - LONGEST_RESULT)
  const end = text.slice(from)
  const told = toldIn(end).at(-1)
  // "Agreed." opens what it agrees to.
  if (told && told.clause !== null && told.named && told.word.toLowerCase() !== 'agreed' && ENDS.test(end.slice(told.end)))
    return { outcome: told.outcome, start: labelled(text, from + told.clause), end: text.trimEnd().length }
  const alone = ALONE.exec(end)
  if (!alone) return null
  const { word, outcome } = resultOf(alone)
  // In small letters the word alone is the end of anybody's sentence; "Agreed." alone on its line opens what it agrees to.
  if (/^\p{Ll}/u.test(word) || (/^agreed$/iu.test(word) && alone.index === 0)) return null
  const lead = /^(?:[.;:”"]\s+)?\s*/u.exec(alone[0])?.[0].length ?? 0
  return { outcome, start: labelled(text, from + alone.index + lead), end: text.trimEnd().length }
}

/** "Disposition: Motion carried": where the label of what became of it begins. */
function labelled(text: string, start: number): number {
  return (
    start -
    (/(?:^|[.;”"]\s+)(\p{Lu}\p{Ll}+(?:\s\p{Ll}+)?:\s+)$/u.exec(text.slice(Math.max(0, start - LONGEST_LABEL), start))?.[1]?.length ?? 0)
  )
}

const LONGEST_LABEL = 30

const LONGEST_RESULT = 300

/** A sentence that says what became of the motion or recommendation whose words precede it: "The Recommendation, as amended, was agreed." */
export function readBackReference(text: string): Carried | null {
  if (text.length > LONGEST_SENTENCE) return null
  const told = toldIn(text).find(({ pointed, noun }) => pointed && noun !== 'question')
  if (!told) return null
  const amended = told.outcome === 'agreed' && /as amended/iu.test(text.slice(told.start))
  return { start: told.start, end: told.end, outcome: amended ? 'amended' : told.outcome }
}

const LONGEST_SENTENCE = 400
