import fc from 'fast-check'
import type { Element } from 'hast'
import { describe, expect, test } from 'vitest'
import { acceptedLinks, joinSharedRows } from '../../src/report/archive-links.ts'
import { slug } from '../../src/report/file-names.ts'
import { byStart, lineStarts, type Mark, markedText, passageToMark } from '../../src/report/marked-text.ts'
import { h } from '../../src/report/nodes.ts'
import { papersInOrder } from '../../src/report/paper-order.ts'
import { indexEvidence } from '../../src/report/passages.ts'
import { standIn } from '../../src/report/site.ts'
import { standingOf } from '../../src/report/standing.ts'
import { dueWords } from '../../src/report/values.ts'
import { reasonSentences } from '../../src/report/why-linked.ts'
import { diffWords, sameWords } from '../../src/report/word-changes.ts'
import { spanWords } from '../../src/report/words.ts'
import { siteOf } from './make-site.ts'

const textOf = (node: Element): string =>
  node.children.map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : '')).join('')

describe('a slug', () => {
  test('is a safe name for any id, and different for different ids', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(slug(a)).toMatch(/^[a-z0-9][a-z0-9-]{0,70}$/u)
        if (a !== b) expect(slug(a)).not.toBe(slug(b))
      }),
    )
  })

  test.each(['../../etc/passwd', 'CON', 'nul', '.', '..', '', 'a/b\\c', 'é'.repeat(500), 'C:\\x'])('leads nowhere else for %j', (id) => {
    expect(slug(id)).toMatch(/^[a-z0-9-]*[0-9a-f]{10}$/u)
  })

  test('keeps ids apart that differ in case or marks only', () => {
    expect(new Set(['x/1(a)', 'x/1(A)', 'x/1a', 'x-1-a'].map(slug)).size).toBe(4)
  })
})

describe('marks in a text', () => {
  const passage = (quote: string, lineFrom: number, lineTo: number) => {
    const row = {
      entity_id: 'e',
      field: 'f',
      state: 'stated',
      quote,
      document_id: 'd',
      page: null,
      x0: null,
      top: null,
      x1: null,
      bottom: null,
      line_from: lineFrom,
      line_to: lineTo,
    }
    const [found] = indexEvidence([row]).inPaper('d')
    if (!found) throw new Error('no passage')
    return found
  }

  test('are where the quote is, over line ends and columns of spaces', () => {
    const text = 'no\nThat the   bus\n  stop (a) be moved.\nend'
    const mark = passageToMark(text, lineStarts(text), passage('the bus stop (a)', 2, 3))
    expect(text.slice(mark?.start, mark?.end)).toBe('the   bus\n  stop (a)')
  })

  test.each([
    ['a soft hyphen and a zero width', 'the bus stop', '- the\u00ad bus s\u200bto\ufeffp\u200b be moved', 'the\u00ad bus s\u200bto\ufeffp'],
    ['control characters and tabs', 'the bus stop', 'the bus;\tthe\u0085\tbus \u0000 stop', 'the\u0085\tbus \u0000 stop'],
    ['what prints nothing between blanks', 'the bus', 'see the \u200b bus', 'the \u200b bus'],
    ['a letter of two units', 'the 🚌 stops', 'x\ty: the\n🚌  stops here', 'the\n🚌  stops'],
    ['signs of patterns', 'a (b) [c] \\d+ $', '=  a  (b) [c]  \\d+  $', 'a  (b) [c]  \\d+  $'],
    ['a part of its own beginning', 'a a b', 'a  a  a  b', 'a  a  b'],
  ])('are where the quote is, over %s', (_, quote, text, found) => {
    const mark = passageToMark(text, lineStarts(text), passage(quote, 1, 2))
    expect(text.slice(mark?.start, mark?.end)).toBe(found)
  })

  test('are whole lines where the quote is not to be found', () => {
    const text = 'one\ntwo\nthree'
    expect(passageToMark(text, lineStarts(text), passage('elsewhere', 2, 2))).toMatchObject({ start: 4, end: 7 })
    expect(passageToMark(text, lineStarts(text), passage('elsewhere', 9, 9))).toBeNull()
  })

  test('leave the text as it is, however they lie over each other, and each is there once', () => {
    const range = fc.tuple(fc.nat(40), fc.nat(40))
    fc.assert(
      fc.property(fc.string({ minLength: 40, maxLength: 60, unit: fc.constantFrom('a', ' ', '\n') }), fc.array(range), (text, ranges) => {
        const marks: Mark[] = ranges.map(([a, b], index) => ({ start: Math.min(a, b), end: Math.max(a, b), id: `m${index}` })).sort(byStart)
        const lines = new Map(lineStarts(text).map((start, index) => [start, index + 1]))
        const tree = h('pre', markedText(text, 0, text.length, marks, lines))
        expect(textOf(tree)).toBe(text)
        const ids = JSON.stringify(tree).match(/"id":"m\d+"/gu) ?? []
        expect(ids.sort()).toEqual([...new Set(ids)].sort())
        expect(ids).toHaveLength(marks.length)
        expect(JSON.stringify(tree).match(/"dataLine"/gu)?.length ?? 0).toBe(lines.has(text.length) ? lines.size - 1 : lines.size)
      }),
    )
  })
})

describe('changes of wording', () => {
  test('are marked word by word', () => {
    const diff = '[["=","That"],["-","two"],["+","three"],["=","buses be bought"],["+","soon."]]'
    const tree = h('p', diffWords(diff))
    const parts = (name: string) =>
      tree.children.flatMap((child) => (child.type === 'element' && child.tagName === name ? [textOf(child)] : []))
    expect(parts('del').join()).toContain('two')
    expect(parts('ins').join()).toContain('three')
    expect(parts('ins').join()).toContain('soon')
  })

  test('are none where only marks and capitals differ', () => {
    expect(sameWords('The bus, be moved;', 'the bus be moved.')).toBe(true)
    expect(sameWords('That the bus be moved', 'The bus be moved')).toBe(true)
    expect(sameWords('The bus be moved', 'The tram be moved')).toBe(false)
  })
})

