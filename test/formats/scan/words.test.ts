import { describe, expect, test } from 'vitest'
import { evenSizes, isScanWord, POINTS, toPageWord } from '../../../parsers/formats/scan/scan-word.ts'
import { withDot, withOrdinal } from '../../../parsers/formats/scan/word-shapes.ts'
import { inked, scanWord } from './pictures.ts'

describe('a word of a picture', () => {
  test('is kept with letters or digits, and as a sign that papers print alone where it is sure', () => {
    expect(isScanWord(scanWord('lamp', [0, 0, 9, 9], 12))).toBe(true)
    expect(isScanWord(scanWord('lamp', [0, 0, 9, 9], 5))).toBe(false)
    expect(isScanWord(scanWord('–', [0, 0, 9, 9], 80))).toBe(true)
    expect(isScanWord(scanWord('–', [0, 0, 9, 9], 40))).toBe(false)
    expect(isScanWord(scanWord('|', [0, 0, 9, 9], 99))).toBe(false)
  })

  test('lies on the page where it lay in the picture', () => {
    const word = toPageWord(scanWord('lamp', [100, 200, 180, 227]))
    expect(word).toMatchObject({ text: 'lamp', x0: 100 * POINTS, x1: 180 * POINTS, base: 227 * POINTS, hidden: false })
    expect(word.top).toBeLessThanOrEqual(200 * POINTS)
    expect(word.bottom).toBeGreaterThanOrEqual(227 * POINTS)
  })

  test('has the size of the words round it, unless it is a heading', () => {
    const body = [27, 28, 30, 26, 28].map((size) => ({ ...scanWord('words', [0, 0, 9, 9]), size }))
    const heading = [45, 48].map((size) => ({ ...scanWord('head', [0, 0, 9, 9]), size }))
    expect(evenSizes([...body, ...heading]).map(({ size }) => size)).toEqual([28, 28, 28, 28, 28, 48, 48])
  })
})

describe('what is raised after a number of a day', () => {
  const digits = [
    { text: '3', y0: 0, y1: 20 },
    { text: '1', y0: 0, y1: 20 },
  ]
  const raised = { text: '%', y0: 0, y1: 10 }

  test('is its ending', () => {
    expect(withOrdinal('31%', [...digits, raised])).toBe('31st')
    expect(withOrdinal('(12°', [{ text: '(', y0: 0, y1: 24 }, ...digits, { ...raised, text: '°' }])).toBe('(12th')
    expect(withOrdinal('2*', [{ text: '2', y0: 0, y1: 20 }, raised])).toBe('2nd')
  })

  test('is what it is on the line, and after what is not a day', () => {
    expect(withOrdinal('31%', [...digits, { ...raised, y1: 20 }])).toBe('31%')
    expect(withOrdinal('39%', [...digits, raised])).toBe('39%')
    expect(withOrdinal('lamp', [raised])).toBe('lamp')
  })
})

describe('a number of two digits', () => {
  const two = { x: [10, 40], digits: [[10, 10, 20, 30] as const, [30, 10, 40, 30] as const] }

  test('has the full stop that is low between them', () => {
    const ink = inked(60, 50, [...two.digits, [24, 28, 26, 30]])
    expect(withDot(scanWord('25', [10, 10, 40, 30]), ink)).toBe('2.5')
  })

  test('has none where nothing is, or something high', () => {
    expect(withDot(scanWord('25', [10, 10, 40, 30]), inked(60, 50, two.digits))).toBe('25')
    expect(withDot(scanWord('25', [10, 10, 40, 30]), inked(60, 50, [...two.digits, [24, 10, 26, 13]]))).toBe('25')
  })
})
