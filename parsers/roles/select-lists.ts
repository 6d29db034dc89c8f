import { contentWords } from '../recognise/fold.ts'
import { isBareThat } from '../recognise/resolutions.ts'
import { isBriefPart } from '../recognise/run-headings.ts'
import { RECOMMENDING_MOODS } from '../recognise/speech.ts'
import type { Run, RunItem } from '../runs/run.ts'
import { ANNOUNCES, COUNTS, OWN_PART } from './not-items.ts'
import { type ItemFeatures, itemText, type RunFeatures, runFeatures } from './run-features.ts'
import { type Scored, scoreConclusions, scoreRecommendations, tellsOfRecommendations } from './score-recommendations.ts'

/** A run with what it was scored by. */
export interface ReadRun {
  run: Run
  features: RunFeatures
  scored: Scored
}

/** A list of what a paper recommends, or concludes. */
export interface SelectedList {
  read: ReadRun
  items: RunItem[]
  kind: 'recommendation' | 'conclusion'
  /** Another list says the same, in full or in brief. */
  restates: boolean
  /** What was answered to its items, where the paper says that beside them. */
  replies: { to: RunItem; reply: RunItem }[]
}

/** Runs that may be lists of recommendations, those that are, and those that nearly are. */
export interface Lists {
  selected: SelectedList[]
  doubtful: ReadRun[]
}

/** A score must be above this: sums of signs are not exact. */
const LEAST = 0.01
/** Where a strong list is, a run must be this likely to be one beside it. */
const LEAST_BESIDE = 1.2
const STRONG = 2.5
/** A run this much below is offered to a person. */
const DOUBTFUL = -1.2
/** Items that share this much of their words say the same. */
const SAME_WORDS = 0.6
const HALF = 0.5
/** In brief, under the same number, so much of the words is enough. */
const BRIEFLY_SAME = 0.4

/** Scores every run once. */
export function readRuns(runs: readonly Run[]): ReadRun[] {
  return runs.map((run) => {
    const features = runFeatures(run)
    return { run, features, scored: scoreRecommendations(run, features) }
  })
}

/** The lists of recommendations of a paper: the likeliest runs that share no item, each told once or as the copy of another. */
export function selectLists(reads: readonly ReadRun[]): Lists {
  const concluding = reads.flatMap((read): SelectedList[] => {
    const scored = scoreConclusions(read.run, read.features)
    if (scored.score <= LEAST || scored.score <= read.scored.score) return []
    return [{ read: { ...read, scored }, items: read.run.items, kind: 'conclusion', restates: false, replies: [] }]
  })
  const possible = reads.filter(({ scored, run }) => scored.score > LEAST && run.items.length > 0)
  const likely = possible.filter((read) => !possible.some((other) => holds(other, read))).sort((a, b) => rank(b) - rank(a))
  const strongest = Math.max(0, ...likely.map(({ scored }) => scored.score))
  const labelled = likely.some(({ features, run }) => features.word === 'recommendation' && run.items.length >= LEAST_LABELLED)
  const taken = new Set<number>(concluding.flatMap(({ items }) => items.flatMap(({ entries }) => entries)))
  const chosen: ReadRun[] = []
  const doubtful: ReadRun[] = []
  for (const read of likely) {
    const places = read.run.items.flatMap(({ entries }) => entries)
    const shared = places.filter((at) => taken.has(at)).length
    if (shared > 0) continue
    if (
      !chosen.some((other) => isCopy(read, other)) &&
      strongest > STRONG &&
      (read.scored.score < LEAST_BESIDE ||
        (labelled && isReasoning(read)) ||
        (isBrief(read) && read.scored.score < strongest && read.run.family === ''))
    )
      doubtful.push(read)
    else chosen.push(read)
    for (const at of places) taken.add(at)
  }
  for (const read of reads)
    if (read.scored.score <= LEAST && read.scored.score > DOUBTFUL && read.run.items.every(({ at }) => !taken.has(at))) doubtful.push(read)
  return { selected: [...tellCopies(chosen).flatMap(listsOf), ...withoutCopies(concluding)], doubtful }
}

/** So many items labelled as recommendations are all that a paper recommends. */
const LEAST_LABELLED = 3

/** Bullets in running text, under no heading of recommendations: where a paper labels what it recommends, they lead up to it. */
const isReasoning = ({ features, run, scored }: ReadRun) =>
  run.form === 'bullets' &&
  features.word === null &&
  !scored.signs.some(({ name }) => name === 'headingAbove' || name === 'headingFurtherUp')

