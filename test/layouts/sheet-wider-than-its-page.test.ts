import { expect, it } from 'vitest'
import { readDocument } from '../../parsers/formats.ts'
import { extractRecords } from '../../parsers/records.ts'
import { show, writePdf } from '../formats/pdf/write-pdf.ts'

/** A ruled table of rows of 24 points. */
function table(xs: readonly number[], top: number, rows: readonly (readonly string[])[]): string {
  const ys = Array.from({ length: rows.length + 1 }, (_, at) => top - 24 * at)
  const upright = xs.map((x) => `${x} ${ys[0]} m ${x} ${ys.at(-1)} l S\n`)
  const level = ys.map((y) => `${xs[0]} ${y} m ${xs.at(-1)} ${y} l S\n`)
  const words = rows.flatMap((row, at) => row.map((text, col) => show(text, (xs[col] ?? 0) + 4, top - 24 * at - 16, 10)))
  return [...upright, ...level, ...words].join('')
}

const LEFT = [
  ['Ref', 'Recommendation', 'Lead officer'],
  ['1', 'Light the landing stage.', 'Harbour Manager'],
  ['2', 'Sell tickets on board.', 'Head of Transport'],
  ['3', 'Print the tide on each timetable.', 'Ferry Clerk'],
]
const RIGHT = [
  ['Target date', 'Progress', 'Status'],
  ['Sep 2023', 'Lamps were fitted in August.', 'Complete'],
  ['Jan 2024', 'Two boats have a machine.', 'In progress'],
  ['Mar 2024', 'Not yet printed.', 'Overdue'],
]

async function recordsOf(right: readonly (readonly string[])[]) {
  const title = show('Scrutiny Review of Night Ferries: progress update, June 2024', 50, 780, 16, 'F2')
  const bytes = writePdf([
    { content: title + show('Saltwick Borough Council', 50, 755) + table([50, 90, 330, 500], 700, LEFT) },
    { content: table([50, 150, 390, 500], 700, right) },
  ])
  const path = 'sheet.pdf'
  return extractRecords(await readDocument({ bytes, path }, () => {}), () => {})
}

it('a sheet whose last columns are printed on the next page is one table, and they are not a key', async () => {
  const records = await recordsOf(RIGHT)
  expect(records.commitments.map(({ number, responsible, dueText }) => [number, responsible, dueText])).toEqual([
    ['1', 'Harbour Manager', 'Sep 2023'],
    ['2', 'Head of Transport', 'Jan 2024'],
    ['3', 'Ferry Clerk', 'Mar 2024'],
  ])
  expect(records.progressUpdates.map(({ number, status }) => [number, status])).toEqual([
    ['1', 'achieved'],
    ['2', 'on_track'],
    ['3', 'slipped'],
  ])
  expect(records.gradings).toEqual([])
})

it('a table of fewer rows on the next page is another', async () => {
  const { commitments } = await recordsOf(RIGHT.slice(0, 3))
  expect(commitments.map(({ dueText }) => dueText)).toEqual([null, null, null])
})
