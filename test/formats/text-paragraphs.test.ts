import { describe, expect, it } from 'vitest'
import { passageFragments } from '../../schema/document.ts'
import { outlineOf, read } from './reading.ts'

/** Lines that wrap at about 70 letters, so that a text has a width. */
const WRAPPED = `The panel heard from the harbour master and from three traders about
the state of the quay, and visited the works on a wet morning in May
to see for itself how the new lamps had been fixed to the old walls
and how far the cables ran before they reached the small pump house.`

describe('paragraphs of a text', () => {
  it('flow on over wrapped lines', async () => {
    expect(await outlineOf(`${WRAPPED}\n\nA second one is\nshort.`)).toEqual([
      `P ${WRAPPED.replaceAll('\n', ' ')}`,
      'P A second one is short.',
    ])
  })

  it('are parted by the bar that a table saved as text leaves behind each cell', async () => {
    expect(await outlineOf('RESOLVED: That the lamp be lit. |\n|\nThe Panel rose. |\n')).toEqual([
      'P RESOLVED: That the lamp be lit.',
      'P The Panel rose.',
    ])
  })

  it('are parted by an indent where there are no blank lines', async () => {
    expect(await outlineOf(`${WRAPPED}\n    Indented lines begin another paragraph of this old report on the\nquay.`)).toEqual([
      `P ${WRAPPED.replaceAll('\n', ' ')}`,
      'P Indented lines begin another paragraph of this old report on the quay.',
    ])
  })

  it('flow on over blank lines in mid-sentence where the text is double-spaced', async () => {
    const spaced = `${WRAPPED}\n\n(1) That the Harbour Board be asked to set aside enough money for the\n\nLamp Fund in each of the next three years, and that the fund be shown\n\n\nin its accounts.\n\n(2) That the pumps be\n\ntested.`
    expect((await outlineOf(spaced)).slice(1)).toEqual([
      'P (1) That the Harbour Board be asked to set aside enough money for the Lamp Fund in each of the next three years, and that the fund be shown in its accounts.',
      'P (2) That the pumps be',
      'P tested.',
    ])
  })

  it('end at a blank line where the text is single-spaced, unless the line ends in mid-phrase', async () => {
    expect(
      await outlineOf(
        `${WRAPPED}\n\n\u201cC211    REVIEW OF THE QUAY LAMPS (HARBOUR SCRUTINY COMMITTEE) \u2013\n\nCabinet heard the panel.`,
      ),
    ).toEqual([
      `P ${WRAPPED.replaceAll('\n', ' ')}`,
      'P \u201cC211 REVIEW OF THE QUAY LAMPS (HARBOUR SCRUTINY COMMITTEE) \u2013',
      'P Cabinet heard the panel.',
    ])
    expect(
      (await outlineOf(`${WRAPPED}\n\nIt also asked what had become of the older lamps that belonged to the\n\nHarbour Board.`)).slice(1),
    ).toEqual(['P It also asked what had become of the older lamps that belonged to the Harbour Board.'])
  })

  it('are each line of a form, and of a head that ends in a date', async () => {
    const long = 'Decision: That recommendations 1 to 4 be approved and recommendation 5 be referred.'
    expect(
      await outlineOf(
        `Notice of the decisions that were taken by Cabinet on 6 May 2031\nReview of the Quay\n\n${WRAPPED}\n\n${long}\nReason(s): The lamps are old.`,
      ),
    ).toEqual([
      'P Notice of the decisions that were taken by Cabinet on 6 May 2031',
      'P Review of the Quay',
      `P ${WRAPPED.replaceAll('\n', ' ')}`,
      `P ${long}`,
      'P Reason(s): The lamps are old.',
    ])
  })

  it('are each item that is called by name, and each title, in a text that lost its blank lines', async () => {
    expect(
      await outlineOf(
        `${WRAPPED}\nWhat is to be done\nRecommendation 1.1 That the lamps on the quay be lit from dusk to dawn.\nRecommendation 1.2 That the walls be painted.`,
      ),
    ).toEqual([
      `P ${WRAPPED.replaceAll('\n', ' ')}`,
      'P What is to be done',
      'P Recommendation 1.1 That the lamps on the quay be lit from dusk to dawn.',
      'P Recommendation 1.2 That the walls be painted.',
    ])
  })

  it('begin with a section\u2019s first number, whatever its title ends in, and not after an initial', async () => {
    expect(await outlineOf(`${WRAPPED}\n\n4. Conclusions and recommendations\n4.1 Most lamps are out.`)).toContain(
      'P 4.1 Most lamps are out.',
    )
    expect(
      await outlineOf(`${WRAPPED}\n\nThe members of the panel were the Councillors D. Lamp, T. Quay and F.\nWall and J. Pump`),
    ).toContain('P The members of the panel were the Councillors D. Lamp, T. Quay and F. Wall and J. Pump')
  })

  it('are each line of contents, and an item whose bullet is in a line of its own', async () => {
    expect(
      await outlineOf(
        'Summary of the Quay Review ............................ 3\n1.0 Lamps ............................................. 4',
      ),
    ).toHaveLength(2)
    expect(await outlineOf('Heard:\n\n\uf0b7\nQuay Buses and Dale Ferries\n\n\uf0b7\nthe clerk')).toEqual([
      'P Heard:',
      '- \u2022 Quay Buses and Dale Ferries',
      '- \u2022 the clerk',
    ])
    expect(await outlineOf('It makes up eighty-\nfour per cent.')).toEqual(['P It makes up eighty-four per cent.'])
  })

  it('do not flow on over a blank line into a heading or a new sentence', async () => {
    const text = `${WRAPPED}\n\nThe panel asks that every lamp on the quay be tested before the winter\n\nBackground Papers\n\nNone were used for this part of the paper by those who wrote it here.`
    expect((await outlineOf(text)).slice(1)).toEqual([
      'P The panel asks that every lamp on the quay be tested before the winter',
      'H2 Background Papers',
      'P None were used for this part of the paper by those who wrote it here.',
    ])
  })

  it('begin at labels, with or without a blank line', async () => {
    expect(
      await outlineOf(
        'RESOLVED that:\n1. The quay be lit.\n(a) Lamps first;\n(b)Cables second.\n1.1 Pumps follow.\nRecommendation 4: Walls be painted.',
      ),
    ).toEqual([
      'P RESOLVED that:',
      'P 1. The quay be lit.',
      'P (a) Lamps first;',
      'P (b)Cables second.',
      'P 1.1 Pumps follow.',
      'P Recommendation 4: Walls be painted.',
    ])
  })

  it('do not begin at references and quantities that a wrapped line happens to start with', async () => {
    const text = `${WRAPPED}
The costs of lighting the whole of the quay are those given in section
2.5 above, and the savings would follow from the three changes made in
(b). Together they come to rather more than the sum of the estimates of
16.8 % that the surveyor gave.`
    expect(await outlineOf(text)).toEqual([`P ${text.replaceAll('\n', ' ')}`])
  })

  it('take labels of a list for what they are even on full lines', async () => {
    const text = `${WRAPPED}\n\n(a) that the board agree to the scheme which was set out in the report\n(b) that it be told of the costs`
    expect((await outlineOf(text)).slice(1)).toEqual([
      'P (a) that the board agree to the scheme which was set out in the report',
      'P (b) that it be told of the costs',
    ])
  })

  it('begin at the first label of a list, though no colon comes before and small letters follow', async () => {
    const text = `${WRAPPED}\n\n(1) That, once the surveyor has told them what it costs, the board shall\n\n(a) set aside the money that is needed for the lamps and the cables and\n\n(b) tell the traders.`
    expect((await outlineOf(text)).slice(1)).toEqual([
      'P (1) That, once the surveyor has told them what it costs, the board shall',
      'P (a) set aside the money that is needed for the lamps and the cables and',
      'P (b) tell the traders.',
    ])
  })

  it('close up letter-spaced words and leave lists of letters', async () => {
    expect(await outlineOf('RECOMMENDED - T H A T the quay be lit.\n\nGrades A B C D are used.')).toEqual([
      'P RECOMMENDED - THAT the quay be lit.',
      'P Grades A B C D are used.',
    ])
  })

  it('lose the marks that conversions leave', async () => {
    expect(await outlineOf('^{1.} See the plan^{2} and **all** of it.\n\n**Who:** the master')).toEqual([
      'P 1. See the plan2 and all of it.',
      'P Who: the master',
    ])
  })

  it('lose mark-up and keep what only looks like it', async () => {
    expect(await outlineOf('By 1 <sup>st</sup> May <u>2031</u> for those <18 &amp; their <carer>.')).toEqual([
      'P By 1st May 2031 for those <18 & their <carer>.',
    ])
  })
})

