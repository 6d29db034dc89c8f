import { describe, expect, it } from 'vitest'
import { formatNumber } from '../../../parsers/formats/passages/format-number.ts'
import { numPr, p, printedBody } from './make-docx.ts'

/** A level of a list. */
const lvl = (index: number, form: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${form}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const abstractNum = (id: number, levels: string): string => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`
const num = (id: number, abstract: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`
const startAt = (level: number, start: number): string =>
  `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride>`

const REPORT = abstractNum(0, lvl(0, 'decimal', '%1.') + lvl(1, 'decimal', '%1.%2') + lvl(2, 'lowerLetter', '(%3)'))

describe('automatic numbers', () => {
  it('count by level, and begin anew below a higher one', async () => {
    const levels = [0, 1, 1, 2, 2, 1, 0, 1, 2]
    const body = levels.map((level) => p(numPr(1, level), 'x')).join('')
    expect(await printedBody({ body, numbering: REPORT + num(1, 0) })).toEqual(
      ['1.', '1.1', '1.2', '(a)', '(b)', '1.3', '2.', '2.1', '(a)'].map((number) => `${number} x`),
    )
  })

  it('go on in another list of the same definition, unless that begins elsewhere, which it does once', async () => {
    const body = [1, 1, 2, 3, 3, 2, 3].map((list) => p(numPr(list), 'x')).join('')
    expect(await printedBody({ body, numbering: REPORT + num(1, 0) + num(2, 0) + num(3, 0, startAt(0, 7)) })).toEqual(
      ['1.', '2.', '3.', '7.', '8.', '9.', '10.'].map((number) => `${number} x`),
    )
  })

  it('are those of a level that a list has for itself', async () => {
    const own = `<w:lvlOverride w:ilvl="0">${lvl(0, 'upperRoman', 'Part %1:')}</w:lvlOverride>`
    expect(await printedBody({ body: p(numPr(1), 'x') + p(numPr(2), 'x'), numbering: REPORT + num(1, 0) + num(2, 0, own) })).toEqual([
      '1. x',
      'Part II: x',
    ])
  })

  it('count a paragraph of each level above that has none', async () => {
    const levels = [1, 1, 0, 1]
    const body = levels.map((level) => p(numPr(1, level), 'x')).join('')
    expect(await printedBody({ body, numbering: REPORT + num(1, 0) })).toEqual(['1.1 x', '1.2 x', '2. x', '2.1 x'])
  })

  it('begin elsewhere at the first paragraph of their own level', async () => {
    const body = p(numPr(1), 'x') + p(numPr(2, 1), 'x') + p(numPr(2), 'x') + p(numPr(2, 1), 'x')
    expect(await printedBody({ body, numbering: REPORT + num(1, 0) + num(2, 0, startAt(0, 5)) })).toEqual([
      '1. x',
      '1.1 x',
      '5. x',
      '5.1 x',
    ])
  })

  it('never begin anew, or only below a certain level, where the level says so', async () => {
    const levels =
      lvl(0, 'decimal', '%1.') +
      lvl(1, 'lowerLetter', '(%2)', '<w:lvlRestart w:val="0"/>') +
      lvl(2, 'lowerRoman', '%3)', '<w:lvlRestart w:val="1"/>')
    const body = [0, 1, 2, 1, 2, 0, 1, 2].map((level) => p(numPr(1, level), 'x')).join('')
    expect(await printedBody({ body, numbering: abstractNum(0, levels) + num(1, 0) })).toEqual(
      ['1.', '(a)', 'i)', '(b)', 'ii)', '2.', '(c)', 'i)'].map((number) => `${number} x`),
    )
  })

  it('are figures on all levels where a level is legal', async () => {
    const levels = lvl(0, 'upperRoman', 'Article %1') + lvl(1, 'decimal', '%1.%2', '<w:isLgl/>')
    const body = [0, 0, 1].map((level) => p(numPr(1, level), 'x')).join('')
    expect(await printedBody({ body, numbering: abstractNum(0, levels) + num(1, 0) })).toEqual(['Article I x', 'Article II x', '2.1 x'])
  })

  const style = (id: string, properties: string, basedOn = ''): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${basedOn && `<w:basedOn w:val="${basedOn}"/>`}<w:pPr>${properties}</w:pPr></w:style>`

  it('come from styles, whose levels a list may name, and number 0 takes them away', async () => {
    const levels = lvl(0, 'decimal', '%1', '<w:pStyle w:val="Part"/>') + lvl(1, 'decimal', '%1.%2', '<w:pStyle w:val="Para"/>')
    const styles =
      style('Part', '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>') +
      style('Para', '<w:numPr><w:numId w:val="1"/></w:numPr>')
    const of = (name: string, more = ''): string => p(`<w:pStyle w:val="${name}"/>${more}`, 'x')
    const body = of('Part') + of('Para') + of('Para', '<w:numPr><w:numId w:val="0"/></w:numPr>') + of('Para') + of('Part') + of('Para')
    expect(await printedBody({ body, styles, numbering: abstractNum(0, levels) + num(1, 0) })).toEqual([
      '1 x',
      '1.1 x',
      'x',
      '1.2 x',
      '2 x',
      '2.1 x',
    ])
  })

  it('follow a link to a style of lists, and end where links run in a circle', async () => {
    const list = (id: string, num: number): string =>
      `<w:style w:type="numbering" w:styleId="${id}"><w:name w:val="${id}"/><w:pPr><w:numPr><w:numId w:val="${num}"/></w:numPr></w:pPr></w:style>`
    const link = (style: string): string => `<w:numStyleLink w:val="${style}"/>`
    const numbering =
      REPORT +
      abstractNum(1, link('A')) +
      abstractNum(2, link('C')) +
      abstractNum(3, link('B')) +
      num(1, 0) +
      num(2, 1) +
      num(3, 2) +
      num(4, 3)
    expect(
      await printedBody({ body: p(numPr(2), 'x') + p(numPr(3), 'y'), styles: list('A', 1) + list('B', 3) + list('C', 4), numbering }),
    ).toEqual(['1. x', 'y'])
  })

  it('are printed before an empty paragraph too, as in the first column of a plan; bullets are not', async () => {
    const numbering = REPORT + abstractNum(1, lvl(0, 'bullet', '\uf0b7')) + num(1, 0) + num(2, 1)
    const cell = (properties: string, text = ''): string => `<w:tc>${p(properties, text)}</w:tc>`
    const row = (text: string): string => `<w:tr>${cell(numPr(1))}${cell(numPr(2), text)}${cell(numPr(2))}</w:tr>`
    expect(await printedBody({ body: `<w:tbl>${row('x')}${row('y')}</w:tbl>`, numbering })).toEqual([
      [
        ['1.', '\u2022 x', ''],
        ['2.', '\u2022 y', ''],
      ],
    ])
  })

  it('count no paragraph whose end was deleted, and none that is hidden', async () => {
    const deleted = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
    const body =
      p(numPr(1), 'one') +
      p(numPr(1) + deleted, 'two') +
      p(numPr(1), ' and more') +
      p(`${numPr(1)}<w:rPr><w:vanish/></w:rPr>`) +
      p(numPr(1), 'three')
    expect(await printedBody({ body, numbering: REPORT + num(1, 0) })).toEqual(['1. one', '2. two and more', '3. three'])
  })

  it.each([
    ['decimal', 12, '12'],
    ['lowerLetter', 28, 'bb'],
    ['upperLetter', 3, 'C'],
    ['lowerRoman', 49, 'xlix'],
    ['upperRoman', 4, 'IV'],
    ['decimalZero', 7, '07'],
    ['ordinal', 22, '22nd'],
    ['ordinal', 11, '11th'],
    ['cardinalText', 42, 'Forty-two'],
    ['cardinalText', 30, 'Thirty'],
    ['ordinalText', 21, 'Twenty-first'],
    ['ordinalText', 20, 'Twentieth'],
    ['lowerLetter', 0, '0'],
    ['none', 3, ''],
    ['japaneseCounting', 3, '3'],
  ])('in the form %s print %i as %s', (form, number, text) => {
    expect(formatNumber(number, form)).toBe(text)
  })
})