/** Whether a run's items are parts of another's. */
function holds(other: ReadRun, read: ReadRun): boolean {
  if (other.run.form === 'rows' && read.run.within === other.run.start) return true
  if (other === read || read.run.form === 'rows' || other.run.form === 'paragraphs') return false
  const inside = new Set(
    other.run.items.flatMap(({ at, depth, entries }) => (depth > 0 ? entries : entries.filter((entry) => entry !== at))),
  )
  return read.run.items.length > 0 && read.run.items.every(({ at }) => inside.has(at))
}

/** Of runs that hold the same items the likeliest; of equals the longer. */
const rank = ({ scored, run }: ReadRun) => scored.score + 0.01 * run.items.length

/** Conclusions that are gone through twice are reported once, where they are fuller. */
function withoutCopies(lists: readonly SelectedList[]): SelectedList[] {
  const copies = tellCopies(lists.map(({ read }) => read))
  return lists.map((list) => ({ ...list, restates: copies.find(({ read }) => read === list.read)?.restates ?? false }))
}

/** Which lists say what another says: the fuller one is the list, the other restates it. */
function tellCopies(chosen: readonly ReadRun[]): { read: ReadRun; restates: boolean }[] {
  const byWeight = [...chosen].sort((a, b) => weight(b) - weight(a))
  const own: ReadRun[] = []
  const told = byWeight.map((read) => {
    const restates = own.some((other) => isCopy(read, other))
    if (!restates) own.push(read)
    return { read, restates }
  })
  return told.sort((a, b) => a.read.run.start - b.read.run.start)
}

/** A numbered list outweighs bullets, a list with more items one with fewer, and a chapter a summary. */
function weight({ run }: ReadRun): number {
  const top = run.items.filter(({ depth }) => depth === 0)
  const brief = isBrief({ run })
  const words = run.items.reduce((sum, item) => sum + itemText(item).length, 0)
  const numbered = run.family !== ''
  return (numbered ? 1e9 : 0) + top.length * 1e7 + (brief ? 0 : 1e6) + Math.min(words, 999_999)
}

/** Whether a run is in a part that says in brief what is said in full elsewhere. */
const isBrief = ({ run }: Pick<ReadRun, 'run'>) => [...run.over, ...run.further].some((heading) => isBriefPart(heading.passage.text))

function isCopy(read: ReadRun, other: ReadRun): boolean {
  const [own, theirs] = [profile(read), profile(other)]
  if (own.length === 0) return false
  const alike = own.filter(({ words }) => theirs.some((item) => overlap(words, item.words) >= SAME_WORDS)).length
  if (alike >= HALF * own.length) return true
  // In brief the same numbers precede other words.
  const brief = isBrief(read)
  const numbers = new Set(theirs.map(({ number }) => number))
  const counted = own.every(({ number }) => number !== null && numbers.has(number))
  if (!counted || brief || other.features.word !== 'recommendation') return counted && brief
  return (read.features.word === 'recommendation' && alike > 0) || own.every((item) => theirs.some((full) => isBriefOf(item, full)))
}

type Profile = ReturnType<typeof profile>[number]

/** Whether an item says in fewer words what the one with its number says. */
function isBriefOf(item: Profile, full: Profile): boolean {
  const shared = [...item.words].filter((word) => full.words.has(word)).length
  return item.number === full.number && item.words.size <= full.words.size && shared >= BRIEFLY_SAME * item.words.size
}

function profile({ run }: ReadRun) {
  return run.items
    .filter(({ depth }) => depth === 0)
    .map((item) => ({
      number: item.label?.number ?? null,
      words: new Set(contentWords(`${item.title?.text ?? ''} ${itemText(item)}`.slice(0, 600))),
    }))
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  return shared / Math.min(a.size, b.size) >= 0.8
    ? Math.max(shared / Math.max(a.size, b.size), Math.min(a.size, b.size) > 8 ? SAME_WORDS : 0)
    : shared / Math.max(a.size, b.size)
}

/** The recommendations of a run, and the conclusions among its items. */
function listsOf({ read, restates }: { read: ReadRun; restates: boolean }): SelectedList[] {
  const kinds = itemKinds(read)
  const lists: SelectedList[] = []
  for (const kind of ['recommendation', 'conclusion'] as const) {
    const items = read.run.items.filter((item) => kinds.get(item) === kind)
    if (items.length > 0)
      lists.push({
        read,
        items: kind === 'recommendation' ? withoutLeads(items) : items,
        kind,
        restates,
        replies: kind === 'recommendation' ? repliesTo(read, items) : [],
      })
  }
  return lists
}

