import { COMMITTEE_SUFFIXES, COUNCIL_PREFIXES, COUNCIL_SUFFIXES, DECIDING_BODIES } from '../../schema/vocabulary/bodies.ts'
import { foldWords } from './fold.ts'

/** Where a body's name stands in a text. */
export interface BodySpan {
  start: number
  end: number
}

/** What stands between two words of a name and is written small, unless all is in capitals. */
const SMALL_WORDS = 'and of on the upon under by in le for with'.split(' ')
/** What no name has: where all is in capitals ("A MEETING HELD AT THE COUNCIL OFFICES"), these words alone tell a sentence from a name. */
const SENTENCE_WORDS = 'a an as at be been from has have held is its or our to was were which'.split(' ')
const inCapitals = (list: readonly string[]) => list.map((word) => word.toUpperCase()).join('|')
/** A word of a name: with a capital, or a small word between two that have one. A full stop behind more than "St" ends a sentence. */
const NAME_WORD = String.raw`(?!(?:${inCapitals([...SMALL_WORDS, ...SENTENCE_WORDS])})(?![\p{L}'’.-]))(?:\p{Lu}\p{L}{0,2}\.|\p{Lu}[\p{L}'’-]*)`
const SMALL_WORD = `(?:${SMALL_WORDS.join('|')}|${inCapitals(SMALL_WORDS)}|&|-)`
/** At most this many words stand before "Council" or "Committee": "Children and Young People's …", "Kingston upon Hull City …". */
const MOST_WORDS = 9
const NAME = String.raw`${NAME_WORD}(?:,? (?:${SMALL_WORD} )*${NAME_WORD}){0,${MOST_WORDS}}?`
/** A council's name has no comma; one before it ends what stands there ("The Executive, Harle Bay Council"). */
const COUNCIL_NAME = `${NAME_WORD}(?: (?:${SMALL_WORD} )*${NAME_WORD}){0,${MOST_WORDS}}?`

const literally = (phrase: string) => phrase.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
const either = (phrases: readonly string[]) =>
  [...phrases]
    .sort((a, b) => b.length - a.length)
    .map((phrase) => literally(phrase).replaceAll(' ', '[ -]'))
    .join('|')
const bothCases = (phrases: readonly string[]) => either([...phrases, ...phrases.map((phrase) => phrase.toUpperCase())])

/** What a nation's own body ends in, which is no local authority: "Arts Council England". */
const A_NATIONS = '(?: of)? (?:England|Wales|Scotland|Great Britain)'

const COUNCIL = new RegExp(
  String.raw`\b(?:(?:${bothCases(COUNCIL_PREFIXES)}) ${NAME_WORD}(?: (?:${SMALL_WORD} )*${NAME_WORD}){0,3}|${COUNCIL_NAME} (?:${bothCases(COUNCIL_SUFFIXES)}))(?![\p{L}-]|${A_NATIONS})`,
  'gu',
)
const COMMITTEE = new RegExp(String.raw`\b(?:${NAME} )?(?:${bothCases(COMMITTEE_SUFFIXES)})(?![\p{L}-])`, 'gu')
/** "Select Committee on Empty Shops": what it is about stands behind. */
const COMMITTEE_ON = new RegExp(
  String.raw`\b(?:Scrutiny )?(?:Select Committee|Scrutiny (?:Committee|Commission|Panel)|Task (?:and Finish )?Group) on (?:the )?${NAME_WORD}(?: (?:${SMALL_WORD} )*${NAME_WORD}){0,5}`,
  'gu',
)
/** "Report of the Amenities Committee": a committee that nothing but its report tells from others. */
const REPORTING = new RegExp(
  String.raw`(?<=\b[Rr]eport of the )${NAME} (?:Committee|Panel|Board|Commission|Group)(?![\p{L}-])(?! on )`,
  'gu',
)

/** Words that stand before a council's name in a title or a sentence and are none of it. */
const NOT_OF_A_NAME =
  /^(?:[A-Z]{2,5}(?= \p{Lu}\p{Ll})|Dear|The|This|That|Our|Your|At|In|For|By|To|From|Of|And|With|Why|How|What|Which|Full|Each|Every|Any|All|Other|Members|Leader|Chair(?:man)?(?= of)|Cabinet|CABINET|Meeting|MEETING|Minutes|MINUTES|Report|REPORT|THE|OF|of|the|to|by)\b[ ]?/u

