import type { ReadAs } from '../roles/choose-kind.ts'
import type { Content } from '../roles/content.ts'
import { itemText } from '../roles/run-features.ts'
import type { ReadRun } from '../roles/select-lists.ts'
import { fieldPassage, type PlanItem } from '../tables/plan-items.ts'

const HALF = 0.5
/** A limb and an item that begin with so many equal letters are one. */
const SAME_START = 30

/** What a run is in a paper that is not a report: what is answered, decided or followed there, or a part of that; null where it is not one of these. */
export function readOtherwise(read: ReadRun, content: Content, readAs: ReadAs | null): 'answered' | 'decided' | 'followed' | 'part' | null {
  if (readAs === 'response' && isAnswered(read, content)) return 'answered'
  if (readAs === 'decision' && isDecided(read, content)) return 'decided'
  if (readAs === 'cards' && isFollowed(read, content.cards.value)) return 'followed'
  if (readAs === 'tables' && isFollowed(read, content.tables.value.items)) return 'followed'
  return readAs === 'response' && isBetweenAnswers(read, content) ? 'part' : null
}

/** The items of a run that are not parts of others. */
export const topItems = ({ run }: ReadRun) => run.items.filter(({ depth }) => depth === 0)

function isAnswered(read: ReadRun, { answers }: Content): boolean {
  const starts = new Set(answers?.answered.map(({ at }) => at))
  const top = topItems(read)
  if (top.length === 0 || read.run.form === 'paragraphs') return false
  if (top.filter(({ at }) => starts.has(at)).length >= HALF * top.length) return true
  // The list below "Recommendations 2 and 3" begins under the heading that the answer counts from.
  const texts = (answers?.answered ?? []).map(({ item }) => item.text).filter(({ text }) => text !== '')
  return beginAlike(read, texts)
}

const isDecided = (read: ReadRun, { decisions }: Content): boolean => beginAlike(read, decisions.resolutions)

const isFollowed = (read: ReadRun, items: readonly PlanItem[]): boolean =>
  beginAlike(
    read,
    items.map((item) => fieldPassage(item, 'recommendation')),
  )

/** Whether half of a run's items begin as the texts that are stored do. */
function beginAlike(read: ReadRun, stored: readonly { text: string }[]): boolean {
  const starts = new Set(stored.map(({ text }) => text.slice(0, SAME_START)))
  const top = topItems(read)
  return top.length > 0 && top.filter((item) => starts.has(itemText(item).slice(0, SAME_START))).length >= HALF * top.length
}

/** Whether a run begins after the first recommendation that is answered, and before the last or within it. */
function isBetweenAnswers({ run }: ReadRun, { answers }: Content): boolean {
  const [first, last] = [answers?.answered[0], answers?.answered.at(-1)]
  return first !== undefined && last !== undefined && run.start >= first.at && (run.start <= last.at || last.entries.includes(run.start))
}
