import { joinPassages, type Passage, slicePassage } from '../../schema/document.ts'
import { unnumberedItem } from '../outline/limbs.ts'
import { isHeading, type TextEntry } from '../outline/outline.ts'
import { NAME } from '../recognise/deciding-motions.ts'
import type { Span } from '../recognise/deciding-subject.ts'
import { type Fate, readFates } from '../recognise/fates.ts'
import { readItemNumber } from '../recognise/headings.ts'
import { headsMotion, readMotionLine } from '../recognise/motions.ts'
import { type Proposal, readProposals, readVoted } from '../recognise/proposals.ts'
import { limbOutcome } from '../recognise/resolutions.ts'
import { addVotes, isVoteSide, NO_VOTES, outcomeOfVotes } from '../recognise/vote-counts.ts'
import { type Decision, isFormal, isQuoted, type Openers } from './decision.ts'

/** A motion of running text, and what became of it. */
interface Put {
  at: number
  amendment: boolean
  mover: string
  words: Passage
  details: Decision['details']
  fate: { outcome: Fate['outcome']; passage: Passage; counted: boolean } | null
  /** It was put, and not only said. */
  sure: boolean
}

/** How far below a motion of running text its fate may be told. */
const FARTHEST_FATE = 10

/**
 * What became of the motions that running text puts from an entry on, as minutes in prose are about them: "Councillor Ash,
 * seconded by Councillor Elm, moved that …. On a vote the motion was carried." Null where the entry puts none, or nothing says
 * what became of any of them. `over` is the heading above the entries.
 */
export function proposedAt(
  entries: readonly TextEntry[],
  at: number,
  openers: Openers,
  over: Passage,
): { decisions: Decision[]; end: number } | null {
  const puts: Put[] = []
  let end = at
  let reopened = false
  let voted: string | null = null
  let count = NO_VOTES
  for (let index = at; index < Math.min(entries.length, at + FARTHEST_FATE); index++) {
    const entry = entries[index]
    if (!entry || (index > at && (endsItem(entry) || (decidesBelow(openers[index]) && openers[index]?.start === 0)))) break
    const { passage } = entry
    const { text } = passage
    const told = readProposals(text)
    const found = told.length === 0 && isHeaded(entries, index, over) ? [headedProposal(text)] : told
    if (index === at && found.length === 0) return null
    // "MOTION to adjourn." begins another, whoever moved it.
    if (index > at && found.length === 0 && /^motion\s(?:to|that|by|from)\b/iu.test(text)) break
    // What was only counted may be told; what was reported is reported.
    if (
      puts.length > 0 &&
      puts.every(({ fate }) => fate) &&
      (found.length > 0 || !puts.at(-1)?.fate?.counted || readFates(text).length === 0)
    )
      break
    // Another motion before anything became of the last one has its own votes.
    if (found.length > 0) count = NO_VOTES
    // What precedes the first motion of a paragraph is about those above it.
    for (const [place, proposal] of [null, ...found].entries()) {
      if (proposal) puts.push(toPut(proposal, passage, index, entries))
      if (proposal?.fate) end = index + 1
      const from = proposal?.words.end ?? 0
      const between = text.slice(from, found[place]?.words.start)
      voted = readVoted(between) ?? voted
      for (const fate of readFates(between)) {
        if (!close(puts, fate, voted, slicePassage(passage, from + fate.start, from + fate.end), entriesText(entries, at, index))) continue
        end = index + 1
        reopened = (openers[index]?.start ?? 0) >= from + fate.end
      }
    }
    count = addVotes(count, text)
    const open = puts.findLast(({ fate, sure }) => fate === null && sure)
    const outcome = outcomeOfVotes(count)
    if (open && outcome) {
      open.fate = { outcome, passage, counted: true }
      end = index + 1
    }
  }
  const known = puts.filter(({ fate }) => fate !== null)
  if (known.length === 0) return null
  // "The motion was carried and the Committee resolved:": the list below says what the motion was.
  const restated = reopened || decidesBelow(openers[end])
  const decisions = known.flatMap((put) => (restated && put.fate?.outcome === 'agreed' ? [] : [decisionOf(put)]))
  return { decisions, end: reopened ? end - 1 : end }
}

/** Whether an entry is under "Motion" alone on a line, or is quoted under "Notice of Motion", and who moved it below: the words that are put. */
function isHeaded(entries: readonly TextEntry[], at: number, over: Passage): boolean {
  const [head, next] = [at === 0 ? over.text : (entries[at - 1]?.passage.text ?? ''), entries[at + 1]]
  const quoted = entries[at] !== undefined && isQuoted(entries[at])
  const heads = headsMotion(head) || (quoted && (NOTICE.test(head) || NAME_ALONE.test(head)))
  return heads && moversBelow(next) !== null
}

/** "Cllr. A. Ash" alone on the line above a quotation: whose motion it is. */
const NAME_ALONE = new RegExp(String.raw`^(?=\p{L}+\.?\s)${NAME}:?$`, 'u')

/** "5. Notice of Motion – Councillor Ash" heads the words that are given notice of. */
const NOTICE = /^(?:\(?\d[\d.)]*\s)?[^.;]{0,40}?\bnotices? of motion\b/iu

/** Who moved, or "Councillor Elm seconded the motion.", as the entry below a motion's words says; null where it does not. */
function moversBelow(entry: TextEntry | undefined): Decision['details'] | null {
  if (!entry) return null
  const line = readMotionLine(entry.passage)
  if (line) return line.details
  const seconder = SECONDS.exec(entry.passage.text)?.indices?.groups?.seconder
  return seconder ? [{ label: 'seconded by', passage: slicePassage(entry.passage, ...seconder) }] : null
}

const SECONDS = new RegExp(String.raw`^(?<seconder>${NAME}) (?:formally |duly )?seconded\b`, 'du')

