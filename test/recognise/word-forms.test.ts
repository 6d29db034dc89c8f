import { describe, expect, test } from 'vitest'
import { formSource, formsIn, formsPattern } from '../../parsers/recognise/word-forms.ts'

describe('a form of words', () => {
  test.each([
    ['lamp(s)', ['lamp', 'lamps', 'LAMPS'], ['lamping', 'the lamp', '']],
    ['(lamp | post) rota', ['lamp rota', 'post rota', 'post-rota'], ['lamp post rota', 'rota']],
    ['[the | our] rota', ['rota', 'the rota', 'our rota'], ['the our rota', 'therota']],
    ['rota [in full]', ['rota', 'rota in full'], ['rota full']],
    ['[the | our | new]… rota', ['rota', 'our new rota', 'the new rota'], ['the old rota']],
    ['rota [a | b]…', ['rota', 'rota a b b'], ['rota a c']],
    ['method(s | ology)', ['method', 'methods', 'methodology'], ['methodist']],
    ['lamps …2 lit', ['lamps lit', 'lamps are lit', 'lamps are now lit'], ['lamps are not now lit', 'lamps. All lit']],
    ['lamps … lit', ['lamps lit', 'lamps that we saw for weeks were lit'], ['lamps went out. None was lit']],
    ['… lamps', ['lamps', 'the old. New lamps'], ['lamps lit', 'clamps']],
    ['lamps …', ['lamps', 'lamps, all of them'], ['our lamps', 'lampshades']],
    ['… lamps …', ['lamps', 'the lamps of May'], ['clamps', 'lampshades']],
    ['…1 lamps', ['lamps', 'old lamps'], ['the old lamps']],
    ['by [DAY] MONTH YEAR', ['by 3rd May 2021', 'by may 1999'], ['by mayor 2021', 'by May 21']],
    ['councillor NAME voted NUMBER', ["Councillor O'Dell voted 12"], ['councillor voted 12']],
    ['behind MARK', ['behind'], ['behind the lamp']],
    ["can't", ["can't", 'can’t'], ['cant']],
    ['call-in(s)', ['call-ins', 'call in'], ['callin']],
    ['s/he is', ['s/he is'], ['she is']],
  ])('%s', (form, fit, others) => {
    const pattern = formsPattern([form])
    expect([...fit, ...others].filter((text) => pattern.test(text))).toEqual(fit)
  })

  test('at a mark goes on after it, and not with a word', () => {
    const fits = formsIn({ forms: ['behind MARK'] }, 'anywhere')
    expect(['Behind, but not by much', 'We are behind.', 'behind (two weeks)'].every(fits)).toBe(true)
    expect(['behind the plan', 'behinds'].some(fits)).toBe(false)
  })

  test.each(['', '(lamp', 'lamp)', 'lamp]', '[lamp]', '…', '(lamp | )', '(lamp)…', 'LAMP', 'lamp(s', 'lamp?', '(lamp]'])(
    'is not "%s"',
    (form) => {
      expect(() => formSource(form)).toThrow()
    },
  )
})

describe('forms', () => {
  test.each([
    ['whole', ['lamp']],
    ['start', ['lamp', 'lamp post']],
    ['end', ['lamp', 'old lamp']],
    ['anywhere', ['lamp', 'lamp post', 'old lamp', 'an old lamp post']],
  ] as const)('are looked for as the %s of a text', (place, fit) => {
    const pattern = formsPattern(['lamp', 'lantern'], place)
    expect(['lamp', 'lamp post', 'old lamp', 'an old lamp post', 'clamp', 'lamps'].filter((text) => pattern.test(text))).toEqual(fit)
  })

  test('are not found in words that are passed over, and are beside them', () => {
    const late = formsIn({ forms: ['late'], unless: ['late (NUMBER | spring)'] }, 'anywhere')
    expect(late('to open in late spring')).toBe(false)
    expect(late('late 2021')).toBe(false)
    expect(late('late, and now due in late spring')).toBe(true)
    expect(late('a late springboard')).toBe(true)
  })

  test('do not join over words that are passed over', () => {
    expect(formsIn({ forms: ['lamp post'], unless: ['old'] })('lamp old post')).toBe(false)
  })
})
