import { expect, it } from 'vitest'
import { cellPassage } from '../../../schema/document.ts'
import { makeWorkbook } from './make-workbook.ts'
import { cellsOf, readSheets, shown } from './read-sheets.ts'

const GREEN = 1
const AMBER = 2
const RED = 3
const styles = `<fonts><font/></fonts><fills>${['', '', '00B050', 'FFC000', 'FF0000']
  .map((rgb) => `<fill><patternFill patternType="${rgb && 'solid'}"><fgColor rgb="FF${rgb}"/></patternFill></fill>`)
  .join('')}</fills><cellXfs><xf/><xf fillId="2"/><xf fillId="3"/><xf fillId="4"/></cellXfs>`

/** A cell: its text, or a colour, or both; null for none. */
type Made = string | number | [text: string, colour: number] | null

function sheet(rows: readonly (readonly Made[])[], rest = ''): Uint8Array {
  const cell = (made: Made): string => {
    const [text, colour] = typeof made === 'number' ? ['', made] : Array.isArray(made) ? made : [made ?? '', 0]
    return text === '' ? `<c s="${colour}"/>` : `<c s="${colour}" t="inlineStr"><is><t>${text}</t></is></c>`
  }
  const xml = rows.map((row, index) => `<row r="${index + 1}">${row.map(cell).join('')}</row>`).join('')
  return makeWorkbook({ styles, sheets: [{ name: 'Plan', xml: `<sheetData>${xml}</sheetData>${rest}` }] })
}

const blocksOf = async (bytes: Uint8Array): Promise<unknown[]> => (await readSheets(bytes)).document.blocks.map(shown)
const HEAD = ['No', 'Recommendation', 'Status']
const ROWS: Made[][] = [
  ['1', 'Light the quay.', GREEN],
  ['2', 'Mend the weir.', RED],
]
const TABLE = [HEAD, ['1', 'Light the quay.', ''], ['2', 'Mend the weir.', '']]

it('parts a key from the table that it is beside, with its colours', async () => {
  const key: Made[][] = [
    [null, 'Key'],
    [null, GREEN, 'Done'],
    [null, RED, 'Not begun'],
  ]
  const bytes = sheet([HEAD, ...ROWS].map((row, index) => [...row, ...(key[index] ?? [])]))
  const { document } = await readSheets(bytes)
  expect(document.blocks.map(shown)).toEqual([
    TABLE,
    'Key',
    [
      ['', 'Done'],
      ['', 'Not begun'],
    ],
  ])
  const [, , keys] = document.blocks
  expect(keys?.type === 'table' && keys.rows.map(([colour]) => colour?.fill)).toEqual(['#00b050', '#ff0000'])
})

it('parts a key beside the lines above a table, which stay lines', async () => {
  const rows: Made[][] = [
    ['Plan of the quay', null, null, null, ['Done', GREEN]],
    ['Harbour Committee', null, null, null, ['Late', AMBER]],
    [null, null, null, null, ['Not begun', RED]],
  ]
  expect(await blocksOf(sheet([...rows, [], HEAD, ...ROWS]))).toEqual([
    'Plan of the quay',
    'Harbour Committee',
    TABLE,
    [['Done'], ['Late'], ['Not begun']],
  ])
})

it('keeps columns after a gap with their table where its header row heads them', async () => {
  const rows = [HEAD, ...ROWS].map((row, index): Made[] => [...row, null, index === 0 ? 'Comment' : index === 1 ? 'Lit in May.' : null])
  expect(await blocksOf(sheet(rows))).toEqual([
    [
      [...HEAD, 'Comment'],
      ['1', 'Light the quay.', '', 'Lit in May.'],
      ['2', 'Mend the weir.', ''],
    ],
  ])
})

it('keeps labels with values after a gap', async () => {
  const rows: Made[][] = [
    ['Council', null, 'Quay Council'],
    ['Title', null, 'Plan of the quay'],
  ]
  expect((await readSheets(sheet(rows))).document.blocks).toHaveLength(1)
})