describe('hyphens at line ends', () => {
  it.each([
    ['the panel made recommen-\ndations on it', 'the panel made recommendations on it'],
    ['a multi-\nagency group', 'a multi-agency group'],
    ['by Stockwell-on-\nMere and by Upper-\nNorton', 'by Stockwell-on-Mere and by Upper-Norton'],
    ['aged 16-\n59 years', 'aged 16-59 years'],
    ['from May 2017- \nJune 2018', 'from May 2017- June 2018'],
    ['the quay\u00ad\nside', 'the quayside'],
    ['the harbour -\nwhich is old', 'the harbour - which is old'],
  ])('%j', async (text, expected) => {
    expect(await outlineOf(text)).toEqual([`P ${expected}`])
  })

  it('ask the text how it writes the word', async () => {
    expect(await outlineOf('a lamp-\nlit quay\n\nIt is lamp-lit.')).toContain('P a lamp-lit quay')
    expect(await outlineOf('a lamp-\nlight\n\nThe lamplight.')).toContain('P a lamplight')
    expect(await outlineOf('its pay-\nlist.\n\nThe pay was on the list.')).toContain('P its pay-list.')
  })
})

describe('places', () => {
  it('are lines and offsets, with a fragment for each piece', async () => {
    const { blocks, source } = await read('First.\n\n  The recommen-\n  dation  stands.')
    const block = blocks[1]
    if (block?.type !== 'paragraph') throw new Error('expected a paragraph')
    expect(block.indent).toBe(2)
    expect(block.passage.runs.map(({ line, start, end }) => [line, block.passage.text.slice(start, end)])).toEqual([
      [3, 'The recommen'],
      [4, 'dation'],
      [4, 'stands.'],
    ])
    expect(passageFragments(block.passage, source)).toEqual([
      { quote: 'The recommen- dation stands.', place: { page: null, box: null, lineFrom: 3, lineTo: 4 } },
    ])
  })

  it('stay right where letters change in NFC', async () => {
    const { blocks, source } = await read('The cafe\u0301 opens.')
    const [block] = blocks
    if (block?.type !== 'paragraph') throw new Error('expected a paragraph')
    expect(block.passage.text).toBe('The caf\u00e9 opens.')
    expect(
      block.passage.runs.map(({ start, end, offset }) => [
        block.passage.text.slice(start, end),
        source?.slice(offset ?? 0, (offset ?? 0) + end - start),
      ]),
    ).toEqual([
      ['The caf', 'The caf'],
      [' opens.', ' opens.'],
    ])
  })
})
