import { describe, expect, it } from 'vitest'
import { outlineOf, read } from './reading.ts'

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

  it('give the marker a place where it stands so in the source', async () => {
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
    'Lamps, Walls,',
  ])('are not made of %j', async (line) => {
    expect(await outlineOf(`The panel met twice.\n\n${line}\n\nIt found much.`)).toContain(`P ${line}`)
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
})
