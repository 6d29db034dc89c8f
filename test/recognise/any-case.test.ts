import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { anyCase } from '../../parsers/recognise/any-case.ts'

test('a piece of a pattern matches in any case, and the rest of the pattern does not', () => {
  const pattern = new RegExp(String.raw`^(?:${anyCase(String.raw`moved\s+b[y]`)}) \p{Lu}o$`, 'u')
  expect(['Moved by Jo', 'MOVED BY Jo', 'moved  bY Jo'].map((text) => pattern.test(text))).toEqual([true, true, true])
  expect(['moved by jo', 'moved by JO', 'move by Jo'].map((text) => pattern.test(text))).toEqual([false, false, false])
})

test('no pattern has modifiers, which V8 forgets when it compiles a pattern again', () => {
  const withModifiers = globSync('{parsers,src,schema}/**/*.ts').filter((file) =>
    /\(\?[ims]*-?[ims]+:/u.test(readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//gu, '')),
  )
  expect(withModifiers).toEqual([])
})
