import { describe, expect, it } from 'vitest'
import { passageFragments } from '../../schema/document.ts'
import { outline, outlineOf, read } from './reading.ts'

const texts = (passages: readonly { text: string }[]): string[] => passages.map(({ text }) => text)

describe('pages of a text', () => {
  it('are parted by form feeds, and numbered', async () => {
    const { pages, blocks } = await read('One.\n\fTwo.\n\n2\n\f')
    expect(pages).toEqual([
      { page: 1, label: null, width: 0, height: 0 },
      { page: 2, label: '2', width: 0, height: 0 },
    ])
    expect(blocks.map((block) => (block.type === 'paragraph' ? block.passage.runs[0]?.page : null))).toEqual([1, 2])
  })

  it('lose their running heads, feet and numbers, and a sentence goes on over them', async () => {
    const page = (number: number, text: string): string => `Greywater Council - Quay Review\n\n${text}\n\nOFFICIAL\nPage ${number} of 3\n`
    const document = await read(
      `${page(1, 'The quay is old.\n\n(1) That the lamps which stand on it')}\f${page(2, 'be lit by night.\n\n(2) That the walls')}\f${page(3, 'be painted.')}`,
    )
    expect(outline(document.blocks)).toEqual([
      'H2 Greywater Council - Quay Review',
      'P The quay is old.',
      'P (1) That the lamps which stand on it be lit by night.',
      'P (2) That the walls be painted.',
    ])
    expect(texts(document.furniture)).toEqual(['OFFICIAL', 'Page 1 of 3', 'Greywater Council - Quay Review', 'Page 2 of 3', 'Page 3 of 3'])
    expect(document.pages.map(({ label }) => label)).toEqual(['1', '2', '3'])
    const passage = document.blocks[2]?.type === 'paragraph' ? document.blocks[2].passage : null
    expect(passage && passageFragments(passage, document.source).map(({ quote, place }) => [quote, place.page])).toEqual([
      ['(1) That the lamps which stand on it', 1],
      ['be lit by night.', 2],
    ])
  })

  it('lose what a browser prints around a page: time and address, and "2/3"', async () => {
    const page = (number: number, text: string): string =>
      `24/11/31, 8:0${number} PM Quay\n\n${text}\n\nhttps://quay.example/review\n\n${number}/3\n`
    const document = await read([page(1, 'It is an old'), page(2, 'quay and'), page(3, 'a wet one.')].join('\f'))
    expect(outline(document.blocks)).toEqual(['P It is an old quay and a wet one.'])
  })

  it('show by their numbers and feet also without form feeds', async () => {
    const lines = (from: number): string =>
      Array.from({ length: 14 }, (_, index) => `Line ${from + index} of the report is a sentence.`).join('\n\n')
    const foot = (number: number): string => `\n\n\n${number}\n\nThis paper was marked as: OPEN\n\n`
    const document = await read(
      `${lines(1)}\n\nThe pump house remains${foot(8)}a small and damp place.\n\n${lines(20)}${foot(9)}${lines(40)}`,
    )
    expect(outline(document.blocks)).toContain('P The pump house remains a small and damp place.')
    expect(texts(document.furniture)).toEqual(['8', 'This paper was marked as: OPEN', '9'])
    expect(document.pages).toEqual([])
  })

  it('lose a number in the middle of a list', async () => {
    const text =
      'The panel asks:\n\nFirst of all these.\n\nAnd then:\n\nOne more.\n\nTwo more.\n\n(a) that the lamps be lit;\n\n4\n\n(b) that the walls be painted.'
    expect((await outlineOf(text)).slice(-2)).toEqual(['P (a) that the lamps be lit;', 'P (b) that the walls be painted.'])
  })

  it('keep numbers that precede items, and single ones that nothing explains', async () => {
    expect(await outlineOf('1\n\nLight the lamps.\n\n2\n\nPaint the walls.\n\n3\n\nTest the pumps.')).toHaveLength(6)
    expect(await outlineOf('Lamps lit this year:\n\n412\n\nIt was a good year.')).toContain('P 412')
  })

  it('keep labels of a form that come again and again', async () => {
    const { furniture } = await read('Our Aims:\n\nLight.\n\nOur Aims:\n\nPaint.\n\nOur Aims:\n\nTest.')
    expect(furniture).toEqual([])
  })

  it('keep headings that count, beside page numbers and at the heads of pages', async () => {
    const texts = [
      'The quay is old, and its walls stand in the water on three of its four sides.',
      'No lamp has been lit.',
      'The pumps are idle.',
    ]
    const page = (number: number): string => `Quay Review - page ${number}\n\nConclusion ${number}\n\n${texts[number - 1]}\n`
    const blocks = [1, 2, 3].map((number) => [`H2 Conclusion ${number}`, `P ${texts[number - 1]}`])
    expect(await outlineOf(`${page(1)}\n${page(2)}\n${page(3)}`)).toEqual(['H2 Quay Review', ...blocks.flat()])
    const heads = [1, 2, 3].map((number) => `Conclusion ${number}\n\n${texts[number - 1]}\n`)
    expect(await outlineOf(heads.join('\f'))).toEqual(blocks.flat())
  })

  it('lose heads and feet on two pages too, and a list goes on over them; the first title stays', async () => {
    const page = (number: number, text: string): string =>
      `Quay Council - Works Panel                  [OPEN]\n\n${text}\n\nReview of the Quay                     ${number}\n`
    const document = await read(`${page(21, 'The panel asks for:\n\n\u2022 light;')}\f${page(22, '\u2022 paint.')}`)
    expect(outline(document.blocks)).toEqual([
      'H2 Quay Council - Works Panel',
      'P [OPEN]',
      'P The panel asks for:',
      '- \u2022 light;',
      '- \u2022 paint.',
    ])
    expect(document.pages.map(({ label }) => label)).toEqual(['21', '22'])
    expect(texts(document.furniture)).toEqual(['Review of the Quay 21', 'Quay Council - Works Panel [OPEN]', 'Review of the Quay 22'])
  })

  it('are taken out with "P. 118" at the other margin, and leave the list around them whole', async () => {
    const text = `QUAY COUNCIL${' '.repeat(40)}P. 117\n\nIt was resolved\n\n(a) That the slip be swept; and\n\nQUAY COUNCIL${' '.repeat(40)}P. 118\n\n(b) That ropes be tested.\n`
    const document = await read(text)
    expect(texts(document.furniture)).toContain('QUAY COUNCIL P. 118')
    expect(outline(document.blocks).slice(-2)).toEqual(['P (a) That the slip be swept; and', 'P (b) That ropes be tested.'])
  })

  it('lose "Page 2 of 9" that is on a table, and the number of an excerpt at the end of its page', async () => {
    const rows = 'No\tLamp\tWho\n1\tLight it\tClerk\n'
    const system = await read(
      `Quay Board - actions, printed 2 May - Page 1 of 2\n\n${rows}Quay Board - actions, printed 2 May - Page 2 of 2\n\n${rows}`,
    )
    expect(outline(system.blocks)[0]).toBe('P Quay Board - actions, printed 2 May')
    expect(system.blocks).toHaveLength(2)
    const excerpt = await read(`**APPENDIX B**\n**PLAN: The Quay**\n\n${rows}12\n\f**APPENDIX B**\n**PLAN: The Quay**\n\n${rows}`)
    expect(excerpt.blocks.map(({ type }) => type)).toEqual(['heading', 'heading', 'table'])
  })

  it('keep what is at the edges of pages and as often within them', async () => {
    const card = 'Progress\n\nThe lamps are lit.\n\n'
    const { furniture } = await read([card + card, card + card].join('\f'))
    expect(furniture).toEqual([])
  })
})
