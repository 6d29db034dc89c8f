import fc from 'fast-check'
import { toHtml } from 'hast-util-to-html'
import { expect, test } from 'vitest'
import { type Element, h, s } from '../../src/report/nodes.ts'
import { treeToHtml } from '../../src/report/tree-to-html.ts'

/** What another writer of trees makes of it. */
const expected = (tree: Element): string => toHtml(tree, { characterReferences: { useNamedReferences: false } })

const words = fc.string({ unit: fc.constantFrom(...'<>&"\'`= /\n\u0000\u00a0\ufffdaé🚌', '</p>', '<!--', '&amp;', ']]>') })
const names = ['className', 'href', 'title', 'ariaLabel', 'dataValues', 'tabIndex', 'httpEquiv', 'charSet', 'viewBox', 'textAnchor', 'rel']
const attributes = fc.dictionary(fc.constantFrom(...names), fc.oneof(words, fc.nat(), fc.array(words, { minLength: 1, maxLength: 3 })))

test('any tree is written as the library for such trees writes it', () => {
  const { tree } = fc.letrec<{ tree: Element }>((tie) => ({
    tree: fc
      .tuple(
        fc.constantFrom('p', 'a', 'svg', 'rect', 'td'),
        attributes,
        fc.array(fc.oneof({ depthSize: 'small' }, words, tie('tree')), { maxLength: 4 }),
      )
      .map(([name, own, children]) => h(name, own, children)),
  }))
  fc.assert(
    fc.property(tree, (one) => {
      expect(treeToHtml(one)).toBe(expected(one))
    }),
  )
})

test.each([
  ['elements that hold nothing', h('p', [h('br'), h('img', { src: 'a.jpg', alt: '' }), h('input', { type: 'search' })])],
  ['what is only there or not', h('details', { open: true, hidden: false, title: undefined }, h('input', { disabled: true, value: '' }))],
  ['SVG within HTML', h('figure', s('svg', { viewBox: '0 0 1 1', ariaHidden: 'true' }, s('text', { textAnchor: 'end', x: 1 }, 'a<b')))],
  ['lists of lists, numbers and nothing', h('p', ['a', [1, [null, 'b']], undefined], h('b', 0))],
])('%s', (_, tree) => {
  expect(treeToHtml(tree)).toBe(expected(tree))
})

test('no text or value of a paper becomes mark-up', () => {
  const tree = h('a', { title: '" onclick="x', href: '&quot;' }, '</a><script>alert("1")</script>&lt;')
  expect(treeToHtml(tree)).toBe(
    '<a title="&#x22; onclick=&#x22;x" href="&#x26;quot;">&#x3C;/a>&#x3C;script>alert("1")&#x3C;/script>&#x26;lt;</a>',
  )
})
