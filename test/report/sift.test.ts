import { beforeAll, describe, expect, test } from 'vitest'
import { textToCell } from '../../src/export/csv.ts'

interface Item {
  name: string
  facets: Record<string, string[]>
  sort: Record<string, string>
}
interface Sift {
  sift: (
    items: Item[],
    names: string[],
    chosen: Record<string, Set<string>>,
    fits?: (item: Item) => boolean,
  ) => { hits: Item[]; counts: Record<string, Map<string, number>> }
  order: (items: Item[], key: string) => Item[]
  toCsv: (rows: (string | number | null)[][]) => string
}

let script: Sift
beforeAll(async () => {
  // @ts-expect-error: a script of the page, which sets one value and exports nothing
  await import('../../src/report/assets/sift.js')
  script = (globalThis as unknown as { scrutineerSift: Sift }).scrutineerSift
})

const item = (name: string, status: string[], council: string, due = ''): Item => ({
  name,
  facets: { status, council: [council] },
  sort: { due },
})
const ITEMS = [
  item('a', ['slipped', 'not_kept'], 'Marlford', '2024-03-01'),
  item('b', ['on_track', 'not_kept'], 'Marlford'),
  item('c', ['achieved'], 'Eastmere', '2023-01-31'),
  item('d', ['stalled', 'not_kept'], 'Eastmere', '2024-03-01'),
]
const names = (items: Item[]): string => items.map(({ name }) => name).join('')
const sift = (chosen: Record<string, string[]>, fits?: (item: Item) => boolean) =>
  script.sift(
    ITEMS,
    ['status', 'council'],
    Object.fromEntries(Object.entries(chosen).map(([name, values]) => [name, new Set(values)])),
    fits,
  )

describe('filters', () => {
  test('take any of the values of one, and something of each', () => {
    expect(names(sift({}).hits)).toBe('abcd')
    expect(names(sift({ status: ['slipped', 'achieved'] }).hits)).toBe('ac')
    expect(names(sift({ status: ['not_kept'] }).hits)).toBe('abd')
    expect(names(sift({ status: ['not_kept'], council: ['Eastmere'] }).hits)).toBe('d')
  })

  test('count beside each value what ticking it would show', () => {
    const { counts } = sift({ council: ['Eastmere'] })
    expect(Object.fromEntries(counts.status ?? [])).toEqual({ achieved: 1, stalled: 1, not_kept: 1 })
    expect(Object.fromEntries(counts.council ?? [])).toEqual({ Marlford: 2, Eastmere: 2 })
    expect(Object.fromEntries(sift({ council: ['Eastmere'] }, ({ name }) => name > 'c').counts.council ?? [])).toEqual({ Eastmere: 1 })
  })
})

test('orders keep equal items where they were and put what has no value last', () => {
  expect(names(script.order(ITEMS, ''))).toBe('abcd')
  expect(names(script.order(ITEMS, 'due'))).toBe('cadb')
  expect(names(script.order(ITEMS, '-due'))).toBe('adcb')
})

test('a download guards the same cells as an export does', () => {
  const texts = ['=1+1', ' +44', '@x', "'so", 'a;=b', 'plain', '\u20132', 'two\nlines', 'a "b", c']
  const line = (text: string): string => (/[",;\t\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  expect(script.toCsv(texts.map((text) => [text]))).toBe(`\uFEFF${texts.map((text) => `${line(textToCell(text))}\r\n`).join('')}`)
  expect(script.toCsv([[null, 3, '']])).toBe('\uFEFF,3,\r\n')
})
