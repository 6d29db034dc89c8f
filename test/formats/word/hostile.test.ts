import { describe, expect, it } from 'vitest'
import { DocumentError } from '../../../schema/errors.ts'
import { makeDocx, numPr, p, printed, readBytes } from './make-docx.ts'

const read = async (bytes: Uint8Array) => printed((await readBytes(bytes)).document.blocks)
const around = (open: string, times: number, close: string): Uint8Array =>
  makeDocx({ body: open.repeat(times) + p('', 'x') + close.repeat(times) })

describe('what is made to overwhelm', () => {
  it.each([
    ['content controls', '<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>'],
    ['tables', '<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'],
    ['text boxes', '<w:p><w:r><w:pict><w:txbxContent>', '</w:txbxContent></w:pict></w:r></w:p>'],
  ])('by nested %s is read, or is damaged where no program nests them so', async (_, open, close) => {
    expect(await read(around(open, 200, close))).toEqual(['x'])
    await expect(readBytes(around(open, 2000, close))).rejects.toMatchObject({ reason: 'damaged' })
  })

  it('by styles in a circle, numbers without end and spans without end is read', async () => {
    const style = (id: string, basedOn: string): string =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:basedOn w:val="${basedOn}"/></w:style>`
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    const wide = `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>${p('', 'a')}</w:tc><w:tc>${p('', 'b')}</w:tc></w:tr></w:tbl>`
    const body = p('<w:pStyle w:val="A"/>', 'x') + p(numPr(1), 'y') + wide
    expect(await read(makeDocx({ body, numbering, styles: style('A', 'B') + style('B', 'A') }))).toEqual([
      'x',
      '999999999. y',
      [['a', 'b']],
    ])
  })

  it('in Rich Text by groups, texts in texts and bytes that are not there is read or refused', async () => {
    expect(await read(Buffer.from(`{\\rtf1 x\\par${'{\\shptxt a'.repeat(3000)}`))).toContain('x')
    expect(await read(Buffer.from('{\\rtf1 x\\par{\\pict\\bin99999999 }y'))).toEqual(['x'])
    expect(await read(Buffer.from('{\\rtf1\\uc99999999\\u8211 xyz\\par ok}'))).toEqual(['\u2013', 'ok'])
    await expect(readBytes(Buffer.from(`{\\rtf1${'{'.repeat(100_000)}x`))).rejects.toBeInstanceOf(DocumentError)
  })
})
