import { COMMITTEE_SUFFIXES, COUNCIL_PREFIXES, COUNCIL_SUFFIXES, NOT_A_PLACE } from '../../schema/vocabulary/bodies.ts'
import { foldWords } from './fold.ts'
import { ofWords } from './remember.ts'
import { wordsInForce } from './taught.ts'

/** Where a body's name is in a text. */
export interface BodySpan {
  start: number
  end: number
}

/** What is between two words of a name and is written small, unless all is in capitals. */
const SMALL_WORDS = 'and of on the upon under by in le for with'.split(' ')
/** What no name has: where all is in capitals ("A MEETING HELD AT THE COUNCIL OFFICES"), these words alone distinguish a sentence from a name. */
const SENTENCE_WORDS = 'a an as at be been from has have held is its or our to was were which'.split(' ')
const inCapitals = (list: readonly string[]) => list.map((word) => word.toUpperCase()).join('|')
/** A word of a name: with a capital, or a small word between two that have one. A full stop after more than "St" ends a sentence. */
const NAME_WORD = String.raw`(?!(?:${inCapitals([...SMALL_WORDS, ...SENTENCE_WORDS])})(?![\p{L}'’.-]))(?:\p{Lu}\p{L}{0,2}\.|\p{Lu}[\p{L}'’-]*)`
const SMALL_WORD = `(?:${SMALL_WORDS.join('|')}|${inCapitals(SMALL_WORDS)}|&|-)`
/** At most this many words precede "Council" or "Committee": "Children and Young People's …", "Kingston upon Hull City …". */
const MOST_WORDS = 9
const NAME = `${NAME_WORD}(?:,? (?:${SMALL_WORD} )*${NAME_WORD}){0,${MOST_WORDS}}?`
/** A council's name has no comma; one before it ends what is there ("The Executive, Harle Bay Council"). */
const COUNCIL_NAME = `${NAME_WORD}(?: (?:${SMALL_WORD} )*${NAME_WORD}){0,${MOST_WORDS}}?`

const literally = (phrase: string) => phrase.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
/** A pattern's alternatives, the longest first; a hyphen may stand for a space. */
export const either = (phrases: readonly string[]) =>
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
/** "Select Committee on Empty Shops": what it is about follows. */
const COMMITTEE_ON = new RegExp(
  String.raw`\b(?:Scrutiny )?(?:Select Committee|Scrutiny (?:Committee|Commission|Panel)|Task (?:and Finish )?Group) on (?:the )?${NAME_WORD}(?: (?:${SMALL_WORD} )*${NAME_WORD}){0,5}`,
  'gu',
)
/** "Report of the Amenities Committee": a committee that nothing but its report tells from others. */
const REPORTING = new RegExp(
  String.raw`(?<=\b[Rr]eport of the )${NAME} (?:Committee|Panel|Board|Commission|Group)(?![\p{L}-])(?! on )`,
  'gu',
)

/** Words that precede a council's name in a title or a sentence and are not among it. */
const NOT_OF_A_NAME =
  /^(?:[A-Z]{2,5}(?= \p{Lu}\p{Ll})|Dear|The|This|That|Our|Your|At|In|For|By|To|From|Of|And|With|Why|How|What|Which|Full|Previous|PREVIOUS|Approval|APPROVAL|Confirmation|CONFIRMATION|Adoption|ADOPTION|Each|Every|Any|All|Other|Members|Leader|Chair(?:man)?(?= of)|Cabinet|CABINET|Meeting|MEETING|Minutes|MINUTES|Report|REPORT|THE|OF|of|the|to|by)\b[ ]?/u

function trimName(text: string, start: number, end: number): BodySpan {
  let from = start
  for (;;) {
    const match = NOT_OF_A_NAME.exec(text.slice(from, end))
    if (!match) return { start: from, end }
    from += match[0].length
  }
}

/** Names that end in "Council" and are not a local authority's, or name none. */
const NO_COUNCIL =
  /^(?:(?:Borough|City|County|District|Town|Parish|Regional|Shire|Local|Full|Ordinary|Extraordinary|Extra-ordinary|Extra Ordinary|Special|Annual|Regular|Monthly|Youth|School|Student|National|British|Privy|Research|Arts|Health|Community|Council|General Medical|Nursing and Midwifery|Metropolitan|Combined|Unitary)[ ]?)*(?:Council|Authority)$/iu

