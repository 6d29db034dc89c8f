import {
  ACTING_WORDS,
  ANSWERING_WORDS,
  ASKING_BACK,
  ASKING_PROOF,
  ASKING_WORDS,
  FORM_NOUNS,
  HEADING_ASKED,
  HEADING_JOINTS,
  HEADING_MODIFIERS,
  HEADING_NOUNS,
  HEADING_QUESTIONS,
  HEADING_SAID,
  HEADING_SPEAKERS,
  LONE_QUESTIONS,
  OF_MONEY,
  UNTIL_NOW,
} from '../../schema/vocabulary/columns.ts'
import type { FieldRole } from '../../schema/vocabulary/fields.ts'
import { bareLabel, foldWords } from './fold.ts'

const NOUNS = new Map(Object.entries(HEADING_NOUNS).flatMap(([role, nouns]) => nouns.map((noun) => [noun, role as FieldRole] as const)))
const FORMS = new Set(FORM_NOUNS)
const QUESTIONS = new Set(['when', 'whom', 'who'])
const JOINTS = new Set(HEADING_JOINTS)
/** Words that put two things beside each other: a heading that names two means the first. */
const PAIRS = /\s+(?:and|&|or)\s+|[/|,;]|\s[-–—]\s/iu
/** A heading may explain the letters that are under it: "Timescale S = Short term". */
const KEY = /\s\S{1,3}\s?=.*$/su
/** A heading says in so many words what is under it; more are a title or a value. */
const LONGEST_PHRASE = 6
/** "4. Response", "(b) Lead": a column's own number. */
const OWN_NUMBER = /^\(?(?:\d{1,2}|[a-z])[.)]\s+/iu

/** A heading without the number that its column has: "4. Response". */
export const withoutOwnNumber = (text: string): string => text.trim().replace(OWN_NUMBER, '')

/** What the noun of a heading means, and the words as far as the noun. */
export interface NounMeaning {
  role: FieldRole
  noun: string
  words: string
  /** Whether the noun heads the first of the things that a heading names. */
  first: boolean
  /** Whether the heading names things of two roles beside each other: "Action and owner". */
  pair: boolean
  /** The folded words of the first of them. */
  firstPart: string
  /** Whether the words beside the noun leave it open. */
  loose: boolean
}

type PartMeaning = Pick<NounMeaning, 'role' | 'noun' | 'words' | 'loose'>

/** Whether a text names things beside each other. */
export const namesPair = (text: string): boolean => PAIRS.test(bareLabel(text))

/**
 * What a heading means by its grammar: the noun that heads it says what is in the column, and the words beside the
 * noun may turn that. English puts the noun last before what "of", "for" or "to" add ("Agreed implementation date",
 * "Date of the report"), whatever came first. Null where no such noun is known.
 */
export function nounMeaning(text: string): NounMeaning | null {
  const bare = withoutOwnNumber(bareLabel(text))
    .replace(KEY, '')
    .replace(/\([^()]*\)/gu, ' ')
  let before = ''
  const parts: (PartMeaning & { at: number })[] = []
  for (const [at, part] of bare.split(PAIRS).entries()) {
    const meaning = partMeaning(
      foldWords(part)
        .split(' ')
        .filter((word) => word !== ''),
    )
    if (meaning) parts.push({ ...meaning, words: `${before}${meaning.words}`, at })
    before += `${part} `
  }
  const [first, ...others] = parts
  if (!first) return null
  const meant = leading(first, others, bare)
  return {
    role: meant.role,
    noun: meant.noun,
    words: meant.words,
    first: meant.at === 0,
    pair: meant.role !== first.role || parts.some(({ role }) => role !== first.role),
    loose: meant.loose,
    firstPart: foldWords(bare.split(PAIRS)[0] ?? ''),
  }
}

/** Which of several things beside each other says what a column holds: the first, unless one after it says more. */
function leading<T extends PartMeaning>(first: T, others: readonly T[], text: string): T {
  // "Lead member / officer": a column that also names who does it says who is responsible.
  if (first.role === 'sponsor') return others.find(({ role }) => role === 'responsible') ?? first
  // "Finding and recommendation": what has a place of its own says more than what is kept beside it.
  if (first.role === 'ignored' || first.role === 'theme') return others.find(({ role }) => role !== 'ignored' && role !== 'theme') ?? first
  // "Rec. no. and text": a number precedes the words that it counts.
  if (first.role === 'number') {
    const counted = others.find(({ role }) => SUBJECTS.has(role))
    if (counted) return counted
    const subject = others.length === 0 && NUMBERED_FORM.test(text) ? partMeaning(foldWords(first.words).split(' ').slice(0, -1)) : null
    return subject && SUBJECTS.has(subject.role) ? { ...first, role: subject.role } : first
  }
  // "Status/progress", "Evidence and impact": words of what was done are there, and not the grade or the measure alone.
  if (first.role === 'status') return others.find(({ role }) => role === 'progress') ?? first
  if (first.role === 'success-measure' && first.noun === 'evidence' && others.some(({ role }) => role === 'impact'))
    return { ...first, role: 'progress' }
  return first
}

const SUBJECTS: ReadonlySet<FieldRole> = new Set(['recommendation', 'objective', 'action'])
const NUMBERED_FORM = new RegExp(`(?:&|\\band|/)\\s*(?:${FORM_NOUNS.join('|')})s?\\s*$`, 'iu')

