import { barPatterns, tallyBar, tallyKey } from './bars.ts'
import { pageOf } from './file-names.ts'
import { type Element, h, pageToHtml } from './html.ts'
import { LIST_SCRIPTS } from './list-tools.ts'
import { lookLists } from './look-lists.ts'
import { reviewTable } from './review-table.ts'
import { rowText } from './rows.ts'
import { searchForm } from './search-form.ts'
import type { Site } from './site.ts'
import { countedByKind, tallyOf } from './standing.ts'
import { counted, dayWords } from './words.ts'

/** The first page: what there is, where it is, what needs a look, the search, and all reviews. */
export function frontPage(site: Site): string {
  const { archive } = site
  const tally = tallyOf(archive.recommendations)
  const councils = new Set(archive.reviews.flatMap((row) => rowText(row.council)?.toLowerCase() ?? []))
  return pageToHtml({
    title: 'What became of the recommendations',
    root: '',
    today: site.today,
    here: 'front',
    scripts: ['search-data.js', ...LIST_SCRIPTS, 'search.js'],
    main: [
      barPatterns(),
      h('div', { className: ['hero'] }, [
        h('h1', 'What became of the recommendations'),
        h('p', { className: ['lead'] }, [
          h('b', countedByKind(archive.recommendations)),
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
  const { grave, overdue, unlinked, doubtful } = lookLists(site)
  const moved = [...site.stands.values()].filter(({ move }) => move).length
  const cards: [number, string, string, string][] = [
    [overdue.length, 'past their date', 'and no paper says that they are done', '#due=overdue'],
    [grave.length, 'slipped, stalled or not achieved', 'by the latest word on them', `${pageOf.look()}#bad`],
    [moved, 'with a date that was moved', 'from one paper to a later one', '#due=moved'],
    [
      doubtful.length,
      doubtful.length === 1 ? 'paper in doubt' : 'papers in doubt',
      'not read in full, or with a warning',
      `${pageOf.look()}#papers`,
    ],
    [
      unlinked.length,
      unlinked.length === 1 ? 'item linked to nothing' : 'items linked to nothing',
      'no recommendation fits',
      `${pageOf.look()}#unlinked`,
    ],
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