/** In capitals a small word looks like one of a name, and no name ends in one: "REVIEW OF COUNCIL HOUSING REPAIRS". */
const SMALL_BEFORE_COUNCIL =
  /\b(?:AND|BY|FOR|IN|INTO|OF|ON|THE|TO|WITH) (?:COUNCIL|AUTHORITY)$|\b(?:[Pp]revious|PREVIOUS|[Ll]ast|LAST|[Nn]ext|NEXT) (?:COUNCIL|Council)$/u
/** A body or an office of the council, or what it held or wrote, before its name: "Environment Scrutiny Panel of Linthorpe Borough Council". */
const ITS_BODY =
  /^.*\b(?:meeting|proceedings|committee|panel|board|commission|group|cabinet|executive|mayor|leader|response|reply) of (?:the )?/iu

/** In a title or a running head what the paper is, or who met, may follow the name: "Shire of Brine Minutes", "LONDON BOROUGH OF BRINE CABINET". */
const BEHIND_COUNCIL =
  /(?<=\sof\s.*\S)\s(?:cabinet|executive|minutes?|agendas?|reports?|decisions?|notices?|meetings?|ordinary|special|regular)(?:\s.*)?$/iu

/** The last words of what names end or begin with: a text without any of them names no such body, and most do not. */
const lastWords = (phrases: readonly string[]) =>
  new RegExp(`\\b(?:${either([...new Set(phrases.map((phrase) => phrase.split(/[ -]/u).at(-1) ?? phrase))])})\\b`, 'iu')
const MAY_NAME_COUNCIL = new RegExp(`\\b(?:${either(COUNCIL_PREFIXES)})\\b|${lastWords(COUNCIL_SUFFIXES).source}`, 'iu')
const MAY_NAME_COMMITTEE = new RegExp(`\\bgroup on\\b|\\breport of the\\b|${lastWords(COMMITTEE_SUFFIXES).source}`, 'iu')

/** The councils that a text names, each with its full name. */
export function findCouncils(text: string): BodySpan[] {
  return withTaught(text, 'councils', MAY_NAME_COUNCIL.test(text) ? councilsIn(text) : [])
}

/** The patterns of taught names. */
const taughtNames = ofWords(({ councils, committees }) => ({ councils: namesAlone(councils), committees: namesAlone(committees) }))