const headsAmendment = (text: string) => headsMotion(text) && /amendment/iu.test(text)

const headedProposal = (text: string): Proposal => ({
  ...{ mover: null, seconder: null, words: { start: 0, end: text.length }, sure: true, fate: null },
  amendment: false,
})

function toPut(
  { mover, seconder, words, amendment, sure, fate }: Proposal,
  passage: Passage,
  at: number,
  entries: readonly TextEntry[],
): Put {
  const spanned = (span: Span) => slicePassage(passage, span.start, span.end)
  const above = mover || seconder ? undefined : entries[at - 1]?.passage
  return {
    at,
    sure,
    // "Amendment" may be the heading over what is moved.
    amendment: amendment || headsAmendment(entries[at - 1]?.passage.text ?? ''),
    mover: mover ? spanned(mover).text : '',
    words: withQuoted(spanned(words), entries[at + 1]),
    details: [
      ...(above && NAME_ALONE.test(above.text) ? [{ label: 'moved by', passage: above }] : []),
      ...(mover || seconder ? [] : (moversBelow(entries[at + 1]) ?? [])),
      ...(mover ? [{ label: 'moved by', passage: spanned(mover) }] : []),
      ...(seconder ? [{ label: 'seconded by', passage: spanned(seconder) }] : []),
    ],
    fate: fate && { outcome: fate.outcome, passage: spanned(fate), counted: false },
  }
}

/** "… that the following words be added:" with the words below it. */
const withQuoted = (words: Passage, next: TextEntry | undefined) =>
  next && words.text === ':'
    ? next.passage
    : next && /:\s?[–—-]*$/u.test(words.text) && isQuoted(next)
      ? joinPassages([words, next.passage])
      : words

/** Puts down what became of the motion that a fate is about; false where there is none. `said` is all that was said about them so far. */
function close(puts: readonly Put[], fate: Fate, voted: string | null, passage: Passage, said: string): boolean {
  const decided = putOf(puts, fate.mover === null ? { ...fate, mover: voted } : fate)
  if (!decided) return false
  decided.fate = { outcome: fate.outcome, passage, counted: false }
  if (fate.outcome === 'agreed' && !decided.amendment && puts.some((put) => put.amendment && put.fate?.outcome === 'agreed')) {
    // What is carried after an amendment is not the words that were first moved: those that the sentence puts, or none.
    const put = SUBSTANTIVE_WORDS.exec(passage.text)
    if (put?.[1]) decided.words = slicePassage(passage, put.index + put[0].length - put[1].length, put.index + put[0].length)
    else decided.fate.outcome = 'amended'
  }
  // Of a motion and its amendment that are voted on against each other, what one wins the other loses.
  const rival = puts.find((other) => other.fate === null && other.amendment !== decided.amendment)
  if (rival && fate.outcome === 'agreed' && (fate.final || AGAINST_EACH_OTHER.test(said)))
    rival.fate = { outcome: 'rejected', passage, counted: false }
  return true
}

/** "The substantive motion, that the shelter be moved, was then put and carried." */
const SUBSTANTIVE_WORDS =
  /^(?:the\s)?(?:\p{L}+\s){0,2}(?:motion|proposal|resolution)(?:,?\sas amended)?,\s((?:that|to)\s[^;]{8,600}?)(?=,?\s(?:was|were|being|having been)\s(?:then\s|now\s|again\s)?(?:put|voted|carried|agreed|approved|passed|declared)\b)/iu

const AGAINST_EACH_OTHER = /\bfor the (?:motion|amendment)\b|\b(?:motion|amendment) received \d+ votes\b/iu

const entriesText = (entries: readonly TextEntry[], from: number, to: number) =>
  entries
    .slice(from, to + 1)
    .map(({ passage }) => passage.text)
    .join(' ')

/** An opener under which a decision is set out; one that only says who moved decides nothing. */
const decidesBelow = (opener: Openers[number] | undefined) => isFormal(opener) && opener?.verb !== 'moved'

/** The next item of business begins. */
const endsItem = (entry: TextEntry) =>
  (isHeading(entry) && !isVoteSide(entry.passage.text)) ||
  (entry.label !== null && /^\d/u.test(entry.label.number)) ||
  isItemLine(entry.passage.text)

/** "22/23 Playground" on a line of its own, where nothing sets it off as a heading. */
const isItemLine = (text: string) => text.length <= LONGEST_ITEM_LINE && !/[.;:,]$/u.test(text) && readItemNumber(text) !== null
const LONGEST_ITEM_LINE = 90

/** The motion that a fate is about: by its mover, else by what it is called, else the last one. */
function putOf(puts: readonly Put[], { noun, mover }: Fate): Put | undefined {
  const open = puts.filter(({ fate }) => fate === null || fate.counted)
  const surname = mover?.split(/\s+/u).at(-1)
  const owned = surname ? open.filter((put) => put.mover.endsWith(surname)) : []
  if (owned.length === 1) return owned[0]
  if (noun === 'recommendation' || noun === 'question') return undefined
  const sure = open.filter((put) => put.sure)
  if (noun === 'last') return sure.at(-1)
  const named = sure.filter(({ amendment }) => amendment === (noun === 'amendment'))
  return noun === 'amendment' ? named.at(-1) : named.length === 1 ? named[0] : undefined
}

function decisionOf({ at, words, details, fate }: Put): Decision {
  const outcome = fate?.outcome ?? null
  return {
    at,
    opener: fate?.passage ?? words,
    formal: true,
    narrated: false,
    items: [unnumberedItem(words)],
    // A motion that was carried did what its words say.
    outcome: outcome === 'agreed' ? limbOutcome('carried', words.text) : outcome,
    number: null,
    details,
  }
}
