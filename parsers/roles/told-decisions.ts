import { type Passage, slicePassage } from '../../schema/document.ts'
import type { Item } from '../outline/items.ts'
import { unnumberedItem } from '../outline/limbs.ts'
import { isHeading, type TextEntry } from '../outline/outline.ts'
import { readBackReference } from '../recognise/fates.ts'
import { readFollowing } from '../recognise/motions.ts'
import { isVote } from '../recognise/resolutions.ts'
import { type Decision, isQuoted, type Read } from './decision.ts'

/** Words that a sentence decides which precede or after it: "The Recommendation was agreed.", "…, which was agreed." */
export function toldFrom(entries: readonly TextEntry[], at: number, found: readonly Decision[]): Read | null {
  const entry = entries[at]
  if (!entry || (isHeading(entry) && !/:$/u.test(entry.passage.text))) return null
  const following = readFollowing(entry.passage.text)
  if (following) {
    const stop = entries.findIndex((next, index) => index > at && isHeading(next) && next.label === null && !isQuoted(next))
    const below = entries.slice(at + 1, stop < 0 ? entries.length : stop)
    const items = listedItems(below, following.several)
    if (items.length > 0)
      return {
        decision: {
          at,
          opener: slicePassage(entry.passage, following.start, following.end),
          formal: false,
          narrated: false,
          items: items.map(({ item }) => item),
          outcome: following.outcome,
          number: null,
          details: [],
        },
        end: at + 1 + (items.at(-1)?.end ?? 0),
      }
  }
  const back = readBackReference(entry.passage.text)
  if (!back) return null
  const opener = slicePassage(entry.passage, back.start, back.end)
  const words = wordsBefore(entries, at, found)
  if (!words) return null
  return {
    decision: {
      at,
      opener,
      formal: false,
      narrated: false,
      items: [unnumberedItem(words)],
      outcome: back.outcome,
      number: null,
      details: [],
    },
    end: at + 1,
  }
}

/** The motions listed below a sentence that decides them: labelled ones with their words on the next lines, or one quotation. */
function listedItems(below: readonly TextEntry[], several: boolean): { item: Item; end: number }[] {
  const items: { item: Item; end: number }[] = []
  for (const [index, entry] of below.entries()) {
    if (entry.label?.word === 'recommendation' || (entry.label && several)) {
      const words = entry.body.text === '' ? below[index + 1] : entry
      if (!words) break
      const text = words === entry ? entry.body : words.passage
      items.push({
        item: {
          label: entry.label,
          number: entry.label.number,
          numberPassage: slicePassage(entry.passage, 0, entry.label.text.length),
          parent: null,
          text,
          heading: null,
        },
        end: index + (words === entry ? 1 : 2),
      })
    } else if (items.length === 0 && (isQuoted(entry) || /^that\b/iu.test(entry.passage.text) || entry.bullet)) {
      items.push({ item: unnumberedItem(entry.passage), end: index + 1 })
      if (!several) break
    } else if (several && entry.bullet) items.push({ item: unnumberedItem(entry.passage), end: index + 1 })
    else if (items.length === 0 || !isContinued(items, index)) break
  }
  return items
}

const isContinued = (items: readonly { end: number }[], index: number) => (items.at(-1)?.end ?? 0) > index

/** The words of the motion or recommendation that is nearest before a sentence that decides it, and is not decided yet. */
function wordsBefore(entries: readonly TextEntry[], at: number, found: readonly Decision[]): Passage | null {
  const last = found.at(-1)?.at ?? -1
  for (let index = at - 1; index > last && index >= at - FARTHEST_WORDS; index--) {
    const entry = entries[index]
    if (!entry || isVote(entry.passage.text)) continue
    const labelled = entry.label?.word === 'recommendation' && entry.body.text !== ''
    if (labelled) return entry.body
    const set = entry.type === 'paragraph' && (entry.bold || entry.look.italic || entry.look.box !== null)
    if (
      (set && entry.passage.text.length > SHORTEST_WORDS) ||
      (isQuoted(entry) && entry.passage.text.length > SHORTEST_WORDS) ||
      /^that\b/iu.test(entry.passage.text)
    )
      return entry.passage
  }
  return null
}

const FARTHEST_WORDS = 8
const SHORTEST_WORDS = 30
