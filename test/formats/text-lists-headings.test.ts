import { describe, expect, it } from 'vitest'
import { outline, outlineOf, read } from './reading.ts'

describe('lists of a text', () => {
  it('know private-use bullets, dots and dashes, and nest by indent', async () => {
    expect(await outlineOf('\uf0b7 Lamps be lit\n\uf0b7 Walls be\n  painted\n    o at night\n    o by day\n\uf0b7 Done')).toEqual([
      '- • Lamps be lit',
      '- • Walls be painted',
      '-- o at night',
      '-- o by day',
      '- • Done',
    ])
    expect(await outlineOf('- first\n- second\n\n• third')).toEqual(['- - first', '- - second', '- • third'])
  })

  it('give the marker a place where it is so in the source', async () => {
    const { blocks } = await read('\uf0b7 one\n\n• two')
    expect(blocks.map((block) => (block.type === 'list-item' ? block.markerRuns.map((run) => run.offset) : null))).toEqual([[], [7]])
  })

  it('do not take a dash in mid-sentence for a bullet', async () => {
    const text =
      'The survey of the harbour walls was done in the long dry summer of 2031\n- the first for years – and cost less than the board had been told to set\naside for it.'
    expect(await outlineOf(text)).toEqual([`P ${text.replaceAll('\n', ' ')}`])
  })

  it('are cut at bullets within a line', async () => {
    expect(await outlineOf('Aims: • light • paint')).toEqual(['P Aims:', '- • light', '- • paint'])
  })
})

describe('headings of a text', () => {
  it.each([
    ['GREYWATER COUNCIL', 'H1 GREYWATER COUNCIL'],
    ['**APPENDIX 1**', 'H1 APPENDIX 1'],
    ['**Action Plan: the Quay**', 'H2 Action Plan: the Quay'],
    ['## Findings of the panel', 'H2 Findings of the panel'],
    ['Lamps and walls\n===============', 'H1 Lamps and walls'],
    ['Lamps and walls\n---------------', 'H2 Lamps and walls'],
    ['3. Reasons for the Decision', 'H2 3. Reasons for the Decision'],
    ['2.0 Evidence', 'H2 2.0 Evidence'],
    ['Background Papers', 'H2 Background Papers'],
  ])('%j', async (title, expected) => {
    expect(await outlineOf(`The panel met twice.\n\n${title}\n\nIt found much.`)).toEqual([
      'P The panel met twice.',
      expected,
      'P It found much.',
    ])
  })

  it.each([
    'Some thoughts on lamps',
    '3. The lamps on the quay be lit by night.',
    '(3) Background Papers',
    'None',
    'Midnight 31 January 2031',
    'Costs are £400',
    'Our Aims:',
    'Venue: Town Hall',
    'RESOLVED that',
    'Lamps, Walls,',
  ])('are not made of %j', async (line) => {
    expect(await outlineOf(`The panel met twice.\n\n${line}\n\nIt found much.`)).toContain(`P ${line}`)
  })

  it('may be on their text without a blank line, as in texts taken out of PDFs', async () => {
    expect(await outlineOf('It ended.\n\nBackground Papers\n(1) The survey of the quay.\n\nHarbour Office\nQuay Street')).toEqual([
      'P It ended.',
      'H2 Background Papers',
      'P (1) The survey of the quay.',
      'P Harbour Office',
      'P Quay Street',
    ])
  })

  it('are seen within a margin drawn with spaces', async () => {
    const { blocks } = await read('      The panel met.\n\n      Background Papers\n\n      It found much.\n\n        - one\n')
    expect(outline(blocks)).toEqual(['P The panel met.', 'H2 Background Papers', 'P It found much.', '- - one'])
    expect(blocks.map((block) => (block.type === 'heading' || block.type === 'table' ? null : block.indent))).toEqual([0, null, 0, 2])
  })

  it('are not made of a value that another heading follows', async () => {
    expect(await outlineOf('1. Title of Item\n\nReview of the Quay Lamps\n\n2. Record of the Decision\n\nIt was agreed.')).toEqual([
      'H2 1. Title of Item',
      'P Review of the Quay Lamps',
      'H2 2. Record of the Decision',
      'P It was agreed.',
    ])
  })

  it('are not made of a list of titles', async () => {
    expect(await outlineOf('The panel met.\n\nHarbour Board\n\nQuay Traders\n\nLamp Works\n\nIt heard them all.')).toEqual([
      'P The panel met.',
      'P Harbour Board',
      'P Quay Traders',
      'P Lamp Works',
      'P It heard them all.',
    ])
  })

  it('may have a bare number where such numbers count up over text, but not in a list', async () => {
    expect(await outlineOf('8  Conclusions on the quay\n\nThe quay is old.\n\n9 Thanks\n\nWe thank the traders.')).toEqual([
      'H2 8 Conclusions on the quay',
      'P The quay is old.',
      'H2 9 Thanks',
      'P We thank the traders.',
    ])
    expect(await outlineOf('It says:\n\n1 Lamps\n\n2 Walls\n\n3 Pumps\n\n12 Quay Street\n\nIt was late.')).not.toContainEqual(
      expect.stringMatching(/^H/u),
    )
  })

  it('are not made of a marking in brackets', async () => {
    expect(await outlineOf('[OFFICIAL]\n\nThe panel met.')).toEqual(['P [OFFICIAL]', 'P The panel met.'])
  })

  it('are parted from what is at the other margin of the paper\u2019s head', async () => {
    expect(await outlineOf('HARBOUR NEWS                 Issue 4 - Spring 2024\n\nThe lamps are lit.')).toEqual([
      'H1 HARBOUR NEWS',
      'P Issue 4 - Spring 2024',
      'P The lamps are lit.',
    ])
    expect(await outlineOf('Date of meeting         4 May\nPlace of meeting        Quay House\n')).toEqual([
      'P Date of meeting 4 May',
      'P Place of meeting Quay House',
    ])
  })

  it('are not made of a line of contents', async () => {
    expect(await outlineOf('Contents\n\n2.0 The Evidence ........................... 4\n\nIt is old.')).toContain(
      'P 2.0 The Evidence ........................... 4',
    )
  })

  it('are not made of a postcode', async () => {
    expect(await outlineOf('Quay Street\n\nQY1 4QA\n\nIt is old.')).toContain('P QY1 4QA')
  })

  it('may end in a letter, which is a label there and no article', async () => {
    expect(await outlineOf('Recommendation A\n\nLight the lamps.')).toEqual(['H2 Recommendation A', 'P Light the lamps.'])
  })

  it('are not made of what is moved: "That the \u2026"', async () => {
    expect(await outlineOf('3. That the Harbour Officer report\n\nin May.')).toEqual(['P 3. That the Harbour Officer report', 'P in May.'])
  })
})
