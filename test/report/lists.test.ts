import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { describe, expect, test } from 'vitest'
import { changesPage } from '../../src/report/changes-page.ts'
import { frontPage } from '../../src/report/front-page.ts'
import { type ListItem, listSpec, recommendationItem } from '../../src/report/list-tools.ts'
import { lookPage } from '../../src/report/look-page.ts'
import { reviewPage } from '../../src/report/review-page.ts'
import { siteOf } from './make-site.ts'

const STATUSES = ['slipped', 'stalled', 'not_achieved', 'achieved', 'on_track', null, 'slipped']
const DUE = ['2025-05-31', '2024-05-31', null, '2023-01-31', '2022-01-31', '2025-12-31', '2027-01-01']
const TEXT = 'That the Council keep every ferry in steam through the winter, so that no island is without a doctor. '.repeat(6).trim()

const recommendations = STATUSES.map((status, index) => ({
  recommendation_id: `v/${index}`,
  review_id: 'v',
  number: String(index),
  kind: 'recommendation',
  text: `${TEXT} ${index}`,
  document_id: 'd',
  status,
  due_from: DUE[index] ?? null,
  due_to: DUE[index] ?? null,
}))
const SITE = siteOf({
  reviews: [{ review_id: 'v', title: 'Ferries', council: 'Marlford', committee: 'Place' }],
  documents: ['ok', 'partial', 'failed', 'ok'].map((status, index) => ({
    document_id: `d${index}`,
    path: `${index}.txt`,
    title: `Paper ${index}`,
    kind: 'other',
    status,
    media_type: 'text/plain',
  })),
  recommendations,
  unlinked: [1, 2, 3].map((number) => ({
    entity_id: `u${number}`,
    entity_kind: 'action',
    document_id: 'd0',
    text: 'x',
    reason: 'nothing like it',
  })),
  diagnostics: [{ document_id: 'd3', severity: 'warning', rule: 'number-gap', message: 'm' }],
  changes: [
    { change_id: 1, run_id: 'r1', at: '2025-01-02T10:00:00.000Z', recommendation_id: 'v/1', change: 'added', field: null, new_value: 'x' },
    {
      change_id: 2,
      run_id: 'r2',
      at: '2025-03-04T10:00:00.000Z',
      recommendation_id: 'v/1',
      change: 'changed',
      field: 'status',
      old_value: 'on_track',
      new_value: 'stalled',
    },
    {
      change_id: 3,
      run_id: 'r2',
      at: '2025-03-04T10:00:00.000Z',
      recommendation_id: 'v/99',
      change: 'removed',
      field: null,
      old_value: 'gone words',
    },
    {
      change_id: 4,
      run_id: null,
      at: '2025-05-06T10:00:00.000Z',
      recommendation_id: 'v/2',
      change: 'changed',
      field: 'due_to',
      new_value: '2026-01-01',
    },
  ],
})

const elements = (node: Root | Element): Element[] =>
  node.children.flatMap((child) => (child.type === 'element' ? [child, ...elements(child)] : []))
const itemsOf = (html: string, list: string): ListItem[] => {
  const found = elements(fromHtml(html)).find(({ properties }) => properties.id === list)
  return (found ? found.children : []).flatMap((child) => (child.type === 'element' ? [JSON.parse(String(child.properties.dataItem))] : []))
}
const textOf = (node: Element): string =>
  node.children.map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : '')).join('')
const idOf = ({ cells }: ListItem): unknown => cells.at(-1)

describe('the numbers of the first page', () => {
  const cards = elements(fromHtml(frontPage(SITE)))
    .filter(({ properties }) => (properties.className as string[] | undefined)?.includes('count'))
    .map((node) => Number(textOf(node)))
  const look = lookPage(SITE)
  const items = SITE.archive.recommendations.map((row) => recommendationItem(SITE, row))

  test('are those of the lists that they lead to', () => {
    expect(cards).toEqual([
      items.filter(({ facets }) => facets.due?.includes('overdue')).length,
      itemsOf(look, 'bad-items').length,
      items.filter(({ facets }) => facets.due?.includes('moved')).length,
      itemsOf(look, 'papers-items').length,
      itemsOf(look, 'unlinked-items').length,
    ])
    expect(cards).toEqual([4, 4, 0, 3, 3])
    expect(itemsOf(look, 'late-items')).toHaveLength(4)
  })

  test('lead to lists in which what is overdue longest is first', () => {
    expect(itemsOf(look, 'late-items').map(idOf)).toEqual(['v/4', 'v/1', 'v/0', 'v/5'])
    expect(itemsOf(look, 'bad-items').map(idOf)).toEqual(['v/1', 'v/0', 'v/6', 'v/2'])
  })
})

test('not kept is overdue, slipped, stalled or not achieved', () => {
  const notKept = SITE.archive.recommendations.filter((row) => recommendationItem(SITE, row).facets.status?.includes('not_kept'))
  expect(notKept.map((row) => row.number)).toEqual(['0', '1', '2', '4', '5', '6'])
})

test('a list offers the values that it has, statuses in their one order, and no filter that leaves everything', () => {
  const items = SITE.archive.recommendations.map((row) => recommendationItem(SITE, row))
  const tools = {
    id: 'x',
    name: 'x',
    file: 'x',
    columns: [],
    facets: [
      { name: 'status', label: 'Status' },
      { name: 'council', label: 'Council' },
    ],
    orders: [],
  }
  expect(JSON.parse(listSpec(tools, items)).facets.map(({ name }: { name: string }) => name)).toEqual(['status'])
  const page = elements(fromHtml(reviewPage(SITE, SITE.archive.reviews[0] ?? {})))
  const spec = JSON.parse(String(page.find(({ properties }) => properties.dataList === 'wordings')?.properties.dataSpec))
  expect(spec.facets[0].options.map(([value]: string[]) => value)).toEqual([
    'not_kept',
    'achieved',
    'on_track',
    'not_known',
    'slipped',
    'stalled',
    'not_achieved',
  ])
})

test("a review's page has every recommendation in its full words", () => {
  const page = reviewPage(SITE, SITE.archive.reviews[0] ?? {})
  for (const { text } of recommendations) expect(page).toContain(`<p class="hit-text">${text}</p>`)
})

describe('what changed', () => {
  const page = changesPage(SITE)

  test('is told the latest first, by run, with the field and both values', () => {
    expect(itemsOf(page, 'changes').map(({ cells }) => cells.slice(1, 7))).toEqual([
      ['A correction', 'Changed', 'Recommendation 2, Ferries', 'due to', null, '2026-01-01'],
      ['Import of 4 March 2025, 10:00:00 (UTC)', 'Taken away', 'v/99', null, 'gone words', null],
      ['Import of 4 March 2025, 10:00:00 (UTC)', 'Changed', 'Recommendation 1, Ferries', 'status', 'on_track', 'stalled'],
      ['Import of 2 January 2025, 10:00:00 (UTC)', 'Added', 'Recommendation 1, Ferries', null, null, 'x'],
    ])
    expect(page).toContain('</b>: 1 field changed, 1 recommendation taken away.')
  })

  test('gives each recommendation the day of its last change', () => {
    const [, one, two, three] = SITE.archive.recommendations.map((row) => recommendationItem(SITE, row).day)
    expect([one, two, three]).toEqual(['2025-03-04', '2025-05-06', ''])
  })
})
