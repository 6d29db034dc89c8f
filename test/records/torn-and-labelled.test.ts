import { describe, expect, it } from 'vitest'
import { reviewNamed } from '../../parsers/frame/review-names.ts'
import { lineStarts, splitAtLabelLines } from '../../parsers/outline/label-lines.ts'
import { cutsWord, joinTorn } from '../../parsers/tables/rejoin-rows.ts'
import type { Passage } from '../../schema/document.ts'

/** A passage of lines as a text format gives it: one run a line, joined by spaces. */
function lines(...texts: string[]): Passage {
  let at = 0
  const runs = texts.map((text, line) => {
    const run = { start: at, end: at + text.length, page: null, box: null, line: line + 1, offset: at, fragment: 0 }
    at += text.length + 1
    return run
  })
  return { text: texts.join(' '), runs }
}

const texts = (passage: Passage) => splitAtLabelLines(passage).map(({ text }) => text)

describe('splitAtLabelLines', () => {
  it('cuts where lines begin with labels, and nowhere else', () => {
    expect(texts(lines('Recommendation 2: mend the', 'clock', 'Lead officer: Ann Lee', 'Progress: begun: two', 'hands are on'))).toEqual([
      'Recommendation 2: mend the clock',
      'Lead officer: Ann Lee',
      'Progress: begun: two hands are on',
    ])
  })

  it('cuts a line at its further labels, and keeps the marks at the ends of lines', () => {
    expect(texts(lines('Owner: Ann Lee; Due: May 2031 | Status: late', 'Action: mend the clock;', 'Progress: begun –'))).toEqual([
      'Owner: Ann Lee',
      'Due: May 2031',
      'Status: late',
      'Action: mend the clock;',
      'Progress: begun –',
    ])
  })

  it('takes the word before a number for the label: "Contact No:"', () =>
    expect(texts(lines('Contact Officer: Ann Lee   Contact No:  01999 12'))).toEqual(['Contact Officer: Ann Lee', 'Contact No:  01999 12']))

  it('leaves prose whole, with a reference at the head of a line', () => {
    const prose = lines('The Panel went back to', 'Recommendation 2: it had asked for more', 'than was given.')
    expect(texts(prose)).toEqual([prose.text])
  })

  it('finds the lines of pages by their height', () => {
    const run = (start: number, end: number, top: number) => ({
      start,
      end,
      page: 1,
      box: [10, top, 90, top + 10] as const,
      line: null,
      offset: null,
      fragment: 0,
    })
    expect(lineStarts({ text: 'one two three', runs: [run(0, 3, 20), run(4, 7, 20.4), run(8, 13, 33)] })).toEqual([0, 8])
  })
})

describe('joinTorn', () => {
  it('closes a word that a break cut', () => expect(joinTorn(lines('all lamp-'), lines('posts')).text).toBe('all lampposts'))
  it('is for halves of words only', () => {
    expect(cutsWord(lines('all lamp-'), lines('posts'))).toBe(true)
    expect(cutsWord(lines('all of it –'), lines('posts'))).toBe(false)
    expect(cutsWord(lines('the lamp-'), lines('Posts'))).toBe(false)
  })
})

describe('reviewNamed', () => {
  it.each([
    ['Review of Garden Gates (May 2019)', 'Review of Garden Gates'],
    ['Tracker: Garden Gates Review 2021', 'Garden Gates Review 2021'],
    ['Progress on gates', null],
    ['The Review of Garden Gates was kind.', null],
  ])('%s', (text, name) => expect(reviewNamed(lines(text))?.text ?? null).toBe(name))
})
