import { OWN_FILES } from '../../schema/own-files.ts'
import { type Child, h, treeToHtml } from '../report/html.ts'
import { HANDOUT_HEADINGS, type Handout, type HandoutRow } from './handout.ts'
import { bodyWords, type CellLine, originWords, rowToCells } from './handout-words.ts'

/** Nothing is loaded: the page's own style is all that it has. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/**
 * Printed: A4 landscape, headings repeated on every page, no row parted where it fits on a page, page numbers in the
 * margin. On a narrow screen each row is a card.
 */
const STYLE = `
@page { size: A4 landscape; margin: 14mm 14mm 16mm;
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8pt sans-serif; color: #595959 } }
* { box-sizing: border-box }
body { margin: 2rem auto; max-width: 80rem; padding: 0 1rem; background: #fff; color: #1a1a1a; font: 15px/1.45 Calibri, Carlito, "Segoe UI", Arial, sans-serif }
h1 { margin: 0; font-size: 1.6em; line-height: 1.2 }
h2 { margin: 1.5em 0 .3em; font-size: 1.1em; break-after: avoid }
p { margin: .3em 0 }
footer { margin-top: 1.5em }
ul { margin: 0; padding-left: 1.2em }
table { width: 100%; margin-top: 1em; border-collapse: collapse; table-layout: fixed }
th, td { padding: .4em .5em; border: 1px solid #bfc5cc; text-align: left; vertical-align: top; overflow-wrap: break-word }
thead th { background: #e8ecf0; border-bottom: 2px solid #4a5560 }
tbody th { font-weight: bold }
tr { break-inside: avoid }
td p, th p { margin: 0 0 .15em }
.strong { font-weight: bold }
.quiet { color: #595959; font-size: .85em; font-weight: normal }
.warning { color: #a4161a; font-weight: bold }
.part > th { padding-left: 1.2em }
.c0 { width: 6% } .c1 { width: 32% } .c2 { width: 14% } .c3 { width: 12% } .c4 { width: 10% } .c5 { width: 26% }
@media screen and (max-width: 45rem) {
  table, tbody, tr, tbody th, tbody td { display: block; border: 0 }
  thead { position: absolute; left: -9999px }
  tr { padding: .6em 0; border-top: 2px solid #4a5560 }
  tbody td::before { content: attr(data-label); display: block; color: #595959; font-size: .85em }
  tbody th, tbody td { padding: .2em 0 }
}
@media print {
  body { margin: 0; max-width: none; padding: 0; font-size: 9pt; line-height: 1.35 }
  thead th { print-color-adjust: exact; -webkit-print-color-adjust: exact }
  thead { display: table-header-group }
}
`

/** A hand-out as one page that needs no other file and prints as it is. */
export function handoutToHtml(handout: Handout): string {
  return treeToHtml(
    h('html', { lang: 'en-GB' }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        h('meta', { name: 'keywords', content: OWN_FILES.handout }),
        h('meta', { httpEquiv: 'Content-Security-Policy', content: POLICY }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('title', handout.title),
        h('style', STYLE),
      ]),
      h('body', [
        h('main', [
          h('h1', handout.title),
          h('p', { className: ['quiet'] }, bodyWords(handout)),
          h('p', handout.summary),
          handout.rows.length ? table(handout.rows) : null,
          list('Conclusions', handout.conclusions),
          list('Papers', handout.papers),
        ]),
        h('footer', h('p', { className: ['quiet'] }, originWords(handout))),
      ]),
    ]),
  )
}

function list(title: string, items: readonly string[]): Child {
  if (!items.length) return null
  return [
    h('h2', title),
    h(
      'ul',
      items.map((item) => h('li', item)),
    ),
  ]
}

function table(rows: readonly HandoutRow[]): Child {
  return h('table', [
    h(
      'thead',
      h(
        'tr',
        HANDOUT_HEADINGS.map((text, index) => h('th', { scope: 'col', className: [`c${index}`] }, text)),
      ),
    ),
    h('tbody', rows.map(tableRow)),
  ])
}

function tableRow(row: HandoutRow): Child {
  const [number = [], ...others] = rowToCells(row)
  return h('tr', { className: row.isPart ? ['part'] : undefined }, [
    h('th', { scope: 'row' }, number.map(cellLine)),
    others.map((lines, index) => h('td', { dataLabel: HANDOUT_HEADINGS[index + 1] }, lines.map(cellLine))),
  ])
}

function cellLine({ text, look }: CellLine): Child {
  return h('p', { className: look === 'plain' ? undefined : [look] }, text)
}
