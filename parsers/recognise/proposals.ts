import { NAME } from './deciding-motions.ts'
import type { Span } from './deciding-subject.ts'
import { sentenceEnd } from './sentences.ts'

/** A motion that a sentence tells of: who moved it and in which words. */
export interface Proposal {
  mover: Span | null
  seconder: Span | null
  /** "That …" or "to …", to the end of the sentence. */
  words: Span
  amendment: boolean
  /** Where the same sentence says what became of it: "A motion by A, seconded by B, to uphold the appeal failed." */
  fate: (Span & { outcome: 'agreed' | 'rejected' }) | null
}

const PERSON = `(?:the )?(?:${NAME})`
const LEAD = String.raw`(?:^|[.;:”"]\s+)(?<lead>(?:As an amendment,?\s)?)`
const AMENDMENT = String.raw`(?<amendment>\s(?:(?:as|the following|an)\s){0,2}(?:an\s)?amendment,?)?`
const MOVED = '(?:moved|proposed)'
/** The forms in which a sentence says who moved, who seconded and what. */
const FORMS = [
  String.raw`(?:[Ii]t was )?(?:Moved|moved|proposed|Proposed)(?: as an amendment)? by (?<mover>${PERSON}),?(?: and)? seconded by (?<seconder>${PERSON}),?${AMENDMENT}\s+that\s`,
  String.raw`(?<mover>${PERSON}),? (?:and )?seconded by (?<seconder>${PERSON}),? ${MOVED}${AMENDMENT}\s+that\s`,
  String.raw`(?<mover>${PERSON}) ${MOVED}${AMENDMENT},? (?:and )?seconded by (?<seconder>${PERSON}),?\s+that\s`,
  String.raw`(?<mover>${PERSON}) ${MOVED},? and (?<seconder>${PERSON}) seconded,\s+that\s`,
  String.raw`(?<mover>${PERSON}) ${MOVED}${AMENDMENT}\s+that\s(?=.{10,600}?[.;]\s(?:[Tt]his|The (?:motion|proposal|amendment)) was seconded by)`,
  String.raw`(?:A|The) motion (?:was made )?by (?<mover>${PERSON}),? (?:and )?seconded by (?<seconder>${PERSON}),?\s+to\s(?=[^.;]{4,300}?\s(?:failed|died|carried|passed|was (?:lost|defeated|carried))\b)`,
].map((form) => new RegExp(LEAD + form, 'du'))
/** What closes "A motion … to uphold the appeal": the fate of it. */
const CLOSED = /\s(?<fell>failed|died|was (?:lost|defeated))\b|\s(?<passed>carried|passed|was carried)\b/u

/** A paragraph without any of these puts no motion: most do. */
const MAY_PUT = /\b(?:moved|proposed|motion)\b/iu

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
    // A motion's words begin with the "that" or "to" that puts it, as a resolution's do.
    const start = from + match.index + match[0].length - (/(?:that|to)\s$/u.exec(match[0])?.[0].length ?? 0)
    const end = start + sentenceEnd(text.slice(start))
    const span = (name: string): Span | null => {
      const at = match.indices?.groups?.[name]
      return at ? { start: from + at[0], end: from + at[1] } : null
    }
    const closed = /\smotion (?:was made )?by\s/u.test(match[0]) ? CLOSED.exec(text.slice(start, end)) : null
    found.push({
      mover: span('mover'),
      seconder: span('seconder'),
      words: { start, end: closed ? start + closed.index : end },
      fate: closed && {
        outcome: closed.groups?.fell ? 'rejected' : 'agreed',
        start: start + closed.index + 1,
        end: start + closed.index + closed[0].length,
      },
      amendment: (match.groups?.lead ?? '') !== '' || (match.groups?.amendment ?? '') !== '',
    })
    from = end
  }
  return found
}

/** Whose motion is put: "A vote was taken on the proposal of Councillor Ash". */
export function readVoted(text: string): string | null {
  return (
    /\bvote[^.]{0,40}\bon the (?:motion|proposal|amendment) (?:of|by) (?<mover>\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}’'-]*){0,3})/u.exec(text)
      ?.groups?.mover ?? null
  )
}