function partMeaning(words: readonly string[]): PartMeaning | null {
  const alone = words.length === 1 ? LONE_QUESTIONS[words[0] ?? ''] : undefined
  if (alone) return { role: alone, noun: words[0] ?? '', words: words[0] ?? '', loose: false }
  const asking = askedMeaning(words)
  if (asking) return asking
  const sentence = sentenceMeaning(words)
  if (sentence) return { role: sentence, noun: words.at(-1) ?? '', words: words.join(' '), loose: false }
  const question = words[0] === 'what' ? HEADING_QUESTIONS[words.at(-1) ?? ''] : undefined
  if (question) return { role: question, noun: words.at(-1) ?? '', words: words.join(' '), loose: false }
  // "Action by when", "Recommendation to whom": the question at the end is what is answered.
  const asked = QUESTIONS.has(words.at(-1) ?? '') ? words.length - 1 : -1
  const joint = words.findIndex((word, at) => at > 0 && JOINTS.has(word))
  const phrase = joint < 0 ? words : words.slice(0, joint)
  const head = asked >= 0 ? asked : phrase.findLastIndex((word) => nounOf(word) !== null)
  const noun = phrase.length > LONGEST_PHRASE ? null : nounOf(words[head] ?? '')
  if (!noun) {
    // "Description of recommendation" is the recommendation.
    const isForm = phrase.some((word) => FORMS.has(singular(word)))
    return isForm && joint > 0 ? partMeaning(words.slice(joint + 1)) : null
  }
  const receiver = words.findIndex((word, at) => at > head && (word === 'to' || word === 'for'))
  const turned = HEADING_MODIFIERS.find((modifier) => {
    const said = modifier.giver && receiver >= 0 ? words.slice(0, receiver) : words
    const at = said.findIndex((word, index) => index !== head && modifier.words.includes(singular(word)))
    const fits = modifier.noun === noun && (modifier.heads?.includes(words[head] ?? '') ?? true)
    return fits && at >= 0 && (!modifier.after || at > head)
  })
  return { role: turned?.role ?? noun, noun: words[head] ?? '', words: words.slice(0, head + 1).join(' '), loose: turned?.loose ?? false }
}

/** What a heading means that is a sentence, or a part of one. */
function sentenceMeaning(words: readonly string[]): FieldRole | null {
  // "Scrutiny said", "What the inspectors asked of us"
  if (isSaid(words) || (words[0] === 'what' && words.some((word) => HEADING_ASKED.includes(word)))) return 'recommendation'
  // "Section responsible", "Team taking this forward": whatever is named acts.
  const acts = words.findIndex((word, at) => at > 0 && ACTING_WORDS.includes(word))
  if (acts > 0 && words.length <= LONGEST_PHRASE && words.slice(0, acts).every((word) => !TIMED.has(nounOf(word)))) return 'responsible'
  // "Story so far", "Where we have got to": the status, in words.
  const tells = (words.length > 2 && UNTIL_NOW.includes(words.slice(-2).join(' '))) || (words[0] === 'where' && THINGS.has(words[1] ?? ''))
  return tells && !words.some((word) => OF_MONEY.includes(word)) ? 'progress' : null
}

/** Of what "where …" asks. */
const THINGS = new Set(['we', 'it', 'they', 'things', 'this', 'are', 'is'])
/** Nouns of which no word after says who acts: "Date taken forward". */
const TIMED: ReadonlySet<FieldRole | null> = new Set(['due', 'timescale', 'status', 'progress', 'action', 'number'])

/** Whether a heading says who asked for what is below it, and nothing else: "Scrutiny said", "The panel asked for". */
function isSaid(words: readonly string[]): boolean {
  const [speaker = '', verb = '', ...others] = words.filter((word) => !UNTOLD.has(word))
  if (others.length > 0 || !HEADING_SPEAKERS.includes(speaker)) return false
  return HEADING_ASKED.includes(verb) || (HEADING_SAID.includes(verb) && speaker !== 'we' && speaker !== 'they')
}
const UNTOLD = new Set(['the', 'what', 'for', 'that'])

/** What a question over a column asks by its first word; one word alone is not a question. */
function askedMeaning(words: readonly string[]): PartMeaning | null {
  const [first = '', ...others] = words
  const role = Object.hasOwn(ASKING_WORDS, first) ? ASKING_WORDS[first] : undefined
  if (!role || others.length < 2) return null
  const has = (list: readonly string[]) => others.some((word) => list.includes(word))
  const back = has(ASKING_BACK)
  const meant =
    role === 'due'
      ? back
        ? 'completed-on'
        : role
      : role === 'action'
        ? has(ASKING_PROOF)
          ? 'success-measure'
          : back
            ? 'progress'
            : role
        : role
  return { role: meant, noun: first, words: words.join(' '), loose: false }
}

/** What a heading that wants a yes or a tick asks: the status, or whether a recommendation is taken up. */
export function yesNoMeaning(text: string): FieldRole | null {
  const words = foldWords(text).split(' ')
  if (!YES_OR_NO.test(text) || WH_WORDS.has(words[0] ?? '')) return null
  return words.some((word) => ANSWERING_WORDS.includes(word)) ? 'verdict' : 'status'
}
const YES_OR_NO = /\?\s*$|\(?\b(?:y\s?\/\s?n|yes\s?\/\s?no|tick)\)?\s*$/iu
const WH_WORDS = new Set(['what', 'why', 'where', 'which', ...Object.keys(ASKING_WORDS), 'whom', 'whose', 'by'])

const nounOf = (word: string): FieldRole | null => NOUNS.get(word) ?? NOUNS.get(singular(word)) ?? null
const singular = (word: string): string =>
  word.length > 3 && word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us') ? word.slice(0, -1) : word
