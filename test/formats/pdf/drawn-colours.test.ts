import { describe, expect, it } from 'vitest'
import { readPdf } from '../../../parsers/formats/pdf/read-pdf.ts'
import { cellPassage } from '../../../schema/document.ts'
import { AMBER, disc, GREEN, GREY, RED, rectangle, triangle } from './drawing.ts'
import { show, writePdf } from './write-pdf.ts'

const [GREEN_CELL, AMBER_CELL, RED_CELL] = ['#00b050', '#ffbf00', '#ff0000']

const [LEFT, RIGHT, TOP, HEIGHT] = [72, 420, 700, 30]
const XS = [LEFT, 110, 330, RIGHT]
const ASKED = ['Hang lanterns along the quay.', 'Mend the benches.', 'Post the tolls.', 'Replace the ropes.']

/** A ruled table with a row for each drawing, which `draw` puts into the last column by the middle of its cell and the bottom of its row. */
function ruled(count: number, draw: (row: number, x: number, y: number, bottom: number) => string, under = ''): string {
  let content = under
  for (let row = 0; row <= count; row++) {
    const bottom = TOP - (row + 1) * HEIGHT
    const texts = row === 0 ? ['No', 'Recommendation', 'Status'] : [`${row}`, ASKED[row - 1] ?? '']
    texts.forEach((text, col) => {
      content += show(text, (XS[col] ?? 0) + 4, bottom + 11)
    })
    if (row > 0) content += draw(row - 1, 375, bottom + HEIGHT / 2, bottom)
    content += `${LEFT} ${bottom} m ${RIGHT} ${bottom} l S\n`
  }
  content += `${LEFT} ${TOP} m ${RIGHT} ${TOP} l S\n`
  for (const x of XS) content += `${x} ${TOP} m ${x} ${TOP - (count + 1) * HEIGHT} l S\n`
  return content
}

/** Fill and words of each cell in a table's last column, below its heading. */
async function lastColumn(content: string): Promise<[fill: string | null, text: string][]> {
  const { blocks } = await readPdf(writePdf([{ content }]), {}, () => {})
  const table = blocks.find((block) => block.type === 'table')
  return (table?.rows ?? []).slice(1).map((row) => {
    const cell = row.find(({ col }) => col === 2)
    return [cell?.fill ?? null, cell ? cellPassage(cell).text : '']
  })
}

const LIT = [GREEN, AMBER, RED]

describe('the colour of a cell without words', () => {
  it.each([
    ['disc', disc],
    ['triangle', triangle],
    ['disc with a line round it', (x: number, y: number, colour: string) => disc(x, y, colour).replace('h f', 'h b')],
  ])('is that of a %s in it', async (_, draw) => {
    const found = await lastColumn(ruled(3, (row, x, y) => draw(x, y, LIT[row] ?? '')))
    expect(found).toEqual([
      [GREEN_CELL, ''],
      [AMBER_CELL, ''],
      [RED_CELL, ''],
    ])
  })

  it('is that of the lamp that is lit, where the others are grey', async () => {
    const lamps = (lit: string, x: number, y: number) => LIT.map((one, at) => disc(x + 12 * at, y, one === lit ? one : GREY)).join('')
    expect(await lastColumn(ruled(2, (row, x, y) => lamps(LIT[row] ?? '', x, y)))).toEqual([
      [GREEN_CELL, ''],
      [AMBER_CELL, ''],
    ])
  })

  it('is not known where marks of several colours stand in it', async () => {
    expect(await lastColumn(ruled(2, (_, x, y) => disc(x, y, GREEN) + disc(x + 12, y, RED)))).toEqual([
      [null, ''],
      [null, ''],
    ])
  })

  it('is that of the mark, and not of the band that the whole row is printed on', async () => {
    const band = rectangle(LEFT, TOP - 2 * HEIGHT, RIGHT - LEFT, HEIGHT, GREEN)
    const found = await lastColumn(ruled(2, (row, x, y) => (row === 0 ? disc(x, y, RED) : ''), band))
    expect(found).toEqual([
      [RED_CELL, ''],
      [null, ''],
    ])
  })
})

