import type { Row } from '../store/database.ts'
import { type Child, h } from './html.ts'
import { rowText } from './rows.ts'
import { type Site, standIn } from './site.ts'
import { STANDING_NAMES, STANDINGS } from './standing.ts'
import { capitalised, daysBetween } from './words.ts'

/** What a list's script knows of an item: what filters look at, what orders look at, and its line of the download. */
export interface ListItem {
  /** Of each filter, the values that the item has. */
  facets: Record<string, readonly string[]>
  /** By order; text that is compared letter by letter. */
  sort: Record<string, string>
  /** The ISO day on which it was last changed. */
  day?: string
  cells: readonly (string | number | null)[]
}

/** A filter: its name in addresses, what it is called, and words for values that need others than their own. */
export interface Facet {
  name: string
  label: string
  /** In the order in which they are offered; without it values are offered by the alphabet. */
  words?: ReadonlyMap<string, string>
}

/** The scripts of a page with lists, in the order in which they are loaded. */
export const LIST_SCRIPTS = ['sift.js', 'xlsx.js', 'address.js', 'lists.js'] as const

/** A list with filters. */
export interface ListTools {
  /** Of the element whose children are the items. */
  id: string
  /** What the list is called in addresses, where its choices follow it and a point. */
  name: string
  /** What a download is called, without its ending. */
  file: string
  columns: readonly string[]
  facets: readonly Facet[]
  orders: readonly (readonly [key: string, words: string])[]
  /** Whether items know when they were changed. */
  since?: boolean
}

/** The place of a list's filters, and what its script makes them of. Nothing for a list with one item or none. */
export function listTools(tools: ListTools, items: readonly ListItem[]): Child {
  if (items.length < 2) return null
  return h('div', { className: ['tools'], hidden: true, dataList: tools.id, dataSpec: listSpec(tools, items) })
}

/** The specification of a list's filters as JSON. A filter of which all items have one and the same value is left out. */
export function listSpec({ id, name, file, columns, facets, orders, since = false }: ListTools, items: readonly ListItem[]): string {
  const offered = facets.flatMap(({ name, label, words }) => {
    const there = new Set(items.flatMap((item) => item.facets[name] ?? []))
    const known = [...(words?.keys() ?? [])].filter((value) => there.has(value))
    const values = [...known, ...[...there].filter((value) => !words?.has(value)).sort()]
    const isOne = values.length < 2 && items.every((item) => item.facets[name]?.length === values.length)
    return isOne ? [] : [{ name, label, options: values.map((value) => [value, words?.get(value) ?? value]) }]
  })
  return JSON.stringify({ id, name, file, columns, facets: offered, orders: [['', 'As listed'], ...orders], since })
}

/** An item's own data, as an attribute of its element. */
export function itemData(item: ListItem): { dataItem: string } {
  return { dataItem: JSON.stringify(item) }
}

const SOON_DAYS = 90

/** The filter that asks what was not kept, among the statuses. */
export const NOT_KEPT = 'not_kept'

const STATUS_WORDS: ReadonlyMap<string, string> = new Map([
  [NOT_KEPT, 'Not kept (overdue, slipped, stalled or not achieved)'],
  ...STANDING_NAMES.map((name) => [name, capitalised(STANDINGS[name].words)] as const),
])

const DUE_WORDS: ReadonlyMap<string, string> = new Map([
  ['overdue', 'Overdue'],
  ['soon', `In the next ${SOON_DAYS} days`],
  ['later', 'Later than that'],
  ['past', 'Past, and nothing left to do'],
  ['none', 'No date that can be read'],
  ['moved', 'Date was moved'],
])

/** The filters of any list of recommendations. */
export const RECOMMENDATION_FACETS: readonly Facet[] = [
  { name: 'status', label: 'Status', words: STATUS_WORDS },
  { name: 'council', label: 'Council' },
  { name: 'review', label: 'Review' },
  { name: 'body', label: 'Body' },
  { name: 'due', label: 'Due', words: DUE_WORDS },
]

/** The orders of any list of recommendations. */
export const RECOMMENDATION_ORDERS = [
  ['due', 'Due, the first date first'],
  ['-due', 'Due, the last date first'],
  ['status', 'Status'],
  ['review', 'Review'],
  ['-changed', 'Changed, the latest first'],
] as const

/** The columns of the download of any list of recommendations. */
export const RECOMMENDATION_COLUMNS = [
  'Council',
  'Body',
  'Review',
  'Number',
  'Recommendation',
  'Status',
  'Overdue',
  'Who',
  'Due',
  'Due by',
  'Changed',
  'Id',
] as const

/** What a list knows of a recommendation. */
export function recommendationItem(site: Site, row: Row): ListItem {
  const { standing, overdue, notKept, move } = standIn(site, row)
  const review = site.archive.review.get(String(row.review_id))
  const [title, council, body, due] = [review?.title, review?.council, review?.committee, row.due_to].map((value) => rowText(value))
  const day = site.archive.changedOn.get(String(row.recommendation_id)) ?? ''
  const listed = (value: string | null | undefined): string[] => (value == null ? [] : [value])
  const dues = [dueFacet(due ?? null, overdue, site.today), move ? 'moved' : null].filter((value) => value !== null)
  return {
    facets: {
      status: notKept ? [standing, NOT_KEPT] : [standing],
      council: listed(council),
      review: listed(title),
      body: listed(body),
      due: dues,
    },
    sort: {
      due: due ?? '',
      status: String(STANDING_NAMES.indexOf(standing)).padStart(2, '0'),
      review: (title ?? '').toLowerCase(),
      changed: day,
    },
    day,
    cells: [
      council ?? null,
      body ?? null,
      title ?? null,
      rowText(row.number),
      [rowText(row.heading), rowText(row.text)].filter(Boolean).join(': '),
      STANDINGS[standing].words,
      overdue ? 'yes' : 'no',
      rowText(row.responsible),
      rowText(row.due_text),
      due ?? null,
      day || null,
      rowText(row.recommendation_id),
    ],
  }
}

function dueFacet(due: string | null, overdue: boolean, today: string): string {
  if (due === null) return 'none'
  if (overdue) return 'overdue'
  if (due < today) return 'past'
  return daysBetween(today, due) <= SOON_DAYS ? 'soon' : 'later'
}
