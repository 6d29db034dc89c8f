import { fileName, pageOf, paperTitle } from './file-names.ts'
import { h, pageToHtml, scrolling } from './html.ts'
import { papersInOrder } from './paper-order.ts'
import { rowText } from './rows.ts'
import type { Site } from './site.ts'
import { capitalised, counted, paperDateWords, plainWords } from './words.ts'

const STATUS_WORDS: Record<string, string> = {
  ok: 'read in full',
  partial: 'read in part',
  failed: 'could not be read',
  skipped: 'not read',
}

/** All papers, with how each was read. */
export function papersPage(site: Site): string {
  const { archive } = site
  const papers = papersInOrder(archive.documents)
  const copies = archive.sameAs.size
  return pageToHtml({
    title: 'Papers',
    root: '',
    today: site.today,
    here: 'papers',
    main: [
      h('h1', 'Papers'),
      h(
        'p',
        { className: ['lead'] },
        `${counted(papers.length - copies, 'paper')}${copies ? ` in ${counted(papers.length, 'file')}` : ''}, in the order of their dates; those without a date stand where their kind belongs.`,
      ),
      scrolling(
        'Papers',
        h('table', { className: ['papers', 'stack'] }, [
          h(
            'thead',
            h(
              'tr',
              ['Paper', 'Kind', 'Date', 'Review', 'Reading'].map((words) => h('th', { scope: 'col' }, words)),
            ),
          ),
          h(
            'tbody',
            papers.map((paper) => {
              const review = archive.review.get(String(paper.review_id))
              const warnings = Number(paper.warnings)
              const better = archive.sameAs.get(String(paper.document_id))
              return h('tr', [
                h('th', { scope: 'row' }, [
                  h('a', { href: pageOf.paper(String(paper.document_id)) }, paperTitle(paper)),
                  h('span', { className: ['by'] }, fileName(String(paper.path))),
                ]),
                h('td', capitalised(plainWords(String(paper.kind)))),
                h('td', paperDateWords(paper) ?? h('span', { className: ['silent'] }, 'no date')),
                h(
                  'td',
                  { dataLabel: 'Review' },
                  review
                    ? h('a', { href: pageOf.review(String(review.review_id)) }, String(review.title))
                    : h('span', { className: ['silent'] }, 'none or several'),
                ),
                h('td', [
                  h(
                    'span',
                    { className: paper.status === 'ok' ? [] : ['late'] },
                    STATUS_WORDS[String(paper.status)] ?? String(paper.status),
                  ),
                  rowText(paper.superseded_by)
                    ? h(
                        'span',
                        { className: ['by'] },
                        paper.superseded_by === paper.document_id ? 'taken out' : 'another version took its place',
                      )
                    : null,
                  better
                    ? h('span', { className: ['by'] }, ['counted from ', h('a', { href: pageOf.paper(better) }, 'another file')])
                    : null,
                  warnings ? h('span', { className: ['by'] }, counted(warnings, 'warning')) : null,
                ]),
              ])
            }),
          ),
        ]),
      ),
    ],
  })
}