/** A paragraph that only leads into those counted under it ("6.3 On 1 September the Commission recommended that:") is not one: they are the items. */
function withoutLeads(items: readonly RunItem[]): RunItem[] {
  let lead: RunItem | null = null
  return items.flatMap((item, index): RunItem[] => {
    const next = items[index + 1]
    const number = item.label?.number ?? ''
    if (item.depth === 0) lead = next?.label?.number.startsWith(`${number}.`) && LEAD_ONLY.test(itemText(item)) ? item : null
    if (lead === item) return []
    return [lead ? { ...item, depth: Math.max(0, item.depth - 1) } : item]
  })
}

const LEAD_ONLY = /\brecommend\w*\b[^.]*:$/iu
/** How a paragraph begins that says what somebody answered to what was recommended. */
const REPLY = /\b(?:replied|responded|answered|advised|accepted|informed|agreed|confirmed|stated|wrote)\b/iu
/** A reply says so in its first words. */
const REPLY_HEAD = 180

/** The paragraphs among recommendations reported on that are about the answer to the one before them. */
function repliesTo({ run, features }: ReadRun, items: readonly RunItem[]): SelectedList['replies'] {
  if (!tellsOfRecommendations(run, features)) return []
  const replies: { to: RunItem; reply: RunItem }[] = []
  let open: RunItem | null = null
  for (const { item, text } of features.items) {
    if (items.includes(item)) open = item
    else if (open && item.theme !== open.theme) open = null
    else if (open && item.depth === 0 && REPLY.test(text.slice(0, REPLY_HEAD))) {
      replies.push({ to: open, reply: item })
      open = null
    }
  }
  return replies
}

type Kind = 'recommendation' | 'conclusion' | null

/** What each item of a run of recommendations is; a part goes with its whole. */
function itemKinds({ run, features }: ReadRun): Map<RunItem, Kind> {
  const kinds = new Map<RunItem, Kind>()
  const split = splitByLook(features.items)
  const explicit = tellsOfRecommendations(run, features)
  const closed = features.items.filter(({ text }) => ENDS.test(text)).length >= LEAST_CLOSED
  let whole: Kind = 'recommendation'
  for (const one of features.items) {
    if (one.item.depth === 0) whole = kindOf(one)
    kinds.set(one.item, whole)
  }
  return kinds

  /** Paragraphs that only state are items where most do; below "The Jury recommends that:" as long as a wish still follows. */
  function mayState({ mood, item }: ItemFeatures): boolean {
    if (features.leadIn <= 1) return features.moods.states > HALF
    const last = features.items.findLast((one) => RECOMMENDING_MOODS.has(one.mood))
    return mood === 'states' && last !== undefined && last.item.at > item.at
  }

  function kindOf(one: ItemFeatures): Kind {
    if (run.form === 'paragraphs' && (isBareThat(one.text) || /:$/u.test(one.text) || !(RECOMMENDING_MOODS.has(one.mood) || mayState(one))))
      return null
    if (one === features.items[0] && run.form === 'numbered' && isSignpost(one)) return null
    if (run.form === 'paragraphs' && closed && !ENDS.test(one.text)) return null
    if (run.family === '' && (COUNTS.test(one.text) || ANNOUNCES.test(one.text))) return null
    if (one.called !== null) return one.called
    if (explicit && !(one.mood === 'asked' || one.mood === 'asks')) return null
    return split?.(one) ?? 'recommendation'
  }
}

/** Beside paragraphs that end as sentences do, a line without a stop is a name or a label: "Foreman: Ann Pryde". */
const ENDS = /[.;:,?!)\]”"’]$|\b(?:and|or)$/u
const LEAST_CLOSED = 2

/** The first paragraph of a chapter that says what the chapter does: "In this part we set out what we recommend." */
const isSignpost = ({ text, mood }: ItemFeatures) => !RECOMMENDING_MOODS.has(mood) && OWN_PART.test(text)

/** Groups of items of each look must be this large to distinguish recommendations from conclusions, and differ this much in how they speak. */
const LEAST_OF_A_LOOK = 3
const DIFFERENT_SHARE = 0.4

/** Where italics or bold part the items that wish from those that state, the look says which is which. */
function splitByLook(items: readonly ItemFeatures[]): ((one: ItemFeatures) => Kind) | null {
  const top = items.filter(({ item }) => item.depth === 0)
  for (const look of [(one: ItemFeatures) => one.item.entry.look.italic, (one: ItemFeatures) => one.item.entry.bold]) {
    const groups = [top.filter(look), top.filter((one) => !look(one))] as const
    if (groups.some((group) => group.length < LEAST_OF_A_LOOK)) continue
    const [set, plain] = groups.map((group) => group.filter(({ mood }) => RECOMMENDING_MOODS.has(mood)).length / group.length)
    const lead = (set ?? 0) - (plain ?? 0)
    if (Math.abs(lead) >= DIFFERENT_SHARE) return (one) => (look(one) === lead > 0 ? 'recommendation' : 'conclusion')
  }
  return null
}
