import { NAME } from './deciding-motions.ts'
import type { Span } from './deciding-subject.ts'
import { sentenceEnd } from './sentences.ts'

/** A motion that a sentence is about: who moved it and in which words. */
export interface Proposal {
  mover: Span | null
  seconder: Span | null
  /** What was moved, without who seconded it: "that …", "to …", "approval of …". */
  words: Span
  amendment: boolean
  /** It was put: moved, or seconded. What somebody proposed may have been no more than said. */
  sure: boolean
  /** Where the same sentence says what became of it: "A motion by A, seconded by B, to uphold the appeal failed." */
  fate: (Span & { outcome: 'agreed' | 'rejected' }) | null
}

const PERSON = `(?:the )?(?:${NAME})`
/** A name alone, of whom another sentence follows: "J. Tarr", "Ms. Ash". */
const WHO = String.raw`(?:(?:Mr|Mrs|Ms|Dr|Cllr|Councill?or)\.?\s)?(?:\p{Lu}\.\s?)*\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,2}`
const LEAD = String.raw`(?:^\s*|[.;:”"]\s+)(?:(?:After|Following|There being)\s[^.;]{3,60}?,\s)?(?<lead>As an (?:amendment|AMENDMENT),?\s)?(?:As a (?:motion|MOTION),?\s)?`
const AMENDMENT = String.raw`(?<amendment>\s(?:(?:as|the following|an)\s){0,2}(?:an\s)?amendment,?)?`
const VERB = String.raw`(?<verb>moved|MOVED|proposed|(?:made|makes|make)\s(?:a|the)\s(?:\p{L}+\s)?motion)`
/** "moved the Board approve …": in the name of who is to do it. */
const BODY = String.raw`the (?:\p{Lu}[\p{L}’'-]*\s){0,4}(?:Board|Council|Committee|Commission|Court|Authority|Panel)\s(?=\p{Ll})`
/** How what was moved begins; "moved to the next item" moves nothing. */
const WORDS = String.raw`(?<words>that\s|to\s(?=\p{Ll}{2})(?!the\b|an?\b|item\b)|(?:for\s)?(?:the\s)?(?:approval|adoption|acceptance|ratification)\sof\s|for\sthe\s(?=(?:\p{Ll}+\s){1,3}to\s\p{Ll})|${BODY})`
/** "…, and passed unanimously,": what became of it, before its words. */
const INNER = String.raw`(?<inner>,?\sand\s(?:the\s)?(?:motion\s)?(?:was\s)?(?:carried|passed|approved|adopted)(?:\sunanimously)?,?)?`
/** The forms in which a sentence says who moved, who seconded and what. */
const FORMS = [
  String.raw`(?:[Ii]t was )?(?:MOVED|Moved|moved|proposed|Proposed)(?: as an amendment)? by (?<mover>${PERSON}),?(?: and)? seconded by (?<seconder>${PERSON}),?${AMENDMENT}${INNER}\s+(?<words>that\s|(?<=unanimously,?\s+)to\s|to\s(?=\p{Ll}{2})(?!the\b|an?\b))`,
  String.raw`(?<mover>${PERSON})(?:,? (?:and )?seconded by (?<seconder>${PERSON}),?)? ${VERB}${AMENDMENT}(?:,? (?:and )?(?:seconded by (?<second>${PERSON})|(?<third>${PERSON}) seconded),?)?\s+${WORDS}`,
  String.raw`(?:MOTION|[Mm]otion) (?:from|by) (?<mover>${PERSON})(?:,? (?:and )?second(?:ed)? by (?<seconder>${PERSON}),?)?\s+${WORDS}`,
  String.raw`(?:An?|The) (?:motion|(?<amendment>amendment)) (?:was made )?by (?<mover>${PERSON}),? (?:and )?seconded by (?<seconder>${PERSON}),?\s+(?<words>to\s)(?=[^.;]{4,300}?\s(?:failed|died|carried|passed|was (?:lost|defeated|carried))\b)`,
  String.raw`(?:Upon|On) (?:a )?(?:motion|proposal) (?:made )?(?:of|by) (?<mover>${PERSON}),? (?:and )?(?:duly )?seconded by (?<seconder>${PERSON}),?${INNER}\s+(?<words>(?!it was\b)(?:the|The)\s)`,
  // The words are in the next paragraph: "An amendment was proposed by A and seconded by B:".
  String.raw`(?:An?|The following|A further) (?<amendment>amendment) was (?:moved|proposed|put forward|tabled|submitted) by (?<mover>${PERSON}),?(?: and)?(?: (?:was )?seconded by (?<seconder>${PERSON}),?)?\s?(?<words>:)(?=\s*[–—-]*$)`,
].map((form) => new RegExp(LEAD + form, 'du'))
/** What closes "A motion … to uphold the appeal": the fate of it. */
const CLOSED = /\s(?<fell>failed|died|was (?:lost|defeated))\b|\s(?<passed>carried|passed|was carried)\b/u
/** "…, seconded by Councillor Elm", "… and Councillor Elm seconded": none of what was moved. */
const SECONDED_BEHIND = new RegExp(
  String.raw`[,;]?\s(?:and\s)?(?:(?:seconded|second(?:\swas)?)\sby\s(?<by>${PERSON})|(?<active>${PERSON})\sseconded\b)`,
  'du',
)
/** "This was seconded by Councillor Elm.", "Councillor Elm seconded the motion.": the next sentence. */
const NEXT_SECONDED = new RegExp(
  String.raw`^.?\s*(?:(?:[Tt]his|The (?:motion|proposal|amendment)) was (?:duly )?seconded by (?<by>${PERSON})|Second(?:ed)? by (?<below>${WHO})|(?<active>${PERSON}) seconded\b)`,
  'du',
)
/** "…; the vote was unanimous (4-0)": none of what was moved. */
const VOTED_BEHIND = /;\s(?:the\s)?(?:roll-?\s?call\s)?vote\s(?:was|being|:)/iu

