import type { Place } from '../../schema/place.ts'
import { passagePlace } from '../outline/outline.ts'
import type { ReadAs } from '../roles/choose-kind.ts'
import type { Content } from '../roles/content.ts'
import { itemText } from '../roles/run-features.ts'
import type { ReadRun, SelectedList } from '../roles/select-lists.ts'
import { type ExplainedSign, explainRunSigns } from './explain-signs.ts'
import { readOtherwise, topItems } from './read-otherwise.ts'

/** What a run was read as, once it is known what the paper is. */
export type RunRole = 'recommendations' | 'restated' | 'answered' | 'conclusions' | 'decided' | 'candidates' | 'part' | 'ordinary'

/** Why one run got its role. */
export interface RunExplanation {
  form: ReadRun['run']['form']
  /** The nearest heading over it; null where there is none. */
  heading: string | null
  /** How many items it has, without their parts. */
  items: number
  /** The first words of its first item. */
  opens: string
  place: Place
  role: RunRole
  /** The role in a sentence, with what else the run could have been where that is near. */
  because: string
  /** In log-odds: of being recommendations, or conclusions where it was read as those. Above 0 is yes. */
  score: number
  /** Of what the score and its signs tell. */
  scoredAs: SelectedList['kind']
  signs: ExplainedSign[]
}

const FIRST_WORDS = 80
const SAME_START = 30
const HALF = 0.5
const OFFERED = 'It is kept as a candidate for a person to decide.'

/** Is about each run of a paper, in its order, what it was read as and why. */
export function explainRuns(content: Content, readAs: ReadAs | null): RunExplanation[] {
  return content.reads.toSorted((a, b) => a.run.start - b.run.start).map((read) => explainRun(read, content, readAs))
}

function explainRun(read: ReadRun, content: Content, readAs: ReadAs | null): RunExplanation {
  const { run } = read
  const lists = content.lists.selected.filter((list) => list.read.run === run)
  const [list] = lists
  // A list that was read as conclusions as a whole has signs of its own.
  const scored = list?.read ?? read
  const scoredAs = list?.kind === 'conclusion' && scored.scored !== read.scored ? 'conclusion' : 'recommendation'
  const [first] = run.items
  return {
    form: run.form,
    heading: run.over[0]?.passage.text ?? null,
    items: topItems(read).length,
    opens: first ? ([first.title?.text, itemText(first)].find((text) => text) ?? first.entry.passage.text).slice(0, FIRST_WORDS) : '',
    place: passagePlace(first?.entry.passage ?? { text: '', runs: [] }),
    ...roleOf(read, lists, content, readAs),
    score: Math.round(scored.scored.score * 100) / 100,
    scoredAs,
    signs: explainRunSigns(scored, scoredAs),
  }
}

type Role = Pick<RunExplanation, 'role' | 'because'>

function roleOf(read: ReadRun, lists: readonly SelectedList[], content: Content, readAs: ReadAs | null): Role {
  const [list] = lists
  const otherwise = readOtherwise(read, content, readAs)
  if (otherwise === 'answered') return { role: 'answered', because: 'These are the recommendations that the paper answers.' }
  if (otherwise === 'decided') return { role: 'decided', because: 'Its items are decisions, found by how they are opened.' }
  if (otherwise === 'followed') return { role: 'recommendations', because: 'These are the recommendations that the paper follows.' }
  if (list && readAs !== 'report') {
    if (list.restates) return { role: 'restated', because: 'It says again what another list of the paper says.' }
    return { role: 'candidates', because: `It reads like ${list.kind}s, but the paper as a whole does not read like a report. ${OFFERED}` }
  }
  if (list) return selectedRole(read, lists)
  if (content.lists.doubtful.includes(read)) return { role: 'candidates', because: `${doubt(read)} ${OFFERED}` }
  if (otherwise === 'part') return { role: 'part', because: 'It is within a recommendation that the paper answers, or within an answer.' }
  const whole = content.lists.selected.find((other) => isInside(read, other))
  if (whole) return { role: 'part', because: `It is part of the list of ${whole.kind}s that begins with item "${startOf(whole)}".` }
  return { role: 'ordinary', because: 'The signs for recommendations are too few.' }
}

function selectedRole(read: ReadRun, lists: readonly SelectedList[]): Role {
  const counts = lists.map(({ kind, items }) => ({ kind, count: items.filter(({ depth }) => depth === 0).length }))
  const all = topItems(read).length
  const [list] = lists
  if (list?.restates) return { role: 'restated', because: 'It says in other words, or in brief, what another list of the paper says.' }
  const whole = counts.length === 1 && counts[0]?.count === all
  const told = counts.map(({ kind, count }) => `${count} of its ${all} items ${count === 1 ? `is a ${kind}` : `are ${kind}s`}`).join(', ')
  const role = list?.kind === 'conclusion' ? 'conclusions' : 'recommendations'
  if (whole) return { role, because: `All its items are taken for ${role}.` }
  return { role, because: `Not all of it is taken: ${told}.` }
}

const doubt = ({ scored }: ReadRun): string =>
  scored.score > 0
    ? 'It may be recommendations, but another list of the paper is so much more clearly.'
    : 'It falls just short of recommendations.'

/** Whether most of a run's items lie within a list's. */
function isInside({ run }: ReadRun, { items }: SelectedList): boolean {
  const inside = new Set(items.flatMap(({ entries }) => entries))
  return run.items.length > 0 && run.items.filter(({ at }) => inside.has(at)).length > HALF * run.items.length
}

const startOf = ({ items: [first] }: SelectedList): string =>
  (first?.label ? first.labelPassage.text : (first?.entry.passage.text ?? '')).slice(0, SAME_START)
