import type { ReadAs } from '../roles/choose-kind.ts'
import type { Content } from '../roles/content.ts'
import { itemText } from '../roles/run-features.ts'
import type { ReadRun } from '../roles/select-lists.ts'

const HALF = 0.5
/** A limb and an item that begin with so many equal letters are one. */
const SAME_START = 30

/** What a run is in a response or a record of decisions: what is answered or decided, or a part of that; null where it is neither. */
export function readOtherwise(read: ReadRun, content: Content, readAs: ReadAs | null): 'answered' | 'decided' | 'part' | null {
  if (readAs === 'response' && isAnswered(read, content)) return 'answered'
  if (readAs === 'decision' && isDecided(read, content)) return 'decided'
  return readAs === 'response' && isBetweenAnswers(read, content) ? 'part' : null
}

/** The items of a run that are no parts of others. */
export const topItems = ({ run }: ReadRun) => run.items.filter(({ depth }) => depth === 0)

function isAnswered(read: ReadRun, { answers }: Content): boolean {
  const starts = new Set(answers?.answered.map(({ at }) => at))
  const top = topItems(read)
  return top.length > 0 && read.run.form !== 'paragraphs' && top.filter(({ at }) => starts.has(at)).length >= HALF * top.length
}

function isDecided(read: ReadRun, { decisions }: Content): boolean {
  const starts = new Set(decisions.resolutions.map(({ text }) => text.slice(0, SAME_START)))
  const top = topItems(read)
  return top.length > 0 && top.filter((item) => starts.has(itemText(item).slice(0, SAME_START))).length >= HALF * top.length
}

/** Whether a run begins after the first recommendation that is answered, and before the last or within it. */
function isBetweenAnswers({ run }: ReadRun, { answers }: Content): boolean {
  const [first, last] = [answers?.answered[0], answers?.answered.at(-1)]
  return first !== undefined && last !== undefined && run.start >= first.at && (run.start <= last.at || last.entries.includes(run.start))
}