describe('a thick border on the left of cells', () => {
  const bar = (colour: string, bottom: number) => rectangle(327, bottom, 6, HEIGHT, colour)

  it('is their colour where it changes from row to row', async () => {
    const found = await lastColumn(ruled(3, (row, _x, _y, bottom) => bar(LIT[row] ?? '', bottom)))
    expect(found.map(([fill]) => fill)).toEqual([GREEN_CELL, AMBER_CELL, RED_CELL])
  })

  it('says nothing where it is the same in every row, nor where words do', async () => {
    expect((await lastColumn(ruled(3, (_row, _x, _y, bottom) => bar(GREEN, bottom)))).map(([fill]) => fill)).toEqual([null, null, null])
    const worded = ruled(2, (row, x, y, bottom) => bar(LIT[row] ?? '', bottom) + show('Under way', x - 30, y - 4))
    expect((await lastColumn(worded)).map(([, text]) => text)).toEqual(['Under way', 'Under way'])
  })

  it('parts columns as a rule does', async () => {
    const rows = [600, 570, 540]
    const walls = rows.map(
      (bottom, at) =>
        `${rectangle(200, bottom, 6, 30, LIT[at] ?? '')}${show('The warden of the quay', 84, bottom + 10)}${show('Late', 207, bottom + 10)}`,
    )
    const lines = [630, ...rows].map((y) => `72 ${y} m 300 ${y} l S\n`)
    const sides = [72, 300].map((x) => `${x} 540 m ${x} 630 l S\n`)
    const { blocks } = await readPdf(writePdf([{ content: [...walls, ...lines, ...sides].join('') }]), {}, () => {})
    const [table] = blocks.filter((block) => block.type === 'table')
    expect(table?.rows.map((row) => row.map((cell) => cellPassage(cell).text))).toEqual(rows.map(() => ['The warden of the quay', 'Late']))
  })
})

describe('a bar that fills part of a cell', () => {
  const bars = (...colours: string[]) => ruled(2, (row, _x, y) => rectangle(336, y - 3, 20 + 15 * row, 6, colours[row] ?? ''))
  const fills = async (content: string) => (await lastColumn(content)).map(([fill]) => fill)

  it('is its colour where bars differ, and says something else where all are of one', async () => {
    expect(await fills(bars(GREEN, AMBER))).toEqual([GREEN_CELL, AMBER_CELL])
    expect(await fills(bars(GREEN, GREEN))).toEqual([null, null])
  })
})

describe('a cell that holds nothing but a picture or drawing', () => {
  /** A picture of so many samples that it is never unpacked, with what browsers set between its place and itself. */
  const icon = (x: number, y: number) => `q 10 0 0 10 ${x} ${y} cm 0 0 0 rg /Figure << /MCID 0 >> BDC /Im Do EMC Q\n`
  const resources = '/XObject << /Im 7 0 R >>'
  const image =
    '<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 4 >>\nstream\nabcd\nendstream'
  const tick = (x: number, y: number) => `${GREEN} RG ${x} ${y} m ${x + 4} ${y - 4} l ${x + 10} ${y + 6} l S 0 G\n`

  async function picturesIn(content: string): Promise<(boolean | undefined)[]> {
    const { blocks } = await readPdf(writePdf([{ content, resources }], { objects: [image] }), {}, () => {})
    const table = blocks.find((block) => block.type === 'table')
    return (table?.rows ?? []).slice(1).map((row) => row.find(({ col }) => col === 2)?.picture)
  }

  it.each([
    ['picture', icon],
    ['drawn tick', tick],
    ['pair of discs', (x: number, y: number) => disc(x, y, GREEN) + disc(x + 12, y, RED)],
  ])('says so: a %s', async (_, draw) => {
    expect(await picturesIn(ruled(2, (row, x, y) => (row === 0 ? draw(x, y - 4) : '')))).toEqual([true, false])
  })

  it('does not where words or a colour are known', async () => {
    const content = ruled(2, (row, x, y) => (row === 0 ? icon(x - 40, y - 4) + show('Late', x - 20, y - 4) : disc(x, y, GREEN)))
    expect(await picturesIn(content)).toEqual([false, false])
  })
})
