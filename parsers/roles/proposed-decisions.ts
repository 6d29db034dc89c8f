import { type Passage, slicePassage } from '../../schema/document.ts'
import { unnumberedItem } from '../outline/limbs.ts'
import { isHeading, type TextEntry } from '../outline/outline.ts'
import { type Fate, readFates } from '../recognise/fates.ts'
import { readProposals, readVoted } from '../recognise/proposals.ts'
import { type Decision, isFormal, type Openers } from './decision.ts'

/** A motion of running text, and what became of it. */
interface Put {
  at: number
  amendment: boolean
  mover: string
  words: Passage
  details: Decision['details']
  fate: { outcome: Fate['outcome']; passage: Passage } | null
}

const AMENDMENT_HEAD = /^(?:\p{L}+\s)?amendment(?:\s(?:no\.?\s?)?\d+)?\s?[:.]?$/iu
/** How far below a motion of running text its fate may be told. */
const FARTHEST_FATE = 10

/**
 * What became of the motions that running text puts from an entry on, as minutes in prose tell of them: "Councillor Ash,
 * seconded by Councillor Elm, moved that …. On a vote the motion was carried." Null where the entry puts none, or nothing says
 * what became of any of them.
 */
export function proposedAt(entries: readonly TextEntry[], at: number, openers: Openers): { decisions: Decision[]; end: number } | null {
  const puts: Put[] = []
  let end = at
  let reopened = false
  let voted: string | null = null
  for (let index = at; index < Math.min(entries.length, at + FARTHEST_FATE); index++) {
    const entry = entries[index]
    if (!entry || (index > at && (endsItem(entry) || (decidesBelow(openers[index]) && openers[index]?.start === 0)))) break
    const text = entry.passage.text
    const put = readProposals(text)
    if (index === at && put.length === 0) return null
    for (const { mover, seconder, words, amendment, fate } of put) {
      if (fate) end = index + 1
      puts.push({
        at: index,
        // "Amendment" may be the heading over what is moved.
        amendment: amendment || AMENDMENT_HEAD.test(entries[index - 1]?.passage.text ?? ''),
        mover: mover ? text.slice(mover.start, mover.end) : '',
        words: slicePassage(entry.passage, words.start, words.end),
        details: [
          ...(mover ? [{ label: 'moved by', passage: slicePassage(entry.passage, mover.start, mover.end) }] : []),
          ...(seconder ? [{ label: 'seconded by', passage: slicePassage(entry.passage, seconder.start, seconder.end) }] : []),
        ],
        fate: fate && { outcome: fate.outcome, passage: slicePassage(entry.passage, fate.start, fate.end) },
      })
    }
    const from = put.at(-1)?.words.end ?? 0
    voted = readVoted(text.slice(from)) ?? voted
    for (const fate of readFates(text.slice(from))) {
      const passage = slicePassage(entry.passage, from + fate.start, from + fate.end)
      const decided = putOf(puts, fate.mover === null ? { ...fate, mover: voted } : fate)
      if (!decided) continue
      decided.fate = { outcome: fate.outcome, passage }
      end = index + 1
      // Of a motion and its amendment that are voted on against each other, what one wins the other loses.
      const rival = puts.find((other) => other.fate === null && other.amendment !== decided.amendment)
      if (rival && fate.outcome === 'agreed' && (fate.final || /\bfor the (?:motion|amendment)\b/iu.test(entriesText(entries, at, index))))
        rival.fate = { outcome: 'rejected', passage }
      reopened = (openers[index]?.start ?? 0) >= from + fate.end
    }
  }
  const known = puts.filter(({ fate }) => fate !== null)
  if (known.length === 0) return null
  // "The motion was carried and the Committee resolved:": the list below says what the motion was.
  const restated = reopened || decidesBelow(openers[end])
  const decisions = known.flatMap((put) => (restated && put.fate?.outcome === 'agreed' ? [] : [decisionOf(put)]))
  return { decisions, end: reopened ? end - 1 : end }
}

const entriesText = (entries: readonly TextEntry[], from: number, to: number) =>
  entries
    .slice(from, to + 1)
    .map(({ passage }) => passage.text)
    .join(' ')

/** An opener under which a decision is set out; one that only says who moved decides nothing. */
const decidesBelow = (opener: Openers[number] | undefined) => isFormal(opener) && opener?.verb !== 'moved'

/** The next item of business begins. */
const endsItem = (entry: TextEntry) => isHeading(entry) || (entry.label !== null && /^\d/u.test(entry.label.number))

/** The motion that a fate is about: by its mover, else by what it is called, else the last one. */
function putOf(puts: readonly Put[], { noun, mover }: Fate): Put | undefined {
  const open = puts.filter(({ fate }) => fate === null)
  const surname = mover?.split(/\s+/u).at(-1)
  const owned = surname ? open.filter((put) => put.mover.endsWith(surname)) : []
  if (owned.length === 1) return owned[0]
  if (noun === 'last') return open.at(-1)
  const named = open.filter(({ amendment }) => amendment === (noun === 'amendment'))
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
    outcome: outcome === 'agreed' ? undefined : outcome,
    number: null,
    details,
  }
}