describe('why something is linked', () => {
  test('is reported in words, and nothing is shown as it is stored', () => {
    const json = '{"likeness":0.806,"sameNumber":true,"lead":0.2,"numbersKept":false,"rival":"doc-1/update/2"}'
    expect(reasonSentences(json)).toEqual([
      'It bears the same number.',
      'Its words are 80% alike.',
      'Another was not far behind.',
      'The paper numbers otherwise than the review, so its numbers say little.',
    ])
    expect(
      reasonSentences('{"correction":"c-1","why":"seen in the minutes","found":{"method":"number-and-text","confidence":0.6}}'),
    ).toEqual(['The reason given: seen in the minutes', 'Before that the rules had found a place by number and text, not sure (60%).'])
    expect(reasonSentences(null)).toEqual([])
  })

  test('a row for several belongs to each that it is linked to', () => {
    const recommendations = ['a', 'b', 'c'].map((id) => ({ recommendation_id: id }))
    const plan = { commitment_id: 'plan', recommendation_id: null }
    const links = acceptedLinks([
      { kind: 'commitment_recommendation', from_id: 'plan', to_id: 'a', judgement: 'accepted' },
      { kind: 'commitment_recommendation', from_id: 'plan', to_id: 'c', judgement: 'accepted' },
      { kind: 'commitment_recommendation', from_id: 'plan', to_id: 'b', judgement: 'rejected' },
      { kind: 'update_resolution', from_id: 'update', to_id: 'r', judgement: 'accepted' },
      { kind: 'update_recommendation', from_id: 'update', to_id: 'b', judgement: 'accepted' },
    ])
    expect([...joinSharedRows([plan], 'commitment_id', links, recommendations)]).toEqual([
      ['a', [plan]],
      ['c', [plan]],
    ])
    const update = { update_id: 'update', recommendation_id: null }
    expect([...joinSharedRows([update], 'update_id', links, recommendations)]).toEqual([['b', [update]]])
  })
})

test.each([
  [{ status: 'slipped', outcome: 'agreed' }, 'slipped'],
  [{ status: null, outcome: 'agreed_in_part' }, 'agreed'],
  [{ status: null, outcome: 'referred' }, 'referred'],
  [{ status: null, outcome: 'deferred' }, 'deferred'],
  [{ status: null, outcome: 'noted' }, 'noted'],
  [{ status: null, outcome: 'rejected' }, 'rejected'],
  [{ status: null, outcome: null }, 'not_known'],
])('a recommendation of %j is %s', (row, standing) => {
  expect(standingOf(row)).toBe(standing)
})

describe('papers in order', () => {
  const paper = (document_id: string, kind: string, dated_from: string | null) => ({ document_id, kind, dated_from, path: document_id })

  test('stand by their dates, and one without a date where its kind belongs', () => {
    const papers = [
      paper('update', 'progress_update', '2022-06-01'),
      paper('plan', 'action_plan', null),
      paper('decision', 'decision_record', '2021-04-01'),
      paper('report', 'review_report', '2021-03-01'),
    ]
    expect(papersInOrder(papers).map(({ document_id }) => document_id)).toEqual(['report', 'decision', 'plan', 'update'])
  })
})

describe('a due date', () => {
  const plan = (document: string, text: string, from: string, to: string) => ({
    commitment_id: document,
    recommendation_id: 'r',
    document_id: document,
    due_text: text,
    due_from: from,
    due_to: to,
  })
  const site = (...commitments: ReturnType<typeof plan>[]) =>
    siteOf({
      documents: commitments.map(({ document_id }, index) => ({
        document_id,
        kind: 'action_plan',
        dated_from: `202${index}-01-01`,
        path: document_id,
      })),
      recommendations: [{ recommendation_id: 'r', review_id: 'v', due_to: commitments.at(-1)?.due_to ?? null, status: 'on_track' }],
      commitments,
    })
  const stand = (made: ReturnType<typeof site>) => standIn(made, made.archive.recommendations[0] ?? {})

  test('that is only stated less exactly has not moved', () => {
    expect(
      stand(site(plan('a', '1st July 2021', '2021-07-01', '2021-07-01'), plan('b', 'July 2021', '2021-07-01', '2021-07-31'))).move,
    ).toBeNull()
  })

  test('that lies after the first one has moved, and is overdue when it has passed', () => {
    const found = stand(site(plan('a', 'March 2022', '2022-03-01', '2022-03-31'), plan('b', 'December 2023', '2023-12-01', '2023-12-31')))
    expect(found.move).toMatchObject({ from: { text: 'March 2022' }, to: { text: 'December 2023' } })
    expect(found.overdue).toBe(true)
  })

  test('says its last day where the print does not', () => {
    expect(dueWords({ due_text: 'Summer 2021', due_from: '2021-06-01', due_to: '2021-08-31' })).toBe('Summer 2021 (by 31 August 2021)')
    expect(dueWords({ due_text: '1st July 2021', due_from: '2021-07-01', due_to: '2021-07-01' })).toBe('1st July 2021')
    expect(dueWords({ due_text: 'TBD', due_from: null, due_to: null })).toBe('TBD')
  })
})

test.each([
  [1, '1 day'],
  [45, '45 days'],
  [365, '12 months'],
  [1096, '3 years'],
  [913, '2.5 years'],
])('%i days are %s', (days, words) => {
  expect(spanWords(days)).toBe(words)
})