function trimName(text: string, start: number, end: number): BodySpan {
  let from = start
  for (;;) {
    const match = NOT_OF_A_NAME.exec(text.slice(from, end))
    if (!match) return { start: from, end }
    from += match[0].length
  }
}

/** Names that end in "Council" and are no local authority's, or name none. */
const NO_COUNCIL =
  /^(?:(?:Borough|City|County|District|Town|Parish|Local|Full|Youth|School|Student|National|British|Privy|Research|Arts|Health|Community|Council|General Medical|Nursing and Midwifery|Metropolitan|Combined|Unitary)[ ]?)*(?:Council|Authority)$/iu

/** In capitals a small word looks like one of a name, and no name ends in one: "REVIEW OF COUNCIL HOUSING REPAIRS". */
const SMALL_BEFORE_COUNCIL = /\b(?:AND|BY|FOR|IN|INTO|OF|ON|THE|TO|WITH) (?:COUNCIL|AUTHORITY)$/u
/** A body of the council that stands before its name: "Environment Scrutiny Panel of Linthorpe Borough Council". */
const ITS_BODY = /^.*\b(?:committee|panel|board|commission|group|cabinet|executive) of (?:the )?/iu

/** The councils that a text names, each with its full name. */
export function findCouncils(text: string): BodySpan[] {
  return [...text.matchAll(COUNCIL)]
    .map((match) => trimName(text, match.index + (ITS_BODY.exec(match[0])?.[0].length ?? 0), match.index + match[0].length))
    .filter(({ start, end }) => end - start > 'Council'.length && isCouncilName(text.slice(start, end)))
}

const isCouncilName = (name: string): boolean => !NO_COUNCIL.test(name) && !SMALL_BEFORE_COUNCIL.test(name)

/** What may stand before a committee's name and looks like a part of it: the council's name, an office, "Report of the". */
const BEFORE_COMMITTEE =
  /(?:\b(?:of|to|by|for|from) the |\b(?:council|cabinet|executive),? (?:[–—-] )?|\b(?:councillor|cllr\.?) [^,]{2,60}, |\s[–—-]\s)|\b(?:review|inquiry|report|plan|update|monitoring) (?:of|on|into) [^,]*,\s/giu
/** Bodies that a council has several of, so that these words alone name none. */
const NO_COMMITTEE = new Set(COMMITTEE_SUFFIXES.filter((suffix) => !/^overview /iu.test(suffix)).map(foldWords))

/** The scrutiny committees that a text names, each with its full name, in order. */
export function findCommittees(text: string): BodySpan[] {
  return [...text.matchAll(COMMITTEE_ON), ...text.matchAll(REPORTING), ...text.matchAll(COMMITTEE)]
    .map((match) => {
      const before = [...match[0].matchAll(BEFORE_COMMITTEE)].at(-1)
      return trimName(text, match.index + (before ? before.index + before[0].length : 0), match.index + match[0].length)
    })
    .filter((span) => !NO_COMMITTEE.has(foldWords(text.slice(span.start, span.end))))
    .sort((a, b) => a.start - b.start)
}

const BODIES = new RegExp(String.raw`\b(?:${bothCases(DECIDING_BODIES)})(?![\p{L}-])`, 'gu')
/** A body's name behind another word with a capital is the end of a longer name: "Stockport Council", "Head of Executive". */
const LONGER_NAME = /\p{Lu}[\p{L}’'-]* $/u
/** What follows a body's name that is only part of an office, or of a place: "Cabinet Member", "Executive Director", "Council Chamber". */
const OFFICE =
  /^ (?:Chambers?|Offices?|House|Buildings?|Room|Suite|Tax|Member|Portfolio|Office|Director|Head|Councillor|Support|Assistant)/iu

/** The first body named in a text that can decide ("Cabinet Meeting 4 May" → "Cabinet"), or null. */
export function findDecidingBody(text: string): BodySpan | null {
  for (const match of text.matchAll(BODIES)) {
    if (OFFICE.test(text.slice(match.index + match[0].length))) continue
    if (/council$/iu.test(match[0]) && LONGER_NAME.test(text.slice(0, match.index))) continue
    // "Minutes of THE CABINET": behind such a word the article is the sentence's, and no part of the name.
    const article = /\b(?:of|by|to|for) $/iu.test(text.slice(0, match.index)) ? (/^the /iu.exec(match[0])?.[0].length ?? 0) : 0
    return { start: match.index + article, end: match.index + match[0].length }
  }
  return null
}