const namesAlone = (names: readonly string[]) => new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${either(names)})(?![\p{L}\p{N}])`, 'giu')

/** Bodies that a text names, with those whose names people taught in the place of what overlaps them. */
function withTaught(text: string, kind: 'councils' | 'committees', found: BodySpan[]): BodySpan[] {
  if (wordsInForce()[kind].length === 0) return found
  const spans = [...text.matchAll(taughtNames()[kind])]
  const taught = spans.map(({ index, 0: name }): BodySpan => ({ start: index, end: index + name.length }))
  const others = found.filter(({ start, end }) => taught.every((span) => span.end <= start || end <= span.start))
  return [...others, ...taught].sort((a, b) => a.start - b.start)
}

function councilsIn(text: string): BodySpan[] {
  return [...text.matchAll(COUNCIL)]
    .map((match) => {
      const start = match.index + (ITS_BODY.exec(match[0])?.[0].length ?? 0)
      const name = text.slice(start, match.index + match[0].length).replace(BEHIND_COUNCIL, '')
      return trimName(text, start, start + name.length)
    })
    .filter(({ start, end }) => end - start > 'Council'.length && isCouncilName(text.slice(start, end)))
}

const isCouncilName = (name: string): boolean =>
  !NO_COUNCIL.test(name) && !PERSON.test(name) && !SMALL_BEFORE_COUNCIL.test(name) && !SERVES_NO_PLACE.test(name)

/** "Seconded: Cr Ash Council adjourn": a person's name that runs into the word. */
const PERSON = /^(?:Crs?|Cllrs?|Clr|Councillors?|Mr|Mrs|Ms|Miss|Dr)\.?\s/u

/** "National Security Council", "Youth Council": the word before says whom it serves or what it is about, and no place. */
const SERVES_NO_PLACE = new RegExp(String.raw`\b(?:${NOT_A_PLACE.join('|')})['’]?s?['’]? Council$`, 'iu')

/** Words of a council's name that say what kind of council it is. */
const KIND_WORDS: ReadonlySet<string> = new Set(
  'the of a council authority borough city county district metropolitan london royal unitary town township parish shire village municipality municipal regional and'.split(
    ' ',
  ),
)
/** The kinds that tell two councils of one place apart, the narrower first. */
const TIERS: readonly [RegExp, string][] = [
  [/\bparish\b/u, 'parish'],
  [/\bcommunity council$/u, 'parish'],
  [/\btown(?:ship)?\b/u, 'town'],
  [/\bcity and county\b/u, 'city and county'],
  [/\bcounty borough\b/u, 'borough'],
  [/\bcounty\b/u, 'county'],
  [/\bborough\b/u, 'borough'],
  [/\bcity\b/u, 'city'],
  [/\bdistrict\b/u, 'district'],
  [/\bregion(?:al)?\b/u, 'region'],
  [/\bcombined authority$/u, 'combined authority'],
]

/**
 * What the printings of one council's name share: its place and kind, whatever their order and case ("City of Marlow",
 * "MARLOW CITY COUNCIL" → "marlow/city"). A function of the name alone. A name without a kind ("Marlow Council") has
 * none after the stroke, and can be any council of that place.
 */
export function councilKey(name: string): string {
  const folded = foldWords(name)
  const tier = TIERS.find(([pattern]) => pattern.test(folded))?.[1] ?? ''
  const place = folded.split(' ').filter((word) => !KIND_WORDS.has(word))
  return `${place.join(' ')}/${tier}`
}

/** What may precede a committee's name and looks like a part of it: the council's name, an office, "Report of the". */
const BEFORE_COMMITTEE =
  /(?:\b(?:of|to|by|for|from) the |\b(?:council|cabinet|executive),? (?:[–—-] )?|\b(?:councillor|cllr\.?) [^,]{2,60}, |\b(?:chair|convener)(?:man|person|woman)?,\s|\s[–—-]\s)|\b(?:review|inquiry|report|plan|update|monitoring) (?:of|on|into) [^,]*,\s/giu
/** Bodies that a council has several of, so that these words alone name none. */
const NO_COMMITTEE = new Set(COMMITTEE_SUFFIXES.filter((suffix) => !/^overview /iu.test(suffix)).map(foldWords))

/** A committee's report is counted after its name: "Select Committee on Ports Third Report". */
const ITS_REPORT = /\s(?:[\p{L}\d-]*(?:first|second|third|th|\dst|\dnd|\drd)\s)(?:special\s)?reports?$/iu

/** The scrutiny committees that a text names, each with its full name, in order. */
export function findCommittees(text: string): BodySpan[] {
  return withTaught(text, 'committees', MAY_NAME_COMMITTEE.test(text) ? committeesIn(text) : [])
}

/** A body's name as taught names are compared: "The Moot" and "moot" are one. */
export const foldBody = (name: string): string => foldWords(name).replace(/^the /u, '')

/** Whether a person taught that these words name a body. */
export function isTaughtBody(name: string): boolean {
  const { councils, committees } = wordsInForce()
  if (councils.length + committees.length === 0) return false
  const folded = foldBody(name)
  return [...councils, ...committees].some((body) => foldBody(body) === folded)
}

function committeesIn(text: string): BodySpan[] {
  return [...text.matchAll(COMMITTEE_ON), ...text.matchAll(REPORTING), ...text.matchAll(COMMITTEE)]
    .map((match) => {
      const name = match[0].replace(ITS_REPORT, '')
      const before = [...name.matchAll(BEFORE_COMMITTEE)].at(-1)
      return trimName(text, match.index + (before ? before.index + before[0].length : 0), match.index + name.length)
    })
    .filter((span) => !NO_COMMITTEE.has(foldWords(text.slice(span.start, span.end))))
    .sort((a, b) => a.start - b.start)
}
