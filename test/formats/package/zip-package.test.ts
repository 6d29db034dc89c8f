import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { mainPart, readRelations } from '../../../parsers/formats/package/package-kind.ts'
import { readXml } from '../../../parsers/formats/package/read-xml.ts'
import { elementText, xmlToTree } from '../../../parsers/formats/package/xml-tree.ts'
import { PACKAGE_LIMITS, ZipPackage } from '../../../parsers/formats/package/zip-package.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const zipOf = (parts: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, bytesOf(text)])))
const textOf = async (zip: ZipPackage, name: string): Promise<string> => new TextDecoder().decode((await zip.read(name)) ?? undefined)

describe('a package', () => {
  it('gives its parts by name, and nothing for a name that it lacks', async () => {
    const zip = await ZipPackage.open(zipOf({ 'plan/one.txt': 'the quay', 'two.txt': 'the weir' }))
    expect(zip.parts).toEqual([
      { name: 'plan/one.txt', bytes: 8 },
      { name: 'two.txt', bytes: 8 },
    ])
    expect(await textOf(zip, 'plan/one.txt')).toBe('the quay')
    expect(await zip.read('three.txt')).toBeNull()
  })

  it('is damaged where it is not one, where a part was changed, and where its path leads out', async () => {
    await expect(ZipPackage.open(bytesOf('PK\u0003\u0004 and no more'))).rejects.toMatchObject({ reason: 'damaged' })
    const bytes = zipSync({ 'one.txt': [bytesOf('the quay at night'), { level: 0 }] })
    const at = Buffer.from(bytes).indexOf('quay')
    bytes[at] = 'k'.charCodeAt(0)
    await expect((await ZipPackage.open(bytes)).read('one.txt')).rejects.toMatchObject({ reason: 'damaged' })
    await expect(ZipPackage.open(zipOf({ '../out.txt': 'x' }))).rejects.toMatchObject({ reason: 'damaged' })
  })

  it('is too large where it unpacks to more than papers hold, whatever size it gives', async () => {
    const bomb = zipSync({ 'one.xml': new Uint8Array(20_000_000) }, { level: 9 })
    await expect((await ZipPackage.open(bomb, { ...PACKAGE_LIMITS, ratio: 100 })).read('one.xml')).rejects.toMatchObject({
      reason: 'too-large',
    })
    const two = zipOf({ 'one.txt': 'a'.repeat(2000), 'two.txt': 'b'.repeat(2000) })
    const zip = await ZipPackage.open(two, { ...PACKAGE_LIMITS, totalBytes: 3000 })
    await zip.read('one.txt')
    await expect(zip.read('two.txt')).rejects.toMatchObject({ reason: 'too-large' })
    await expect(ZipPackage.open(two, { ...PACKAGE_LIMITS, entries: 1 })).rejects.toMatchObject({ reason: 'too-large' })
    // A forged size: the central directory says 20 bytes, the part has 17.
    const forged = zipOf({ 'one.txt': 'the quay at night' })
    const directory = Buffer.from(forged).lastIndexOf('PK\u0001\u0002')
    new DataView(forged.buffer).setUint32(directory + 24, 20, true)
    await expect((await ZipPackage.open(forged)).read('one.txt')).rejects.toMatchObject({ reason: 'damaged' })
  })

  const types = (type: string): string =>
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/body/text.xml" ContentType="${type}"/></Types>`
  const relations =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="body/text.xml"/>' +
    '<Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="http://quay.example/" TargetMode="External"/></Relationships>'

  it.each([
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', 'docx'],
    ['application/vnd.ms-word.document.macroEnabled.main+xml', 'docx'],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml', 'xlsx'],
    ['application/vnd.ms-excel.sheet.macroEnabled.main+xml', 'xlsx'],
    ['application/vnd.ms-excel.sheet.binary.macroEnabled.main', 'other-office'],
    ['application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml', 'pptx'],
  ])('of the type %s is %s, wherever its main part lies', async (type, kind) => {
    const zip = await ZipPackage.open(zipOf({ '[Content_Types].xml': types(type), '_rels/.rels': relations, 'body/text.xml': '<a/>' }))
    expect(await mainPart(zip)).toEqual({ kind, name: 'body/text.xml' })
  })

  it.each([
    ['application/vnd.oasis.opendocument.text', 'odt'],
    ['application/vnd.oasis.opendocument.spreadsheet-template', 'ods'],
    ['application/vnd.oasis.opendocument.presentation', 'odp'],
  ])('of the mimetype %s is %s', async (mimetype, kind) => {
    expect((await mainPart(await ZipPackage.open(zipOf({ mimetype, 'content.xml': '<a/>' })))).kind).toBe(kind)
  })

  it('without a type is an archive', async () => {
    expect((await mainPart(await ZipPackage.open(zipOf({ 'word/document.xml': '<a/>' })))).kind).toBe('archive')
  })

  it('has relations of each part, those within it', async () => {
    const zip = await ZipPackage.open(zipOf({ 'body/_rels/text.xml.rels': relations.replace('body/text.xml', '../media/a%20b.png') }))
    expect(await readRelations(zip, 'body/text.xml')).toEqual([expect.objectContaining({ id: 'r1', target: 'media/a b.png' })])
    expect(await readRelations(zip, 'body/other.xml')).toEqual([])
  })
})

describe('an XML file', () => {
  it('has the usual prefixes, whatever it calls them, strict names too', () => {
    const names: string[] = []
    const of = (uri: string): Uint8Array => bytesOf(`<q:p xmlns:q="${uri}" q:val="1" plain="2"><q:t/></q:p>`)
    for (const uri of ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main'])
      readXml(of(uri), {
        open: (name, attributes) => names.push(name, ...[...attributes.keys()].filter((key) => !key.startsWith('xmlns'))),
      })
    expect(names).toEqual(['w:p', 'w:val', 'plain', 'w:t', 'w:p', 'w:val', 'plain', 'w:t'])
  })

  it('is a tree with its text, in the encoding that it names', () => {
    const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>caf\u00e9 <b>&amp; <![CDATA[quay]]></b></a>', 'latin1')
    expect(elementText(xmlToTree(latin))).toBe('caf\u00e9 & quay')
    expect(elementText(xmlToTree(Buffer.from('\ufeff<a>quay</a>', 'utf16le')))).toBe('quay')
  })

  it.each([
    ['cut short', '<a><b>'],
    ['with entities of its own', '<!DOCTYPE a [<!ENTITY b "boo">]><a>&b;</a>'],
    ['nested too deep', '<a>'.repeat(2000)],
    ['in an unknown encoding', '<?xml version="1.0" encoding="none"?><a/>'],
  ])('%s is damaged', (_, text) => {
    expect(() => readXml(bytesOf(text), {})).toThrow(expect.objectContaining({ reason: 'damaged' }))
  })
})
