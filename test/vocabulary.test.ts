import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { formSource } from '../parsers/recognise/word-forms.ts'
import { VOCABULARY_SCHEMAS } from '../schema/vocabulary-schema.ts'
import { knownWords } from '../src/cli/known-words.ts'

const ROOT = join(import.meta.dirname, '..')
const FOLDER = join(ROOT, 'schema/vocabulary')
const withoutComments = (code: string) => code.replace(/\/\*[\s\S]*?\*\//gu, '').replace(/^\s*\/\/.*$/gmu, '')
const modules = await Promise.all(
  globSync('*.ts', { cwd: FOLDER }).map(async (file) => ({
    name: basename(file, '.ts'),
    source: readFileSync(join(FOLDER, file), 'utf8'),
    exported: { ...((await import(`../schema/vocabulary/${basename(file, '.ts')}.ts`)) as Record<string, unknown>) },
  })),
)

/** All values within a value, and itself. */
function within(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return [value]
  return [value, ...Object.values(value).flatMap(within)]
}

describe('the vocabulary', () => {
  test('has a schema for each of its files', () => {
    expect(Object.keys(VOCABULARY_SCHEMAS).sort()).toEqual(modules.map(({ name }) => name).sort())
  })

  test.each(modules)('$name fits its schema', ({ name, exported }) => {
    const read = VOCABULARY_SCHEMAS[name]?.safeParse(exported)
    expect(read?.error ? z.prettifyError(read.error) : null).toBe(null)
  })

  test.each(modules)('$name has no regular expression', ({ source, exported }) => {
    expect(within(exported).filter((value) => value instanceof RegExp || typeof value === 'function')).toEqual([])
    const code = withoutComments(source)
    // Outside of strings there is no slash, and no string is made for a pattern.
    expect(code.replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`[^`]*`/gu, '')).not.toMatch(/\/|RegExp/u)
    expect(code).not.toMatch(/String\.raw|\\/u)
  })

  test('has forms of words that can be looked for', () => {
    const forms = modules.flatMap(({ exported }) => within(exported)).filter((value) => typeof value === 'string' && /[…[|]/u.test(value))
    expect(forms.length).toBeGreaterThan(50)
    for (const form of forms) expect(() => formSource(String(form).replace(/^… | …$/gu, ''))).not.toThrow()
  })

  test('alone has the names of months and of days of the week', () => {
    const named = globSync('parsers/**/*.ts', { cwd: ROOT }).filter((file) =>
      /february|wednes/iu.test(withoutComments(readFileSync(join(ROOT, file), 'utf8'))),
    )
    expect(named).toEqual([])
  })

  test('is listed without what a clerk could not read', () => {
    for (const { words, unless, kind } of knownWords()) {
      expect(words.length, kind).toBeGreaterThan(0)
      for (const word of [...words, ...unless]) expect(word).not.toMatch(/[\\^$*+{}]|\(\?/u)
    }
  })
})

describe('its schema', () => {
  const heading = { role: 'finding', weight: 1, forms: ['… finding(s) …'] }
  const headings = (...all: unknown[]) => ({
    HEADING_ROLES: ['finding'],
    RUN_HEADINGS: all,
    PAPER_NAMES: ['agenda'],
    BRIEF_PARTS: { forms: ['in brief'] },
  })
  const fits = (name: string, value: unknown) => VOCABULARY_SCHEMAS[name]?.safeParse(value).success

  test('takes what is right', () => {
    expect(fits('run-headings', headings(heading))).toBe(true)
  })

  test.each([
    ['a role that is none', { ...heading, role: 'discovery' }],
    ['no weight', { ...heading, weight: undefined }],
    ['no forms', { ...heading, forms: [] }],
    ['a form twice', { ...heading, forms: ['finding(s)', 'finding(s)'] }],
    ['a capital', { ...heading, forms: ['Findings'] }],
    ['a pattern', { ...heading, forms: ['findings?'] }],
    ['two spaces', { ...heading, forms: ['main  findings'] }],
    ['a field that it does not know', { ...heading, pattern: 'x' }],
  ])('refuses %s', (_, wrong) => {
    expect(fits('run-headings', headings(wrong))).toBe(false)
  })

  test('refuses words in capitals, none at all, and a list that it does not know', () => {
    const reasons = { REASON_WORDS: ['because of'], UPDATE_WORDS: ['update'] }
    expect(fits('reasons', reasons)).toBe(true)
    expect(fits('reasons', { ...reasons, UPDATE_WORDS: ['Update'] })).toBe(false)
    expect(fits('reasons', { ...reasons, UPDATE_WORDS: [''] })).toBe(false)
    expect(fits('reasons', { ...reasons, MORE: ['words'] })).toBe(false)
  })
})
