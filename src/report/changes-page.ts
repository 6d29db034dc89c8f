import type { Row } from '../store/database.ts'
import { pageOf } from './file-names.ts'
import { type Child, type Element, h, pageToHtml, scrolling } from './html.ts'
import { type Facet, itemData, LIST_SCRIPTS, type ListItem, listTools } from './list-tools.ts'
import { rowText } from './rows.ts'
import type { Site } from './site.ts'
import { capitalised, counted, dayWords, plainWords, recommendationName, shortDayWords } from './words.ts'

/** More rows than this no browser shows at ease; the view `changes` has them all. */
const ROWS_AT_MOST = 5000

const CHANGE_WORDS: ReadonlyMap<string, string> = new Map([
  ['added', 'Added'],
  ['changed', 'Changed'],
  ['removed', 'Taken away'],
])

const COLUMNS = ['When', 'Change', 'Recommendation', 'Field', 'Before', 'After'] as const

/** What imports and corrections added, changed or took away, the latest first. */
export function changesPage(site: Site): string {
  const all = site.archive.changes.toReversed()
  const rows = all.slice(0, ROWS_AT_MOST)
  const runs = runNames(all)
  const items = rows.map((row) => changeItem(site, row, runs))
  return pageToHtml({
    title: 'What changed',
    root: '',
    today: site.today,
    here: 'changes',
    kind: 'broad',
    scripts: LIST_SCRIPTS,
    main: [
      h('h1', 'What changed'),
      h('p', { className: ['lead'] }, `${counted(all.length, 'change')} by imports and corrections, the latest first.`),
      runList(all, runs),
      all.length > rows.length
        ? h('p', `The latest ${ROWS_AT_MOST.toLocaleString('en-GB')} are shown here. The view changes of the database has all.`)
        : null,
      listTools(
        {
          id: 'changes',
          name: 'changes',
          file: 'what-changed',
          columns: ['When', 'By', ...COLUMNS.slice(1), 'Council', 'Review', 'Id'],
          facets: facets(all, runs),
          orders: [
            ['at', 'When, the first first'],
            ['recommendation', 'Recommendation'],
            ['field', 'Field'],
          ],
          since: true,
        },
        items,
      ),
      rows.length ? table(site, rows, items) : h('p', 'Nothing was imported yet, or by a version that kept no list of changes.'),
    ],
  })
}

/** What runs are called: by their day and time. A correction is of no run. */
function runNames(rows: readonly Row[]): Map<string, string> {
  return new Map(
    rows.flatMap(({ run_id: id, at }) => (rowText(id) === null ? [] : [[String(id), `Import of ${timeWords(String(at))}`] as const])),
  )
}

const CORRECTION = 'A correction'
const byWords = (row: Row, runs: ReadonlyMap<string, string>): string => runs.get(rowText(row.run_id) ?? '') ?? CORRECTION

/** "27 November 2026, 22:54:04 (UTC)" */
const timeWords = (at: string): string => `${dayWords(at.slice(0, 10))}${at.length > 10 ? `, ${at.slice(11, 19)} (UTC)` : ''}`

function facets(rows: readonly Row[], runs: ReadonlyMap<string, string>): Facet[] {
  const by = [...new Set(rows.map((row) => byWords(row, runs)))]
  return [
    { name: 'by', label: 'Run', words: new Map(by.map((words) => [words, words])) },
    { name: 'change', label: 'Change', words: CHANGE_WORDS },
    { name: 'field', label: 'Field' },
    { name: 'council', label: 'Council' },
    { name: 'review', label: 'Review' },
  ]
}

/** How much each run changed. */
function runList(rows: readonly Row[], runs: ReadonlyMap<string, string>): Child {
  const counts = new Map<string, Map<string, number>>()
  for (const row of rows) {
    const by = byWords(row, runs)
    const kinds = counts.get(by) ?? new Map<string, number>()
    kinds.set(String(row.change), (kinds.get(String(row.change)) ?? 0) + 1)
    counts.set(by, kinds)
  }
  const words = (kinds: ReadonlyMap<string, number>): string =>
    [
      ['added', (count: number) => `${counted(count, 'recommendation')} added`] as const,
      ['changed', (count: number) => `${counted(count, 'field')} changed`] as const,
      ['removed', (count: number) => `${counted(count, 'recommendation')} taken away`] as const,
    ]
      .flatMap(([kind, say]) => (kinds.has(kind) ? [say(kinds.get(kind) ?? 0)] : []))
      .join(', ')
  return h(
    'ul',
    { className: ['runs'] },
    [...counts].map(([by, kinds]) => h('li', [h('b', by === CORRECTION ? 'Corrections' : by), `: ${words(kinds)}.`])),
  )
}

function changeItem(site: Site, row: Row, runs: ReadonlyMap<string, string>): ListItem {
  const id = String(row.recommendation_id)
  const review = site.archive.review.get(String(site.archive.recommendation.get(id)?.review_id))
  const [council, title, field] = [review?.council, review?.title, row.field].map((value) => rowText(value))
  const at = String(row.at)
  return {
    facets: {
      by: [byWords(row, runs)],
      change: [String(row.change)],
      field: field ? [capitalised(plainWords(field))] : [],
      council: council ? [council] : [],
      review: title ? [title] : [],
    },
    sort: { at, recommendation: id, field: field ?? '' },
    day: at.slice(0, 10),
    cells: [
      at,
      byWords(row, runs),
      CHANGE_WORDS.get(String(row.change)) ?? String(row.change),
      nameOf(site, id),
      field ? plainWords(field) : null,
      rowText(row.old_value),
      rowText(row.new_value),
      council ?? null,
      title ?? null,
      id,
    ],
  }
}

function nameOf(site: Site, id: string): string {
  const row = site.archive.recommendation.get(id)
  const review = row && site.archive.review.get(String(row.review_id))
  return row ? [recommendationName(row), rowText(review?.title)].filter(Boolean).join(', ') : id
}

function table(site: Site, rows: readonly Row[], items: readonly ListItem[]): Element {
  return scrolling(
    'What changed',
    h('table', { className: ['changes', 'stack'] }, [
      h(
        'thead',
        h(
          'tr',
          COLUMNS.map((words) => h('th', { scope: 'col' }, words)),
        ),
      ),
      h(
        'tbody',
        { id: 'changes' },
        rows.map((row, index) => changeRow(site, row, items[index])),
      ),
    ]),
  )
}

function changeRow(site: Site, row: Row, item: ListItem | undefined): Element {
  const id = String(row.recommendation_id)
  const name = nameOf(site, id)
  const field = rowText(row.field)
  const value = (dataLabel: string, words: string | null): Element =>
    h('td', { dataLabel }, words ?? h('span', { className: ['silent'] }, 'nothing'))
  return h('tr', item ? itemData(item) : {}, [
    h('td', { dataLabel: 'When' }, [
      shortDayWords(String(row.at).slice(0, 10)),
      h('span', { className: ['by'] }, rowText(row.run_id) === null ? CORRECTION : 'An import'),
    ]),
    h('td', { dataLabel: 'Change' }, CHANGE_WORDS.get(String(row.change)) ?? String(row.change)),
    h('th', { scope: 'row' }, site.archive.recommendation.has(id) ? h('a', { href: pageOf.recommendation(id) }, name) : name),
    h('td', { dataLabel: 'Field' }, field ? capitalised(plainWords(field)) : 'The whole'),
    value('Before', rowText(row.old_value)),
    value('After', rowText(row.new_value)),
  ])
}
