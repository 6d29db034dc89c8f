import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../../schema/document.ts'
import { printed, readBytes } from '../word/make-docx.ts'

const NAMESPACES = ['office', 'text', 'table', 'style', 'meta']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat([
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  ])
  .join(' ')

interface Parts {
  body: string
  automatic?: string
  common?: string
  pages?: string
  meta?: string
  manifest?: string
}

function makeOdt({ body, automatic = '', common = '', pages = '', meta, manifest }: Parts): Uint8Array {
  const files: Record<string, string> = {
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content ${NAMESPACES}><office:font-face-decls><style:font-face style:name="W" svg:font-family="Wingdings"/></office:font-face-decls><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${NAMESPACES}><office:styles>${common}</office:styles><office:master-styles>${pages}</office:master-styles></office:document-styles>`,
  }
  if (meta !== undefined)
    files['meta.xml'] = `<office:document-meta ${NAMESPACES}><office:meta>${meta}</office:meta></office:document-meta>`
  if (manifest !== undefined) files['META-INF/manifest.xml'] = manifest
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)])))
}

const read = async (parts: Parts) => readBytes(makeOdt(parts))
const printedBody = async (parts: Parts) => printed((await read(parts)).document.blocks)
const p = (content: string, style = ''): string => `<text:p text:style-name="${style}">${content}</text:p>`
const list = (style: string, items: string, more = ''): string =>
  `<text:list ${style && `text:style-name="${style}"`} ${more}>${items}</text:list>`
const item = (content: string, more = ''): string => `<text:list-item ${more}>${content}</text:list-item>`
const style = (name: string, properties: string, more = ''): string =>
  `<style:style style:name="${name}" style:family="paragraph" ${more}>${properties}</style:style>`
const number = (level: number, form: string, more = ''): string =>
  `<text:list-level-style-number text:level="${level}" style:num-format="${form}" ${more}/>`
const REPORT = `<text:list-style style:name="R">${number(1, '1', 'style:num-suffix="."')}${number(2, '1', 'text:display-levels="2"')}${number(3, 'a', 'style:num-prefix="(" style:num-suffix=")"')}</text:list-style>`
const BULLETS =
  '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="\u2022"/><text:list-level-style-bullet text:level="2" text:bullet-char="\u2013"/></text:list-style>'

describe('an OpenDocument text', () => {
  it('has the numbers of its lists: by level, going on where it says so, and from where an item says', async () => {
    const deep = item(p('x') + list('', item(p('x')) + item(p('x') + list('', item(p('x'))))))
    const body =
      list('R', deep + item(p('x')), 'xml:id="l1"') +
      p('between') +
      list('R', item(p('x')), 'text:continue-numbering="true"') +
      list('R', item(p('x'))) +
      list('R', item(p('x')), 'text:continue-list="l1"') +
      list('R', item(p('x'), 'text:start-value="9"') + item(p('x')))
    expect(await printedBody({ body, automatic: REPORT })).toEqual([
      '1. x',
      '1.1 x',
      '1.2 x',
      '(a) x',
      '2. x',
      'between',
      '3. x',
      '1. x',
      '4. x',
      '9. x',
      '10. x',
    ])
  })

  it('counts a list within another with it, whatever its style, and numbers only the first paragraph of an item', async () => {
    const body = list(
      'R',
      `${item(p('x') + p('more') + list('B', item(p('y')))) + item(list('', item(p('z'))))}<text:list-header><text:p>head</text:p></text:list-header>`,
    )
    const { blocks } = (await read({ body, automatic: REPORT + BULLETS })).document
    expect(printed(blocks)).toEqual(['1. x', 'more', '\u2013 y', '1.2 z', 'head'])
  })

  it('numbers headings by their level, unless a list holds them', async () => {
    const outline =
      '<text:outline-style style:name="O"><text:outline-level-style text:level="1" style:num-format="1"/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
    const h = (level: number, more = ''): string => `<text:h text:outline-level="${level}" ${more}>x</text:h>`
    const body =
      h(1) +
      h(2) +
      h(1, 'text:is-list-header="true"') +
      list('R', item(h(1))) +
      h(2) +
      h(1, 'text:restart-numbering="true" text:start-value="7"')
    const { blocks } = (await read({ body, common: outline, automatic: REPORT })).document
    expect(printed(blocks)).toEqual(['1 x', '1.1 x', 'x', '1. x', '1.2 x', '7 x'])
    expect(blocks.map((block) => block.type === 'heading' && block.level)).toEqual([1, 2, 1, 1, 2, 1])
  })

  it('has headings by the names of styles, and bold paragraphs', async () => {
    const bold = '<style:text-properties fo:font-weight="bold"/>'
    const automatic =
      style('P1', '', 'style:parent-style-name="Title"') + style('P2', '', 'style:parent-style-name="Heading_20_2"') + style('P3', bold)
    const common = style('Title', '') + style('Heading_20_2', '')
    const { blocks } = (await read({ body: p('a', 'P1') + p('b', 'P2') + p('c', 'P3'), automatic, common })).document
    expect(blocks).toMatchObject([
      { type: 'heading', level: 1 },
      { type: 'heading', level: 2 },
      { type: 'paragraph', bold: true },
    ])
  })

  it('has spaces, tabs and breaks, and not what is hidden, struck, a comment or deleted', async () => {
    const span = (name: string, properties: string): string =>
      `<style:style style:name="${name}" style:family="text"><style:text-properties ${properties}/></style:style>`
    const automatic =
      span('H', 'text:display="none"') + span('S', 'style:text-line-through-style="solid"') + span('W', 'style:font-name="W"')
    const inSpan = (name: string, text: string): string => `<text:span text:style-name="${name}">${text}</text:span>`
    const changes =
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>'
    const body =
      changes +
      p(
        `the<text:s text:c="2"/>quay<text:tab/>at\n night<office:annotation><text:p>note</text:p></office:annotation><text:line-break/>Lit.${inSpan('H', ' draft')}${inSpan('S', ' old')} ${inSpan('W', '\u00fc')}`,
      )
    const { document, diagnostics } = await read({ body, automatic })
    expect(printed(document.blocks)).toEqual(['the quay at night', 'Lit. \u2713'])
    expect(diagnostics.map(({ rule, note }) => [rule, note])).toEqual([
      ['text-not-shown', '5 hidden letters, 3 letters struck through'],
      ['changes-accepted', '1 changes'],
    ])
  })

  it('has text boxes after their paragraph and notes at its end', async () => {
    const note =
      '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>A survey.</text:p></text:note-body></text:note>'
    const box = '<draw:frame><draw:text-box><text:p>We recommend this.</text:p></draw:text-box></draw:frame>'
    const { blocks } = (await read({ body: p(`The quay.${note}${box}`) + p('Next.') })).document
    expect(printed(blocks)).toEqual(['The quay.', 'We recommend this.', 'Next.', '1 A survey.'])
    expect(blocks.map((block) => block.type !== 'table' && [block.look.box !== null, block.look.small])).toEqual([
      [false, false],
      [true, false],
      [false, false],
      [false, true],
    ])
  })

  const cell = (text: string, more = ''): string => `<table:table-cell ${more}>${p(text)}</table:table-cell>`
  const row = (cells: string): string => `<table:table-row>${cells}</table:table-row>`

  it('has tables with spans, covered cells or none in their place, fills and header rows', async () => {
    const automatic =
      '<style:style style:name="G" style:family="table-cell"><style:table-cell-properties fo:background-color="#00B050"/></style:style>'
    const covered = '<table:covered-table-cell/>'
    const body = `<table:table><table:table-header-rows>${row(cell('a', 'table:number-columns-spanned="2"') + covered + cell('b'))}</table:table-header-rows>${row(cell('c', 'table:number-rows-spanned="2"') + cell('d') + cell('e', 'table:style-name="G"'))}${row(cell('f') + cell('g'))}</table:table>`
    const [table] = (await read({ body, automatic })).document.blocks
    expect(
      table?.type === 'table' && table.rows.map((one) => one.map(({ col, rowSpan, colSpan, fill }) => [col, rowSpan, colSpan, fill])),
    ).toEqual([
      [
        [0, 1, 2, null],
        [2, 1, 1, null],
      ],
      [
        [0, 2, 1, null],
        [1, 1, 1, null],
        [2, 1, 1, '#00b050'],
      ],
      [
        [1, 1, 1, null],
        [2, 1, 1, null],
      ],
    ])
    expect(table).toMatchObject({ columns: 3, headerRows: 1 })
  })

  it('fills no memory where cells or rows are said to repeat without end', async () => {
    const body = `<table:table>${row(cell('a', 'table:number-columns-repeated="1000000"') + cell('b'))}<table:table-row table:number-rows-repeated="1000000">${cell('c')}${cell('d')}</table:table-row></table:table>`
    const [table] = (await read({ body })).document.blocks
    expect(table?.type === 'table' && [table.columns, table.rows.length]).toEqual([101, 101])
  })

  it('keeps headers and footers apart, but for a page that comes first', async () => {
    const page = (name: string, content: string, more = ''): string =>
      `<style:master-page style:name="${name}" ${more}>${content}</style:master-page>`
    const header = (text: string): string => `<style:header>${p(text)}</style:header>`
    const pages =
      page('Standard', header('Every page')) +
      page('First', header('Quayside Council'), 'style:next-style-name="Standard"') +
      page('Unused', header('No page'))
    const of = ({ blocks, furniture }: Document) => [printed(blocks), furniture.map(({ text }) => text)]
    expect(of((await read({ body: p('x'), pages })).document)).toEqual([['x'], ['Every page']])
    const automatic = style('P1', '', 'style:master-page-name="First"')
    expect(of((await read({ body: p('x', 'P1'), pages, automatic })).document)).toEqual([['Quayside Council', 'x'], ['Every page']])
  })

  it('says what its properties say', async () => {
    const meta = '<dc:title>The quay</dc:title><meta:initial-creator>A Clerk</meta:initial-creator><dc:creator>Another</dc:creator>'
    expect((await read({ body: p('x'), meta })).document.information).toEqual({ Title: 'The quay', Author: 'A Clerk' })
  })

  it.each([
    ['empty-file', p(''), undefined],
    ['no-text-layer', p('<draw:frame><draw:image/></draw:frame>'), undefined],
    ['encrypted', p('x'), '<manifest><encryption-data/></manifest>'],
  ])('is not one in a file that is %s', async (reason, body, manifest) => {
    await expect(read(manifest === undefined ? { body } : { body, manifest })).rejects.toMatchObject({ reason })
  })
})
