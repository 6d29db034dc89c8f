import { describe, expect, it } from 'vitest'
import { readPdf } from '../../../parsers/formats/pdf/read-pdf.ts'
import { cellPassage } from '../../../schema/document.ts'
import { AMBER, disc, GREEN, RED, rectangle } from './drawing.ts'
import { show, writePdf } from './write-pdf.ts'

const WORDS = ['Complete', 'On track', 'Delayed']
const COLOURS = [GREEN, AMBER, RED]
/** Discs elsewhere on the page, which a key explains. */
const USED = COLOURS.map((colour, at) => disc(400, 400 - 30 * at, colour)).join('')

const square = (x: number, y: number, colour: string) => rectangle(x - 4, y - 4, 8, 8, colour)

async function texts(...pages: string[]): Promise<string[]> {
  const { blocks } = await readPdf(writePdf(pages.map((content) => ({ content }))), {}, () => {})
  return blocks.flatMap((block) => (block.type === 'table' ? [] : [block.passage.text]))
}

/** Entries beside each other, each mark before its words. */
const inLine = (draw: typeof disc, colours = COLOURS, words = WORDS) =>
  words.map((text, at) => draw(76 + 90 * at, 604, colours[at] ?? '') + show(text, 86 + 90 * at, 600)).join('')
/** Entries under each other. */
const inColumn = (draw: typeof disc, colours = COLOURS, gap = 10) =>
  WORDS.map((text, at) => draw(76, 604 - 22 * at, colours[at] ?? '') + show(text, 76 + gap, 600 - 22 * at)).join('')

describe('a key of colours that are drawn', () => {
  it.each([
    ['discs', disc],
    ['squares', square],
  ])('is read with its %s as words, in a line or a column', async (_, draw) => {
    expect(await texts(show('How it stands', 72, 700) + inLine(draw) + USED)).toContain('[green] Complete [amber] On track [red] Delayed')
    expect((await texts(show('How it stands', 72, 700) + inColumn(draw) + USED)).join(' ')).toContain(
      '[green] Complete [amber] On track [red] Delayed',
    )
  })

  it('is a table with the colours as fills, where its words stand well apart', async () => {
    const { blocks } = await readPdf(writePdf([{ content: inColumn(disc, COLOURS, 34) + USED }]), {}, () => {})
    const [table] = blocks.filter((block) => block.type === 'table')
    expect(table?.rows.map(([mark, words]) => [mark?.fill, words && cellPassage(words).text])).toEqual([
      ['#00b050', 'Complete'],
      ['#ffbf00', 'On track'],
      ['#ff0000', 'Delayed'],
    ])
  })

  it('explains colours of other pages', async () => {
    expect(await texts(show('Hang lanterns', 72, 700) + USED, inLine(disc))).toContain('[green] Complete [amber] On track [red] Delayed')
  })

  it.each([
    ['nothing else has its colours', inLine(disc)],
    ['another mark is of another shade of one', `${inLine(disc)}${USED}${disc(400, 280, '0.44 0.68 0.28')}`],
    ['an empty cell is of another shade of one', `${inLine(disc)}${USED}${rectangle(400, 200, 60, 20, '0.75 0 0')}`],
    [
      'a map of dots is drawn',
      inLine(disc) + Array.from({ length: 450 }, (_, at) => disc(80 + 18 * (at % 25), 500 - 18 * Math.floor(at / 25), GREEN)).join(''),
    ],
    ['a colour stands in it twice', inLine(disc, [GREEN, AMBER, GREEN]) + USED],
    [
      'marks stand behind their words',
      WORDS.map((text, at) => show(text, 76 + 70 * at, 600) + disc(134 + 70 * at, 604, COLOURS[at] ?? '')).join('') + USED,
    ],
    ['marks are of several sizes', inLine((x, y, colour) => disc(x, y, colour, x < 100 ? 5 : 7)) + USED],
  ])('is none where %s', async (_, content) => {
    expect((await texts(content)).join(' ')).not.toContain('[')
  })
})

describe('a disc behind a label', () => {
  const labelled = (x: number, then = '') => show('Status:', 72, 600) + disc(x, 604, AMBER) + then

  it('is its value as a word, in running text and in a cell', async () => {
    expect(await texts(labelled(120))).toEqual(['Status: [amber]'])
    const box =
      [72, 190, 420].map((x) => `${x} 590 m ${x} 650 l S\n`).join('') + [590, 620, 650].map((y) => `72 ${y} m 420 ${y} l S\n`).join('')
    const words = show('Lanterns', 80, 630) + show('Hang them along the quay', 200, 630) + show('By Perrin Holt', 200, 600)
    const { blocks } = await readPdf(writePdf([{ content: box + words + show('Status:', 80, 600) + disc(128, 604, AMBER) }]), {}, () => {})
    const [table] = blocks.filter((block) => block.type === 'table')
    expect(table?.rows.map((row) => row.map((cell) => cellPassage(cell).text))).toEqual([
      ['Lanterns', 'Hang them along the quay'],
      ['Status: [amber]', 'By Perrin Holt'],
    ])
  })

  it.each([
    ['far from it', labelled(200)],
    ['before other words', labelled(120, show('and so on', 132, 600))],
    ['one of several', labelled(120, disc(132, 604, RED))],
  ])('is none %s', async (_, content) => {
    expect((await texts(content)).join(' ')).not.toContain('[')
  })
})
