import { describe, expect, it } from 'vitest'
import { DocumentError } from '../../schema/errors.ts'
import { readBytes } from './reading.ts'

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff)

async function reasonFor(content: Uint8Array, path = 'paper.txt'): Promise<string> {
  const error = await readBytes(content, path).then(
    () => null,
    (caught: unknown) => caught,
  )
  if (!(error instanceof DocumentError)) throw new Error(`expected a DocumentError, found ${String(error)}`)
  expect(error.message).toMatch(/\. .*(import|Fetch|Convert)/u)
  return error.reason
}

describe('readDocument', () => {
  it('refuses what is empty, or holds only white space', async () => {
    expect(await reasonFor(new Uint8Array())).toBe('empty-file')
    expect(await reasonFor(bytes(' \r\n\t\f\n'))).toBe('empty-file')
    expect(await reasonFor(bytes('\xef\xbb\xbf \n'))).toBe('empty-file')
  })

  it('knows other formats by their first bytes, whatever they are called', async () => {
    expect(await reasonFor(bytes('%PDF-1.7\n%\xe2\xe3'), 'plan.txt')).toBe('damaged')
    expect(await reasonFor(bytes('PK\x03\x04\x14\x00'), 'plan.docx')).toBe('damaged')
    expect(await reasonFor(bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00'), 'plan.doc')).toBe('unknown-format')
    expect(await reasonFor(bytes('\x89PNG\r\n\x1a\n\x00'), 'plan.md')).toBe('unknown-format')
    expect((await readBytes(bytes('{\\rtf1 text}'), 'plan')).document.mediaType).toBe('application/rtf')
    expect((await readBytes(bytes('\n<!DOCTYPE html><p>x'), 'plan.txt')).document.mediaType).toBe('text/html')
    expect((await readBytes(bytes('<?xml version="1.0"?>\n<html><p>x'), 'plan')).document.mediaType).toBe('text/html')
  })

  it('refuses bytes that are not text', async () => {
    expect(await reasonFor(bytes('Minutes\x00of\x00\x00the meeting'))).toBe('binary-file')
    expect(await reasonFor(Uint8Array.from({ length: 400 }, (_, index) => (index % 25) + 1))).toBe('binary-file')
  })

  it('takes the format from the extension, and text for one that it does not know', async () => {
    expect((await readBytes(bytes('# Plan'), 'PLAN.MD')).document.mediaType).toBe('text/markdown')
    expect((await readBytes(bytes('# Plan'), 'a.b/plan')).document.mediaType).toBe('text/plain')
    expect((await readBytes(bytes('Plan'), 'plan.log')).document.mediaType).toBe('text/plain')
  })
})

describe('the encoding', () => {
  const text = 'The Café’s “plan” – £5\nLine two'
  const utf16 = (little: boolean): number[] =>
    Array.from(text, (letter) => letter.charCodeAt(0)).flatMap((code) => (little ? [code & 255, code >> 8] : [code >> 8, code & 255]))

  it.each([
    ['UTF-8', [...new TextEncoder().encode(text)]],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...new TextEncoder().encode(text)]],
    ['UTF-16LE with a mark', [0xff, 0xfe, ...utf16(true)]],
    ['UTF-16BE with a mark', [0xfe, 0xff, ...utf16(false)]],
    ['UTF-16LE without', utf16(true)],
    ['UTF-16BE without', utf16(false)],
  ])('is seen to be %s', async (_, content) => {
    const { document, diagnostics } = await readBytes(Uint8Array.from(content))
    expect(document.source).toBe(text)
    expect(diagnostics).toEqual([])
  })

  it('is guessed to be Windows-1252 where it is not UTF-8, and that is reported', async () => {
    const { document, diagnostics } = await readBytes(bytes('The Caf\xe9\x92s \x93plan\x94 \x96 \xa35'))
    expect(document.source).toBe('The Café’s “plan” – £5')
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['guessed-encoding'])
  })

  it('stays UTF-8 where as many characters are whole as are broken, since Windows-1252 makes none by chance', async () => {
    const { document, diagnostics } = await readBytes(Uint8Array.from([...new TextEncoder().encode('a caf\u00e9 m'), 0xb2]))
    expect(document.source).toBe('a caf\u00e9 m\ufffd')
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['undecodable-text'])
  })

  it('stays UTF-8 where only a byte among many accents is broken', async () => {
    const accents = [...new TextEncoder().encode('é'.repeat(40))]
    const { document, diagnostics } = await readBytes(Uint8Array.from([...accents, 0xff, ...accents]))
    expect(document.source).toContain('é\ufffdé')
    expect(diagnostics.map(({ rule, note }) => [rule, note])).toEqual([['undecodable-text', '1 in UTF-8']])
  })
})
