import type { Row } from '../store/database.ts'
import { pageOf, readableName } from './file-names.ts'
import { type Element, h } from './html.ts'
import {
  itemData,
  listTools,
  RECOMMENDATION_COLUMNS,
  RECOMMENDATION_FACETS,
  RECOMMENDATION_ORDERS,
  recommendationItem,
} from './list-tools.ts'
import { rowText } from './rows.ts'
import { type Site, standIn } from './site.ts'
import { dueWords, standingChip } from './values.ts'
import { monthWords, recommendationName } from './words.ts'

/** Of a review, every recommendation in its full words, with where it is, who is to do it and by when. */
export function wordingList(site: Site, rows: readonly Row[], root: string): Element {
  const items = rows.map((row) => recommendationItem(site, row))
  return h('section', { ariaLabelledBy: 'wordings-title' }, [
    h('h2', { id: 'wordings-title' }, 'Recommendations in full'),
    listTools(
      {
        ...{ id: 'wordings', name: 'recommendations', file: readableName(String(rows[0]?.review_id)), since: true },
        ...{ columns: RECOMMENDATION_COLUMNS, facets: RECOMMENDATION_FACETS, orders: RECOMMENDATION_ORDERS },
      },
      items,
    ),
    h(
      'ul',
      { id: 'wordings', className: ['wordings'] },
      rows.map((row, index) => h('li', items[index] ? itemData(items[index]) : {}, wordingItem(site, row, root))),
    ),
  ])
}

function wordingItem(site: Site, row: Row, root: string): Element[] {
  const { standing, overdue } = standIn(site, row)
  const who = rowText(row.responsible)
  const due = dueWords(row)
  const facts = [who, due ? `due ${due}` : null].filter(Boolean).join(' · ')
  return [
    h('p', { className: ['hit-head'] }, [
      h('a', { href: pageOf.recommendation(String(row.recommendation_id), root) }, recommendationName(row)),
      ' ',
      standingChip(standing),
      overdue ? [' ', h('span', { className: ['late'] }, `overdue since ${monthWords(String(row.due_to))}`)] : null,
    ]),
    ...(rowText(row.heading) ? [h('p', { className: ['by'] }, String(row.heading))] : []),
    h('p', { className: ['hit-text'] }, String(row.text)),
    ...(facts ? [h('p', { className: ['by'] }, facts)] : []),
  ]
}
