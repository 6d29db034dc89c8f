import type { Row } from '../store/database.ts'
import { barPatterns, tallyBar, tallyKey } from './bars.ts'
import { pageOf } from './file-names.ts'
import { type Child, type Element, h, pageToHtml, scrolling } from './html.ts'
import { rowText } from './rows.ts'
import { searchForm } from './search-form.ts'
import { type Site, standIn } from './site.ts'
import { tallyOf } from './standing.ts'
import { counted, dayWords, monthWords } from './words.ts'

/** The first page: what there is, where it stands, what needs a look, the search, and all reviews. */
export function frontPage(site: Site): string {
  const { archive } = site
  const tally = tallyOf(archive.recommendations)
  const councils = new Set(archive.reviews.flatMap((row) => rowText(row.council)?.toLowerCase() ?? []))
  return pageToHtml({
    title: 'What became of the recommendations',
    root: '',
    today: site.today,
    here: 'front',
    scripts: ['search-data.js', 'search.js'],
    main: [
      barPatterns(),
      h('div', { className: ['hero'] }, [
        h('h1', 'What became of the recommendations'),
        h('p', { className: ['lead'] }, [
          h('b', counted(archive.recommendations.length, 'recommendation')),
          ` of ${counted(archive.reviews.length, 'review')}`,
          councils.size > 1 ? ` by ${counted(councils.size, 'council')}` : null,
          `, followed through ${counted(archive.documents.length - archive.sameAs.size, 'paper')}, as of ${dayWords(site.today)}.`,
        ]),
        tallyBar(tally),
        tallyKey(tally, (standing) => `#status=${standing}`),
      ]),
      attention(site),
      searchForm(site),
      h('section', { className: ['all-reviews'], ariaLabelledBy: 'reviews-title' }, [
        h('h2', { id: 'reviews-title' }, 'Reviews'),
        reviewTable(site),
      ]),
    ],
  })
}

/** What a person should look at first, as numbers that lead on. */
function attention(site: Site): Element {
  const { archive } = site
  const stands = [...site.stands.values()]
  const faulty = archive.documents.filter((row) => row.status === 'failed' || row.status === 'partial' || row.status === 'skipped').length
  const cards: [number, string, string, string][] = [
    [stands.filter(({ overdue }) => overdue).length, 'past their date', 'and no paper says that they are done', '#due=overdue'],
    [
      stands.filter(({ standing }) => standing === 'slipped' || standing === 'stalled' || standing === 'not_achieved').length,
      'slipped, stalled or not achieved',
      'by the latest word on them',
      pageOf.look(),
    ],
    [stands.filter(({ move }) => move).length, 'with a date that was moved', 'from one paper to a later one', '#due=moved'],
    [faulty + archive.unlinked.length, 'papers or items in doubt', 'not read in full, or linked to nothing', `${pageOf.look()}#papers`],
  ]
  return h('section', { ariaLabelledBy: 'attention-title' }, [
    h('h2', { id: 'attention-title' }, 'Needs a look'),
    h(
      'ul',
      { className: ['cards'] },
      cards.map(([count, what, why, href]) =>
        h('li', { className: count ? [] : ['none'] }, [
          h('a', { href }, [h('span', { className: ['count'] }, count.toLocaleString('en-GB')), ` ${what}`]),
          h('span', { className: ['why'] }, why),
        ]),
      ),
    ),
  ])
}

function reviewTable(site: Site): Element {
  const { archive } = site
  return scrolling(
    'Reviews',
    h('table', { className: ['reviews'] }, [
      h(
        'thead',
        h(
          'tr',
          ['Review', 'Recommendations', 'Where they stand', 'Overdue', 'Last word'].map((words) => h('th', { scope: 'col' }, words)),
        ),
      ),
      h(
        'tbody',
        archive.reviews.map((review) => reviewRow(site, review)),
      ),
    ]),
  )
}

function reviewRow(site: Site, review: Row): Element {
  const rows = site.archive.recommendationsOf.get(String(review.review_id)) ?? []
  const overdue = rows.filter((row) => standIn(site, row).overdue).length
  const tally = tallyOf(rows)
  const last = rows
    .flatMap((row) => rowText(row.as_of_to) ?? rowText(row.as_of_from) ?? [])
    .sort()
    .at(-1)
  const by = [rowText(review.council), rowText(review.committee)].filter(Boolean).join(', ')
  return h('tr', [
    h('th', { scope: 'row' }, [
      h('a', { href: pageOf.review(String(review.review_id)) }, String(review.title)),
      by ? h('span', { className: ['by'] }, by) : null,
    ]),
    h('td', { className: ['number'] }, rows.length.toLocaleString('en-GB')),
    h('td', { className: ['wide'] }, rows.length ? [tallyBar(tally), tallyKey(tally, null)] : silent('no recommendation was found')),
    h('td', { className: ['number'] }, overdue ? h('span', { className: ['late'] }, overdue.toLocaleString('en-GB')) : '0'),
    h('td', last ? monthWords(last) : silent('none')),
  ])
}

function silent(words: string): Child {
  return h('span', { className: ['silent'] }, words)
}