it('counts the rows of merged cells without those that are empty', async () => {
  const rows: Made[][] = [HEAD, ['1', 'Light the quay.', 'Done'], [], ['2', 'Mend the weir.', 'Late']]
  const merges = `<mergeCells>${['A2:A3', 'B2:B3', 'C2:C3'].map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
  const cells = cellsOf((await readSheets(sheet(rows, merges))).document)
  expect(cells.map(({ row, rowSpan }) => [row, rowSpan])).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2].map((row) => [row, 1]))
})

it('counts the columns of merged cells without those that are hidden', async () => {
  const rows: Made[][] = [
    ['No', 'Recommendation', null, 'Status'],
    ['1', 'Light the quay.', 'x', 'Done'],
  ]
  const merges = '<mergeCells><mergeCell ref="B1:D1"/></mergeCells>'
  const hidden = '<cols><col min="3" max="3" hidden="1"/></cols>'
  const [, head] = cellsOf((await readSheets(sheet(rows, merges + hidden))).document)
  expect(head).toMatchObject({ col: 1, colSpan: 2 })
})

it('knows the cell that each value is in, hidden columns counted', async () => {
  const rows: Made[][] = [['Council', 'x', 'Quay Council'], [], ['No', 'x', 'What', 'Who'], ['1', 'x', 'Light it', 'Ada']]
  const { document } = await readSheets(sheet(rows, '<cols><col min="2" max="2" hidden="1"/></cols>'))
  const [line] = document.blocks
  expect(line?.type === 'paragraph' && line.passage.runs.map(({ box, line: of }) => [box, of])).toEqual([
    [[0, 0, 1, 1], 1],
    [[2, 0, 3, 1], 1],
  ])
  const last = cellsOf(document).at(-1)
  expect(last && cellPassage(last).runs).toMatchObject([{ page: 1, box: [3, 3, 4, 4], line: 3 }])
  expect(last?.places).toEqual([{ page: 1, box: [3, 3, 4, 4], lineFrom: 3, lineTo: 3 }])
})

it('parts tables below each other where an empty row and a bold head part them', async () => {
  const bold = '<fonts><font/><font><b/></font></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs>'
  const row = (number: number, style: number, ...texts: string[]): string =>
    `<row r="${number}">${texts.map((text) => `<c s="${style}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`
  const rows = row(1, 1, 'No', 'What') + row(2, 0, '1', 'Light it') + row(4, 1, 'Date', 'By') + row(5, 0, 'May', 'Ada')
  const bytes = makeWorkbook({ styles: bold, sheets: [{ name: 'Plan', xml: `<sheetData>${rows}</sheetData>` }] })
  expect(await blocksOf(bytes)).toEqual([
    [
      ['No', 'What'],
      ['1', 'Light it'],
    ],
    [
      ['Date', 'By'],
      ['May', 'Ada'],
    ],
  ])
})

it('parts cards below each other where their labels begin anew', async () => {
  const card = (number: number): Made[][] => [[`Recommendation ${number}`, 'Light it'], ['Response', 'Agreed'], []]
  const blocks = await blocksOf(sheet([...card(1), ...card(2)]))
  expect(blocks).toEqual(
    [1, 2].map((number) => [
      [`Recommendation ${number}`, 'Light it'],
      ['Response', 'Agreed'],
    ]),
  )
  const rows: Made[][] = [['Quay', 'Ada'], ['Weir', 'Bea'], [], ['Quay', 'Cas'], ['Mill', 'Dee']]
  expect(await blocksOf(sheet(rows))).toHaveLength(1)
})

it('is read in time though it merges without end', async () => {
  const merges = `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(20_000)}<mergeCell ref="A1:A2"/></mergeCells>`
  const rows: Made[][] = [HEAD, ...Array.from({ length: 2000 }, (): Made[] => ['1', 'Light the quay.', 'Done'])]
  expect(cellsOf((await readSheets(sheet(rows, merges))).document)[0]).toMatchObject({ rowSpan: 2 })
})
