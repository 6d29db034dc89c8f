import type { Row } from '../store/database.ts'
import { fileName, pageOf, paperTitle } from './file-names.ts'
import { type Element, h, pageToHtml, scrolling } from './html.ts'
import { type Facet, itemData, LIST_SCRIPTS, type ListItem, listTools } from './list-tools.ts'
import { papersInOrder } from './paper-order.ts'
import { rowText } from './rows.ts'
import type { Site } from './site.ts'
import { capitalised, counted, paperDateWords, plainWords } from './words.ts'

/** How a paper was read, by its status. */
export const READING_WORDS: ReadonlyMap<string, string> = new Map([
  ['ok', 'read in full'],
  ['partial', 'read in part'],
  ['failed', 'could not be read'],
  ['skipped', 'not read'],
])

/** The filters of any list of papers. */
export const PAPER_FACETS: readonly Facet[] = [
  { name: 'reading', label: 'Reading', words: new Map([...READING_WORDS].map(([status, words]) => [status, capitalised(words)])) },
  { name: 'kind', label: 'Kind' },
  { name: 'council', label: 'Council' },
  { name: 'body', label: 'Body' },
  { name: 'review', label: 'Review' },
]

/** What these filters look at. */
export function paperFacets(paper: Row, review: string | null = null): Record<string, string[]> {
  const [council, body] = [paper.council, paper.committee].map((value) => rowText(value))
  return {
    reading: [String(paper.status)],
    kind: [capitalised(plainWords(String(paper.kind)))],
    council: council ? [council] : [],
    body: body ? [body] : [],
    review: review === null ? [] : [review],
  }
}

/** All papers, with how each was read. */
export function papersPage(site: Site): string {
  const papers = papersInOrder(site.archive.documents)
  const copies = site.archive.sameAs.size
  const items = papers.map((paper) => paperItem(site, paper))
  return pageToHtml({
    title: 'Papers',
    root: '',
    today: site.today,
    here: 'papers',
    scripts: LIST_SCRIPTS,
    main: [
      h('h1', 'Papers'),
      h(
        'p',
        { className: ['lead'] },
        `${counted(papers.length - copies, 'paper')}${copies ? ` in ${counted(papers.length, 'file')}` : ''}, in the order of their dates; those without a date stand where their kind belongs.`,
      ),
      listTools(
        {
          id: 'papers',
          name: 'papers',
          file: 'papers',
          columns: ['Council', 'Body', 'Title', 'File', 'Kind', 'Date', 'Review', 'Reading', 'Warnings', 'Id'],
          facets: PAPER_FACETS,
          orders: [
            ['date', 'Date, the first first'],
            ['-date', 'Date, the latest first'],
            ['title', 'Title'],
            ['review', 'Review'],
          ],
        },
        items,
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
            { id: 'papers' },
            papers.map((paper, index) => paperRow(site, paper, items[index])),
          ),
        ]),
      ),
    ],
  })
}

const reviewOf = (site: Site, paper: Row): Row | undefined => site.archive.review.get(String(paper.review_id))

function paperItem(site: Site, paper: Row): ListItem {
  const review = rowText(reviewOf(site, paper)?.title)
  const [title, day] = [paperTitle(paper), rowText(paper.dated_from)]
  return {
    facets: paperFacets(paper, review),
    sort: { date: day ?? '', title: title.toLowerCase(), review: (review ?? '').toLowerCase() },
    cells: [
      rowText(paper.council),
      rowText(paper.committee),
      title,
      fileName(String(paper.path)),
      plainWords(String(paper.kind)),
      day,
      review,
      READING_WORDS.get(String(paper.status)) ?? String(paper.status),
      Number(paper.warnings ?? 0),
      rowText(paper.document_id),
    ],
  }
}

function paperRow(site: Site, paper: Row, item: ListItem | undefined): Element {
  const review = reviewOf(site, paper)
  const warnings = Number(paper.warnings)
  const better = site.archive.sameAs.get(String(paper.document_id))
  return h('tr', item ? itemData(item) : {}, [
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
      h('span', { className: paper.status === 'ok' ? [] : ['late'] }, READING_WORDS.get(String(paper.status)) ?? String(paper.status)),
      rowText(paper.superseded_by)
        ? h('span', { className: ['by'] }, paper.superseded_by === paper.document_id ? 'taken out' : 'another version took its place')
        : null,
      better ? h('span', { className: ['by'] }, ['counted from ', h('a', { href: pageOf.paper(better) }, 'another file')]) : null,
      warnings ? h('span', { className: ['by'] }, counted(warnings, 'warning')) : null,
    ]),
  ])
}
