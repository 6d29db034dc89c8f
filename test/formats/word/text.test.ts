import { describe, expect, it } from 'vitest'
import { passageFragments } from '../../../schema/document.ts'
import { makeDocx, p, printed, printedBody, r, readBytes } from './make-docx.ts'

const read = async (parts: Parameters<typeof makeDocx>[0]) => readBytes(makeDocx(parts))
const field = (code: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
const run = (text: string): string => r('', text)
const change = (name: string, content: string): string => `<w:${name} w:id="1" w:author="a">${content}</w:${name}>`

describe('the text of a Word document', () => {
  it('has headings by style and level, its own or that of a style below', async () => {
    const style = (id: string, name: string, more = ''): string =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`
    const styles =
      style('T', 'Title') +
      style('H2', 'heading 2') +
      style('Own', 'Our heading', '<w:basedOn w:val="H2"/>') +
      style('Text', 'Text', '<w:basedOn w:val="H2"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>')
    const body = ['T', 'H2', 'Own', 'Text'].map((id) => p(`<w:pStyle w:val="${id}"/>`, id)).join('') + p('<w:outlineLvl w:val="2"/>', 'x')
    const { document } = await read({ body, styles })
    expect(document.blocks.map((block) => (block.type === 'heading' ? block.level : block.type))).toEqual([1, 2, 2, 'paragraph', 3])
  })

  it('has headings by size where no style says so, and small print', async () => {
    const body =
      p('', r('<w:sz w:val="36"/>', 'Review of the Quay')) +
      p('', r('<w:sz w:val="22"/>', 'We looked at the quay for a year.')) +
      p('', r('<w:sz w:val="16"/>', 'Printed in the town hall'))
    const { blocks } = (await read({ body })).document
    expect(blocks.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'paragraph'])
    expect(blocks.map((block) => block.type !== 'table' && block.look.small)).toEqual([false, false, true])
  })

  it('is bold where all its letters are, by themselves or by a style', async () => {
    const styles = '<w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    const body =
      p('', r('<w:b/>', 'one'), run(' ')) +
      p('', r('<w:rStyle w:val="S"/>', 'two')) +
      p('', r('<w:rStyle w:val="S"/><w:b w:val="0"/>', 'three'))
    const { blocks } = (await read({ body, styles })).document
    expect(blocks.map((block) => block.type === 'paragraph' && block.bold)).toEqual([true, true, false])
  })

  it('is that of accepted changes, and says so', async () => {
    const body =
      p('', run('Six '), change('ins', run('new ')), change('del', '<w:r><w:delText>old </w:delText></w:r>'), run('boats')) +
      p('', change('moveFrom', run('gone')), run('stays')) +
      p('', change('moveTo', run('gone')))
    const { document, diagnostics } = await read({ body })
    expect(printed(document.blocks)).toEqual(['Six new boats', 'stays', 'gone'])
    expect(diagnostics.map(({ rule, note }) => [rule, note])).toEqual([['changes-accepted', '4 changes']])
  })

  it('lacks what is hidden or struck through, and says so', async () => {
    const body = p('', run('the quay'), r('<w:vanish/>', ' draft'), r('<w:strike/>', ' and weir'), r('<w:dstrike/>', ' now'))
    const { document, diagnostics } = await read({ body })
    expect(printed(document.blocks)).toEqual(['the quay'])
    expect(diagnostics.map(({ rule, note }) => [rule, note])).toEqual([['text-not-shown', '5 hidden letters, 10 letters struck through']])
  })

  it('has the results of fields, also of nested ones and over paragraphs, and not their codes', async () => {
    const nested = field(`IF ${'</w:instrText></w:r>'}${field('PAGE', run('3'))}${'<w:r><w:instrText>'}`, run('yes'))
    const over =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    const body = p('', run('Said: '), nested) + p('', over, run('One')) + p('', run('Two'), '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    expect(await printedBody({ body })).toEqual(['Said: yes', 'One', 'Two'])
  })

  it('has the boxes and choices of forms', async () => {
    const box = (state: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>${state}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const list =
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Red"/><w:listEntry w:val="Amber"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    expect(
      await printedBody({ body: p('', box('<w:checked/>'), run(' Yes '), box('<w:default w:val="0"/>'), run(' No')) + p('', list) }),
    ).toEqual(['\u2612 Yes \u2610 No', 'Amber'])
  })

  it('has what content controls hold, but not their prompts', async () => {
    const sdt = (content: string, properties = ''): string =>
      `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
    const cells = `<w:tr>${sdt(`<w:tc>${p('', 'in a cell')}</w:tc>`)}<w:tc>${sdt(p('', 'in it'))}</w:tc></w:tr>`
    const body = `${sdt(p('', 'block')) + p('', sdt(run('inline')), sdt(run('Click here'), '<w:showingPlcHdr/>'))}<w:tbl>${cells}${sdt(cells)}</w:tbl>`
    expect(await printedBody({ body })).toEqual([
      'block',
      'inline',
      [
        ['in a cell', 'in it'],
        ['in a cell', 'in it'],
      ],
    ])
  })

  it('has text boxes after their paragraph, once, in a box', async () => {
    const content = `<w:txbxContent>${p('', 'We recommend this.')}</w:txbxContent>`
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${content}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    const { blocks } = (await read({ body: p('', box, run('Beside it.')) + p('', 'Next.') })).document
    expect(printed(blocks)).toEqual(['Beside it.', 'We recommend this.', 'Next.'])
    expect(blocks.map((block) => block.type !== 'table' && block.look.box !== null)).toEqual([false, true, false])
  })

  it('takes the plainer of two choices where the other is not known', async () => {
    const choice =
      '<w:r><mc:AlternateContent><mc:Choice Requires="w99"><w:none/></mc:Choice><mc:Fallback><w:t>plain</w:t></mc:Fallback></mc:AlternateContent></w:r>'
    expect(await printedBody({ body: p('', choice) })).toEqual(['plain'])
  })

  it('has signs of symbol fonts as any font has them', async () => {
    const body = p(
      '',
      '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
      r('<w:rFonts w:ascii="Wingdings"/>', '\u00fb'),
      run(' a'),
      '<w:r><w:noBreakHyphen/></w:r>',
      run('b'),
    )
    expect(await printedBody({ body })).toEqual(['\u2713\u2717 a-b'])
  })

  it('has notes at its end, small, each after its number, and no marks of notes in words', async () => {
    const reference = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
    const note = (id: number, text: string): string =>
      `<w:footnote w:id="${id}">${p('', '<w:r><w:footnoteRef/></w:r>', run(` ${text}`))}</w:footnote>`
    const footnotes = note(-1, 'a line') + note(4, 'first') + note(2, 'second')
    const body =
      p('', run('The quay.'), reference(4), run(' The weir.'), r('<w:vertAlign w:val="superscript"/>', '7')) +
      p('', run('Area 3 m'), r('<w:vertAlign w:val="superscript"/>', '2'), reference(2))
    const { blocks } = (await read({ body, footnotes })).document
    expect(printed(blocks)).toEqual(['The quay. The weir.', 'Area 3 m2', '1 first', '2 second'])
    expect(blocks.map((block) => block.type !== 'table' && block.look.small)).toEqual([false, false, true, true])
  })

  it('is made whole again where a large first letter is in a frame of its own', async () => {
    expect(await printedBody({ body: p('<w:framePr w:dropCap="drop"/>', 'T') + p('', 'he quay') })).toEqual(['The quay'])
  })

  it('keeps headers and footers apart, but for a letterhead, and leaves out those that are not printed', async () => {
    const section = (type: string, more = ''): string =>
      `<w:sectPr><w:headerReference w:type="${type}" r:id="rIdheader"/><w:footerReference w:type="default" r:id="rIdfooter"/>${more}</w:sectPr>`
    const parts = { header: p('', 'Quayside Council'), footer: p('', 'Page ', field('PAGE', run('1'))) }
    const every = (await read({ ...parts, body: p('', 'x') + section('default') })).document
    expect([printed(every.blocks), every.furniture.map(({ text }) => text)]).toEqual([['x'], ['Quayside Council', 'Page 1']])
    const first = (await read({ ...parts, body: p('', 'x') + section('first', '<w:titlePg/>') })).document
    expect([printed(first.blocks), first.furniture.map(({ text }) => text)]).toEqual([['Quayside Council', 'x'], ['Page 1']])
    for (const type of ['even', 'first']) {
      const unused = (await read({ ...parts, body: p('', 'x') + section(type) })).document
      expect([printed(unused.blocks), unused.furniture.map(({ text }) => text)]).toEqual([['x'], ['Page 1']])
    }
  })

  it('says what its properties say', async () => {
    const { document } = await read({
      body: p('', 'x'),
      core: '<dc:title> The quay </dc:title><dc:creator>A Clerk</dc:creator><dc:subject/>',
    })
    expect(document.information).toEqual({ Title: 'The quay', Author: 'A Clerk' })
  })

  it('is in its source line by line, letter for letter', async () => {
    const body =
      p('', 'The\u00a0quay', '<w:r><w:br/></w:r>', run('At night.')) +
      `<w:tbl><w:tr><w:tc>${p('', '1')}</w:tc><w:tc>${p('', 'the weir')}${p('', 'the lock')}</w:tc></w:tr></w:tbl>`
    const { source, blocks } = (await read({ body })).document
    expect(source).toBe('The\u00a0quay\nAt night.\n1\nthe weir\nthe lock\n\n')
    const table = blocks.at(-1)
    const cell = table?.type === 'table' ? table.rows[0]?.[1] : undefined
    expect(cell?.places).toEqual([{ page: null, box: null, lineFrom: 4, lineTo: 5 }])
    const block = cell?.blocks[1]
    expect(block?.type === 'paragraph' && passageFragments(block.passage, source)).toEqual([
      { quote: 'the lock', place: { page: null, box: null, lineFrom: 5, lineTo: 5 } },
    ])
  })

  it.each([
    ['empty-file', p('')],
    ['no-text-layer', p('', '<w:r><w:drawing/></w:r>')],
  ])('is not one in a file that is %s', async (reason, body) => {
    await expect(read({ body })).rejects.toMatchObject({ reason })
  })
})
