import { describe, expect, it } from 'vitest'
import { withoutGroundShades } from '../../parsers/tables/ground-shades.ts'
import type { Table } from '../../schema/document.ts'
import { tableOf } from './coloured-table.ts'

const [GREEN, AMBER, BLUE] = ['#d8ead3', '#ffc000', '#dbe5f1']

const HEAD = ['No', 'Recommendation', 'Status']
const statusFills = (table: Table) =>
  withoutGroundShades(table, new Set([0]))
    .rows.slice(1)
    .map((row) => row[2]?.fill ?? null)
const shaded = (number: string, fill: string, status = fill) => [`${number} ${fill}`, `Hang lanterns along the quay. ${fill}`, status]

describe('the ground that a table is printed on is the value of no cell', () => {
  it('where every second row is shaded, and not where a cell stands out from its row', () => {
    expect(statusFills(tableOf(HEAD, shaded('1', GREEN), ['2', 'Mend the benches.', ''], shaded('3', GREEN, AMBER)))).toEqual([
      null,
      null,
      AMBER,
    ])
  })

  it('where rows are shaded by turns, and headings are between them in another colour', () => {
    const heading = [BLUE, `The harbour ${BLUE}`, BLUE]
    expect(statusFills(tableOf(HEAD, heading, shaded('1', GREEN), shaded('2', BLUE), heading, shaded('3', GREEN)))).toEqual([
      null,
      null,
      null,
      null,
      null,
    ])
  })

  it('where a column is shaded with its heading', () => {
    const head = ['No', 'Recommendation', `Status ${GREEN}`]
    expect(statusFills(tableOf(head, ['1', 'Hang lanterns.', GREEN], ['2', 'Mend the benches.', GREEN]))).toEqual([null, null])
    expect(statusFills(tableOf(HEAD, ['1', 'Hang lanterns.', GREEN], ['2', 'Mend the benches.', GREEN]))).toEqual([GREEN, GREEN])
  })

  it('but rows in several colours that do not take turns say by them how each is', () => {
    const rows = [shaded('1', GREEN), shaded('2', GREEN), shaded('3', AMBER), shaded('4', GREEN)]
    expect(statusFills(tableOf(HEAD, ...rows))).toEqual([GREEN, GREEN, AMBER, GREEN])
  })
})
