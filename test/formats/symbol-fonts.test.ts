import { describe, expect, test } from 'vitest'
import { symbolOf, symbolText } from '../../parsers/formats/passages/symbol-fonts.ts'

describe('a letter of the private area whose font is not known', () => {
  test.each([
    ['\uf0fc', '✓'],
    ['\uf06c', '●'],
    ['\uf0e8', '→'],
  ])('is what Wingdings draws for it: %j', (letter, sign) => {
    expect(symbolOf(letter)).toBe(sign)
    expect(symbolText(letter, 'wingdings')).toBe(sign)
  })

  test.each([
    ['\uf0b7', '•'],
    ['\uf02d', '-'],
    ['\uf0be', '-'],
  ])('is a bullet or dash of Symbol: %j', (letter, sign) => {
    expect(symbolOf(letter)).toBe(sign)
    expect(symbolText(letter, 'symbol')).toBe(sign)
  })

  test('stays where two fonts of signs draw different things for it', () => {
    expect(symbolText('\uf0a3', 'symbol')).toBe('≤')
    expect(symbolText('\uf0a3', 'wingdings 2')).toBe('□')
    expect(symbolOf('\uf0a3')).toBe('\uf0a3')
  })
})

test.each(['a', '·', '✓', ''])('any other letter stays: %j', (letter) => {
  expect(symbolOf(letter)).toBe(letter)
})
