import { slicePassage } from '../../schema/document.ts'
import type { Outcome } from '../../schema/records.ts'
import { CLOSING_THINGS, CLOSING_VERBS } from '../../schema/vocabulary/closing.ts'
import { MEETING_BODIES } from '../../schema/vocabulary/openers.ts'
import { unnumberedItem } from '../outline/limbs.ts'
import { isHeading, type TextEntry } from '../outline/outline.ts'
import { inCapitals } from '../recognise/any-case.ts'
import { readDecision } from '../recognise/deciding.ts'
import { ofAnotherTime } from '../recognise/deciding-subject.ts'
import { readOpener, SURE_OPENER } from '../recognise/openers.ts'
import { sentenceEnd } from '../recognise/sentences.ts'
import type { Decision } from './decision.ts'

/** "By consensus, the Board …", "Following a long discussion this item …": what comes before who or what is reported on. */
const LEAD = String.raw`^(?:By (?:general )?consensus,?\s|(?:Following|After)\s[^.;]{3,80}?,?\s)?`
/** The bodies as minutes name them, in capitals. */
const NAMED = inCapitals(MEETING_BODIES)
/** "The Board referred the request to …", "The Council voted 4-0 to …": a body deals with something. */
const BODY = new RegExp(
  String.raw`${LEAD}(?<said>(?:[Tt]he\s)?(?:${NAMED.join('|')}|meeting)\s(?:then\s|also\s|unanimously\s|therefore\s)?(?:(?<voted>voted(?:\s(?:\d+\s?[-–]\s?\d+|unanimously))?)\s(?=to\s\p{Ll})|(?:${CLOSING_VERBS.join('|')})\s(?!the minutes\b|to\b|that\b|by\b|in\b|on\b|for\b|with\b|from\b|as\b)))`,
  'u',
)
/** "The request was referred to the Parks Section.": what became of the matter. */
const THING = new RegExp(
  String.raw`${LEAD}(?<said>(?:[Tt]he|[Tt]his)\s(?:${CLOSING_THINGS.join('|')})\s(?:was|were)\s(?:then\s|therefore\s|also\s)?(?:referred\s(?:back\s)?to|remitted\s(?:back\s)?to|deferred|tabled|held over|left over)\b)`,
  'u',
)
const LONGEST_SENTENCE = 400

/** What a sentence that ends the account of an item says was decided. */
function readClosing(sentence: string): { outcome: Outcome } | null {
  if (sentence.length > LONGEST_SENTENCE || ofAnotherTime(sentence)) return null
  const body = BODY.exec(sentence)
  const match = body ?? THING.exec(sentence)
  const said = match?.groups?.said
  if (!match || said === undefined) return null
  const from = match[0].length - said.length
  const { outcome } = readDecision(sentence.slice(body?.groups?.voted ? match[0].length : from), 'agreed')
  // To whom a thing was referred may be anybody: "back to the Harbour Master".
  if (/\b(?:referred|remitted)$/u.test(said.trim())) return /\sto\s/u.test(sentence) ? { outcome: 'referred' } : null
  return outcome === null || outcome === 'noted' ? null : { outcome }
}

/** Whether the account of an item ends with an entry: nothing follows it, or the next item does. */
function endsAccount(next: TextEntry | undefined): boolean {
  return next === undefined || isHeading(next) || (next.label !== null && /^\d/u.test(next.label.number))
}

/**
 * The entries of a stretch, where the sentences that end the account of an item with what its body did stand by themselves, and
 * those sentences. In the middle of an account such a sentence is about what was done before; at its end it is what came of it.
 */
export function closingSentences(entries: readonly TextEntry[]): { entries: TextEntry[]; closing: Map<TextEntry, Decision> } {
  const closing = new Map<TextEntry, Decision>()
  const parted = entries.flatMap(openingApart).flatMap((entry, at, all) => {
    if (isHeading(entry) || !endsAccount(all[at + 1])) return [entry]
    const { text } = entry.body
    const offset = entry.passage.text.length - text.length
    const starts: number[] = []
    for (let from = 0; from < text.length; ) {
      starts.push(from)
      const end = from + sentenceEnd(text.slice(from))
      from = end + (/^["”’)]*\s*/u.exec(text.slice(end))?.[0].length ?? 0)
    }
    const told: TextEntry[] = []
    let cut = text.length
    for (const start of starts.reverse()) {
      const passage = slicePassage(entry.passage, offset + start, offset + cut)
      const read = readClosing(passage.text.trimEnd())
      if (!read) break
      const part: TextEntry = { ...entry, type: 'paragraph', bullet: false, label: null, passage, body: passage }
      closing.set(part, {
        ...{ at, opener: slicePassage(passage, 0, 0), formal: false, narrated: false, closing: true, number: null, details: [] },
        items: [unnumberedItem(passage)],
        outcome: read.outcome,
      })
      told.unshift(part)
      cut = start
    }
    if (told.length === 0) return [entry]
    const passage = slicePassage(entry.passage, 0, offset + cut)
    const before = text.slice(0, cut).trim() === '' ? [] : [{ ...entry, passage, body: slicePassage(entry.body, 0, cut) }]
    return [...before, ...told]
  })
  return { entries: parted, closing }
}

/** "… It was also agreed that the plan be supported.": a sentence that opens what was decided besides. */
const BESIDES = /[.]\s+(?=It was (?:also|further|then)\s(?:agreed|resolved|decided)\s(?:that|to)\b)/u

/** A paragraph that opens two decisions, a sentence each, in two. */
function openingApart(entry: TextEntry): TextEntry[] {
  const { passage } = entry
  const stop = BESIDES.exec(passage.text)
  if (!stop) return [entry]
  const opener = readOpener(passage.text.slice(0, stop.index + 1))
  if (!opener || opener.strength < SURE_OPENER) return [entry]
  const first = slicePassage(passage, 0, stop.index + 1)
  const more = slicePassage(passage, stop.index + stop[0].length)
  return [
    { ...entry, passage: first, body: entry.label ? slicePassage(first, entry.label.end) : first },
    ...openingApart({ ...entry, type: 'paragraph', bullet: false, label: null, passage: more, body: more }),
  ]
}
