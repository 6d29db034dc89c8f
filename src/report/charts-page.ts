import { barPatterns, tallyBar, tallyKey } from './bars.ts'
import { durationChart } from './duration-chart.ts'
import { pageOf } from './file-names.ts'
import { type Element, h, pageToHtml, scrolling } from './html.ts'
import { moveChart } from './move-chart.ts'
import type { Site } from './site.ts'
import { isConclusion, tallyOf, tallyWords } from './standing.ts'

/** More reviews than this make no chart that can be read; the overview has them all. */
const REVIEWS_AT_MOST = 40

/** The status of reviews, how long things take, and which dates moved, for those who would rather look. Each chart's figures are in a table too. */
export function chartsPage(site: Site): string {
  return pageToHtml({
    title: 'Charts',
    root: '',
    today: site.today,
    here: 'charts',
    main: [barPatterns(), h('h1', 'Charts'), statusByReview(site), durationChart(site), moveChart(site)],
  })
}

function statusByReview(site: Site): Element {
  const { archive } = site
  const rows = archive.reviews
    .map((review) => ({
      review,
      rows: (archive.recommendationsOf.get(String(review.review_id)) ?? []).filter((row) => !isConclusion(row)),
    }))
    .filter(({ rows }) => rows.length)
    .sort((a, b) => b.rows.length - a.rows.length)
  return h('section', { ariaLabelledBy: 'status-title' }, [
    h('h2', { id: 'status-title' }, 'Progress of reviews'),
    rows.length > REVIEWS_AT_MOST ? h('p', `The ${REVIEWS_AT_MOST} with the most recommendations, of ${rows.length}.`) : null,
    tallyKey(tallyOf(archive.recommendations), null),
    scrolling(
      'Progress of reviews',
      h('table', { className: ['bars', 'stack'] }, [
        h(
          'thead',
          h(
            'tr',
            ['Review', 'Progress', 'In words'].map((words) => h('th', { scope: 'col' }, words)),
          ),
        ),
        h(
          'tbody',
          rows.slice(0, REVIEWS_AT_MOST).map(({ review, rows: own }) => {
            const tally = tallyOf(own)
            return h('tr', [
              h('th', { scope: 'row' }, h('a', { href: pageOf.review(String(review.review_id)) }, String(review.title))),
              h('td', { className: ['wide'] }, tallyBar(tally)),
              h('td', tallyWords(tally)),
            ])
          }),
        ),
      ]),
    ),
  ])
}
