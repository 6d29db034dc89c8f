import type { Row } from '../store/database.ts'
import { tallyBar, tallyKey } from './bars.ts'
import { pageOf } from './file-names.ts'
import { type Child, type Element, h, scrolling } from './html.ts'
import { itemData, type ListItem, listTools } from './list-tools.ts'
import { rowText } from './rows.ts'
import { type Site, standIn } from './site.ts'
import { isConclusion, tallyOf, tallyWords } from './standing.ts'
import { monthWords } from './words.ts'

/** All reviews with the status of their recommendations, and the filters of that list. */
export function reviewTable(site: Site): Child {
  const lines = site.archive.reviews.map((review) => reviewLine(site, review))
  return [
    listTools(
      {
        id: 'reviews',
        name: 'reviews',
        file: 'reviews',
        columns: ['Council', 'Body', 'Review', 'Recommendations', 'Progress', 'Overdue', 'Last word', 'Id'],
        facets: [
          { name: 'council', label: 'Council' },
          { name: 'body', label: 'Body' },
          { name: 'late', label: 'Late' },
        ],
        orders: [
          ['title', 'Review'],
          ['-count', 'Recommendations, most first'],
          ['-overdue', 'Overdue, most first'],
          ['-last', 'Last word, the latest first'],
          ['last', 'Last word, the oldest first'],
        ],
      },
      lines.map(({ item }) => item),
    ),
    scrolling(
      'Reviews',
      h('table', { className: ['reviews'] }, [
        h(
          'thead',
          h(
            'tr',
            ['Review', 'Recommendations', 'Progress', 'Overdue', 'Last word'].map((words) => h('th', { scope: 'col' }, words)),
          ),
        ),
        h(
          'tbody',
          { id: 'reviews' },
          lines.map(({ row }) => row),
        ),
      ]),
    ),
  ]
}

function reviewLine(site: Site, review: Row): { item: ListItem; row: Element } {
  const rows = site.archive.recommendationsOf.get(String(review.review_id)) ?? []
  const overdue = rows.filter((row) => standIn(site, row).overdue).length
  const notKept = rows.filter((row) => standIn(site, row).notKept).length
  const tally = tallyOf(rows)
  const count = rows.filter((row) => !isConclusion(row)).length
  const last = rows
    .flatMap((row) => rowText(row.as_of_to) ?? rowText(row.as_of_from) ?? [])
    .sort()
    .at(-1)
  const [council, body] = [review.council, review.committee].map((value) => rowText(value))
  const by = [council, body].filter(Boolean).join(', ')
  const item = {
    facets: {
      council: council ? [council] : [],
      body: body ? [body] : [],
      late: [overdue ? 'Some overdue' : null, notKept ? 'Some not kept' : null].filter((value) => value !== null),
    },
    sort: { title: String(review.title).toLowerCase(), count: inOrder(count), overdue: inOrder(overdue), last: last ?? '' },
    cells: [
      council ?? null,
      body ?? null,
      String(review.title),
      count,
      tallyWords(tally),
      overdue,
      last ?? null,
      rowText(review.review_id),
    ],
  }
  const row = h('tr', itemData(item), [
    h('th', { scope: 'row' }, [
      h('a', { href: pageOf.review(String(review.review_id)) }, String(review.title)),
      by ? h('span', { className: ['by'] }, by) : null,
    ]),
    h('td', { className: ['number'] }, count.toLocaleString('en-GB')),
    h('td', { className: ['wide'] }, count ? [tallyBar(tally), tallyKey(tally, null)] : silent('no recommendation was found')),
    h('td', { className: ['number'] }, overdue ? h('span', { className: ['late'] }, overdue.toLocaleString('en-GB')) : '0'),
    h('td', last ? monthWords(last) : silent('none')),
  ])
  return { item, row }
}

const COUNT_DIGITS = 8
/** A number as text that is in order letter by letter. */
const inOrder = (number: number): string => String(number).padStart(COUNT_DIGITS, '0')

function silent(words: string): Child {
  return h('span', { className: ['silent'] }, words)
}
