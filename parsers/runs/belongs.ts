import { RATIONALE_LABELS } from '../../schema/vocabulary/papers.ts'
import { isOpen } from '../outline/items.ts'
import { isHeading, type TextEntry } from '../outline/outline.ts'
import { bareLabel, foldWords } from '../recognise/fold.ts'
import { moodOf, RECOMMENDING_MOODS } from '../recognise/speech.ts'

const RATIONALE = new Set(RATIONALE_LABELS.map(foldWords))

/** What an item holds so far, as far as it decides whether the next entry is of it. */
export interface OpenItem {
  first: TextEntry
  /** What is in it after its label and title. */
  last: TextEntry | null
  text: string
  /** Its title is a heading of its own. */
  headed: boolean
  /** A label or bullet distinguishes it from the next: what is in one box with it is its own. */
  marked: boolean
}

/** "Rationale", "Why we say this:": what follows is not part of the item. */
function isRationale(entry: TextEntry): boolean {
  const [label = ''] = entry.passage.text.split(/:(?=\s|$)/u, 1)
  return label.length <= 60 && RATIONALE.has(foldWords(bareLabel(label)))
}

/** A note at the foot of a page: small, and counted. */
export function isNote(entry: TextEntry): boolean {
  return entry.look.small && /^(?:\d{1,3}|[*†‡])\s?\S/u.test(entry.passage.text)
}

/** How an entry begins that says more of what was just wished. */
const MORE = /^(?:this|these|it|they|such|in (?:doing so|particular|addition)|within|subsequently|the (?:review|report|plan|group|aim))\b/iu

/**
 * Whether an entry without a label goes on with the item above it, by weights: a sentence left open, bullets, small letters, the
 * same look or box speak for it; reasons, another look and what only tells speak against it.
 */
export function belongs(entry: TextEntry, item: OpenItem): boolean {
  if (isRationale(entry)) return false
  const { first, last } = item
  // "Recommendation 1." after "Conclusion 1." is an item of another list.
  if (entry.label?.word && entry.label.word !== first.label?.word) return false
  if (item.text === '') return true
  if (first.look.box !== entry.look.box) return false
  if (first.look.box !== null && item.marked) return true
  const open = isOpen(item.text)
  let score = 0
  if (entry.bullet) score += 2
  if (open) score += /[:,;–—-]$|\b(?:and|or|that|to|the|of|in|for|with|by)$/iu.test(item.text) ? 2 : 1
  if (/^[\p{Ll}(,;&]/u.test(entry.passage.text)) score += 1.2
  if (isHeading(entry) && !first.bold) score -= 3
  else if (!last && entry.bold && !first.bold) score -= 1.5
  if (last && entry.bold === last.bold && entry.look.italic === last.look.italic && (last.bold || last.look.italic)) score += 1.5
  if (last && (entry.bold !== last.bold || entry.look.italic !== last.look.italic)) score -= 1.5
  if (!entry.bullet && !open) {
    const wishes = RECOMMENDING_MOODS.has(moodOf(entry.passage.text))
    if (last?.bullet && (wishes || MORE.test(entry.passage.text))) score += 1
    else if (item.headed && wishes) score += 1
    else if (wishes && MORE.test(entry.passage.text)) score += 1
    else score -= 1
  }
  return score >= 1
}
