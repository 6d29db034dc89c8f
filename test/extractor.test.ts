import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codeAlone, codeDigest, extractorVersion, packageVersions } from '../parsers/extractor.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scrutineer-'))
  mkdirSync(join(folder, 'parsers'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function digestOf(code: string): string {
  writeFileSync(join(folder, 'parsers', 'rule.ts'), code)
  return codeDigest(pathToFileURL(`${folder}/`), ['parsers'])
}

const RULE = `/** Why. */
export const rule = (text: string) => /['"]\\/\\/ /u.test(text) ? \`a \${text /* of it */} b\` : 'http://x' // so
`

describe('what a rule does', () => {
  test.each([
    ['a comment is changed', RULE.replace('Why.', 'Because.')],
    ['a comment is added', RULE.replace('export', '// One more.\n\nexport')],
    ['a comment inside a template is changed', RULE.replace('of it', 'of all')],
    ['comments go', RULE.replace('/** Why. */\n', '').replace(' // so', '')],
    ['lines are broken elsewhere', RULE.replace(' ? ', '\n    ? ')],
  ])('is the same where %s', (_, code) => {
    expect(code).not.toBe(RULE)
    expect(digestOf(code)).toBe(digestOf(RULE))
  })

  test.each([
    ['a name', RULE.replaceAll('text', 'words')],
    ['a word in a string, behind what looks like a comment', RULE.replace('http://x', 'http://y')],
    ['a space in a string', RULE.replace("'http://x'", "'http://x '")],
    ['a regular expression, behind a quotation mark and slashes', RULE.replace('\\/ /u', '\\/  /u')],
    ['the text of a template', RULE.replace('} b`', '} c`')],
    ['the value in a template', RULE.replace('{text ', '{texts ')],
  ])('is another where there is a change of %s', (_, code) => {
    expect(code).not.toBe(RULE)
    expect(digestOf(code)).not.toBe(digestOf(RULE))
  })

  test('is another in a file of another name', () => {
    const before = digestOf(RULE)
    writeFileSync(join(folder, 'parsers', 'other.ts'), '')
    expect(codeDigest(pathToFileURL(`${folder}/`), ['parsers'])).not.toBe(before)
  })
})

test('braces inside a value of a template do not end it', () => {
  const code = `f(\`a \${ { b: \`// c\` }.b } // d\`)`
  expect(codeAlone(`${code} // e`)).toBe(code)
})

test('a division is not a regular expression', () => {
  expect(codeAlone("const half = (a + b) / 2 // it's a half\nconst c = a / b")).toBe('const half = (a + b) / 2 const c = a / b')
})

test('packages are known by the versions that are installed, those of a folder above too', () => {
  const name = join(folder, 'node_modules', 'reader')
  mkdirSync(name, { recursive: true })
  writeFileSync(join(name, 'package.json'), '{"version":"1.2.3"}')
  expect(packageVersions(pathToFileURL(`${folder}/parsers/`), ['reader', 'missing'])).toEqual(['reader 1.2.3', 'missing'])
})

test('the version covers the packages that read', () => {
  const installed: unknown = JSON.parse(readFileSync('node_modules/pdfjs-dist/package.json', 'utf8')).version
  expect(packageVersions(pathToFileURL(`${process.cwd()}/`), ['pdfjs-dist'])).toEqual([`pdfjs-dist ${installed}`])
  expect(extractorVersion()).toMatch(/^[0-9a-f]{12}$/)
})
