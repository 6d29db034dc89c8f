import { NAME } from './deciding-motions.ts'
import type { Span } from './deciding-subject.ts'

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

/** What a sentence says became of a motion. */
export interface ProposalFate extends Span {
  /** Of which one: by what it is called, and whose it is where that is said. */
  noun: 'motion' | 'amendment' | 'last'
  mover: string | null
  outcome: 'agreed' | 'rejected' | null
  /** "… and became the decision of the Committee": nothing else is left to decide. */
  final: boolean
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

/** Where the first sentence ends; an initial's or a title's stop ends none. */
function sentenceEnd(text: string): number {
  const end = /(?<!\b(?:Cllrs?|Crs?|Mrs?|Ms|Dr|St|No|\p{Lu}))\.(?=["”]?(?:\s+\p{Lu}|\s*$))|;(?=\sthis was seconded by)/u.exec(text)
  return end ? end.index + 1 : text.length
}

const FELL = 'not (?:carried|agreed|passed)|lost|defeated|negatived|rejected|fell|fails?|failed|lapsed|died|fallen'
const IS_FALL = new RegExp(`^(?:${FELL})$`, 'u')
const PASSED = 'carried|agreed|adopted|approved|passed|accepted'
/** A fate behind the verb that says so: "was accordingly declared carried", "therefore fell". */
const TOLD = new RegExp(
  String.raw`\b(?:(?:was|were|being|is|had|declared)\s+(?:the\s+(?:motion|proposal|amendment)\s+)?(?:\p{L}+ly\s+|then\s+|therefore\s+|duly\s+|put(?:\s+to\s+the\s+vote)?\s+and\s+|declared\s+|put\s+and\s+)*(?<told>${FELL}|${PASSED}|withdrawn)|(?:\p{L}+ly\s+|then\s+|therefore\s+)*(?<alone>fell|lapsed|failed|died))\b`,
  'iu',
)
const NOUN = /\b(?<noun>motion|proposal|amendment|resolution)\b(?:\s(?:of|by)\s(?<mover>(?:\p{Lu}[\p{L}.’'-]*\s?){1,4}))?/giu
/** "This was seconded by Councillor Ash and agreed." */
const SECONDED = new RegExp(String.raw`\bseconded by ${PERSON},? and (?:it was |was )?(?:unanimously )?(?:${PASSED})\b`, 'u')

/** "It became the substantive motion." may be the next sentence. */
const LONGEST_BEHIND = 60

/** What the sentences of a text say became of motions, in order. */
export function readFates(text: string): ProposalFate[] {
  const fates: ProposalFate[] = []
  for (let from = 0; from < text.length; ) {
    const length = sentenceEnd(text.slice(from))
    const sentence = text.slice(from, from + length)
    const told = TOLD.exec(sentence)
    const seconded = SECONDED.exec(sentence)
    if (seconded)
      fates.push({ noun: 'last', mover: null, outcome: 'agreed', final: true, start: from + seconded.index, end: from + length })
    else if (told) {
      const before = sentence.slice(0, told.index + told[0].length)
      const noun = [...before.matchAll(NOUN)].at(-1)
      const word = (told.groups?.told ?? told.groups?.alone ?? '').toLowerCase()
      const outcome = word === 'withdrawn' ? null : IS_FALL.test(word) ? 'rejected' : 'agreed'
      const end = from + told.index + told[0].length
      // "This was seconded by Councillor Elm and, on being put to the vote, was lost."
      if (!noun && /^\s*this was seconded by\b/iu.test(sentence))
        fates.push({ noun: 'last', mover: null, outcome, final: true, start: from + told.index, end })
      const owner = /\b(?<mover>\p{Lu}[\p{L}-]+)[’']s?\s+(?:motion|proposal|amendment)/u.exec(before)?.groups?.mover
      if (noun)
        fates.push({
          noun: noun.groups?.noun?.toLowerCase() === 'amendment' ? 'amendment' : 'motion',
          mover: owner ?? noun.groups?.mover?.trim() ?? null,
          outcome,
          final: /\bbecame the (?:decision|resolution|finding|substantive motion)\b/iu.test(
            text.slice(from, from + length + LONGEST_BEHIND),
          ),
          start: from + noun.index,
          end,
        })
    }
    from += Math.max(1, length)
    while (/\s/u.test(text[from] ?? '')) from++
  }
  return fates
}

/** Whose motion is put: "A vote was taken on the proposal of Councillor Ash". */
export function readVoted(text: string): string | null {
  return (
    /\bvote[^.]{0,40}\bon the (?:motion|proposal|amendment) (?:of|by) (?<mover>\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}’'-]*){0,3})/u.exec(text)
      ?.groups?.mover ?? null
  )
}