/** "…, the minutes were adopted": the clause after a mover decides itself. */
const DECIDED_CLAUSE = /\b(?:was|were)\s(?:then\s)?(?:adopted|approved|confirmed|agreed|accepted|received|noted)\b/u

/** A paragraph without any of these puts no motion: most do. */
const MAY_PUT = /\b(?:moved|proposed|motion|proposal|amendment by)\b/iu

/** The motions that the sentences of a paragraph put, in order. */
export function readProposals(text: string): Proposal[] {
  if (!MAY_PUT.test(text)) return []
  const found: Proposal[] = []
  for (let from = 0; from < text.length; ) {
    const rest = text.slice(from)
    const match = FORMS.map((form) => form.exec(rest))
      .filter((next) => next !== null)
      .sort((a, b) => a.index - b.index)[0]
    if (!match) break
    const span = (name: string): Span | null => spanOf(match, name, from)
    // A motion's words begin with the "that" or "to" that puts it, as a resolution's do.
    const start = span('words')?.start ?? from
    const end = start + sentenceEnd(text.slice(start))
    const sentence = text.slice(start, end)
    const own = span('seconder') ?? span('second') ?? span('third')
    const behind = own ? null : SECONDED_BEHIND.exec(sentence)
    const next = own || behind ? null : NEXT_SECONDED.exec(text.slice(end))
    const seconder =
      own ??
      spanOf(behind, 'by', start) ??
      spanOf(behind, 'active', start) ??
      spanOf(next, 'by', end) ??
      spanOf(next, 'below', end) ??
      spanOf(next, 'active', end)
    const closed = /(?<!Upon )(?<!On )\b(?:motion|amendment) (?:was made )?(?:by|from)\s/iu.test(match[0]) ? CLOSED.exec(sentence) : null
    const voted = VOTED_BEHIND.exec(sentence)
    const clause = /^.{0,3}(?:Upo|O)n\s/u.test(match[0]) ? DECIDED_CLAUSE.exec(sentence) : null
    const inner = span('inner')
    const told = closed ?? clause
    const fate = inner ?? (told && { start: start + told.index + (closed ? 1 : 0), end: start + told.index + told[0].length })
    found.push({
      mover: span('mover'),
      seconder,
      words: { start, end: start + ((behind ?? closed ?? voted)?.index ?? sentence.length) },
      sure: seconder !== null || match.groups?.verb !== 'proposed',
      fate: fate && { ...fate, outcome: closed?.groups?.fell ? 'rejected' : 'agreed' },
      amendment: (match.groups?.lead ?? '') !== '' || (match.groups?.amendment ?? '') !== '',
    })
    from = end
  }
  return found
}

/** Where a named part of a match is, counted from where its text begins. */
function spanOf(match: RegExpExecArray | null, name: string, from: number): Span | null {
  const at = match?.indices?.groups?.[name]
  return at ? { start: from + at[0], end: from + at[1] } : null
}

/** Whose motion is put: "A vote was taken on the proposal of Councillor Ash". */
export function readVoted(text: string): string | null {
  return (
    /\bvote[^.]{0,40}\bon the (?:motion|proposal|amendment) (?:of|by) (?<mover>\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}’'-]*){0,3})/u.exec(text)
      ?.groups?.mover ?? null
  )
}
