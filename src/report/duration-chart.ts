import type { Row } from '../store/database.ts'
import { pageOf } from './file-names.ts'
import { type Element, h, s } from './html.ts'
import { compareText, rowText } from './rows.ts'
import type { Site } from './site.ts'
import { counted, daysBetween, dayWords, recommendationName, spanWords } from './words.ts'

/** From the day a recommendation was resolved to the day of the first paper that says it is achieved. */
export interface Duration {
  recommendation: Row
  resolved: string
  achieved: string
  /** When the paper says it is achieved, as printed. */
  achievedText: string
  days: number
}

/** How long each achieved recommendation took, the shortest first; only those whose papers give both days. */
export function durationsOf(site: Site): Duration[] {
  const { archive } = site
  return archive.recommendations
    .flatMap((recommendation): Duration[] => {
      const id = String(recommendation.recommendation_id)
      const resolved = (archive.resolutions.get(id) ?? []).flatMap((row) => rowText(row.decided_on) ?? paperDay(site, row) ?? []).sort()[0]
      const achieved = (archive.updates.get(id) ?? [])
        .filter(({ status }) => status === 'achieved')
        .flatMap((row) => {
          const day = rowText(row.as_of_from) ?? paperDay(site, row)
          return day === null ? [] : [{ day, text: rowText(row.as_of_text) ?? dayWords(day) }]
        })
        .sort((a, b) => compareText(a.day, b.day))[0]
      if (!resolved || !achieved || achieved.day < resolved) return []
      return [{ recommendation, resolved, achieved: achieved.day, achievedText: achieved.text, days: daysBetween(resolved, achieved.day) }]
    })
    .sort((a, b) => a.days - b.days)
}

function paperDay(site: Site, row: Row): string | null {
  return rowText(site.archive.document.get(String(row.document_id))?.dated_from)
}

const BINS_AT_MOST = 14
const BAR_HEIGHT = 18
const DAYS_A_MONTH = 30.44

/** How many recommendations took how long, in bars of some months each, and all of them in a table. */
export function durationChart(site: Site): Element {
  const durations = durationsOf(site)
  return h('section', { ariaLabelledBy: 'duration-title' }, [
    h('h2', { id: 'duration-title' }, 'From resolution to achieved'),
    ...(durations.length
      ? bars(site, durations)
      : [h('p', 'No recommendation here has both a dated resolution and a dated report that it is achieved.')]),
  ])
}

function bars(site: Site, durations: readonly Duration[]): Element[] {
  const months = durations.map(({ days }) => days / DAYS_A_MONTH)
  const step = [1, 3, 6, 12].find((size) => Math.max(...months) / size < BINS_AT_MOST) ?? 24
  const counts: number[] = []
  for (const month of months) counts[Math.floor(month / step)] = (counts[Math.floor(month / step)] ?? 0) + 1
  const bins = Array.from({ length: counts.length }, (_, index) => counts[index] ?? 0)
  const longest = Math.max(...bins)
  const median = durations[Math.floor(durations.length / 2)]?.days ?? 0
  const words = `Of ${counted(durations.length, 'recommendation')}, half took ${spanWords(median)} or less; the longest took ${spanWords(durations.at(-1)?.days ?? 0)}.`
  return [
    h('p', `${words} Counted is from the resolution to the first word that it is achieved.`),
    h('table', { className: ['spans'] }, [
      h('thead', h('tr', [h('th', { scope: 'col' }, 'Months'), h('th', { scope: 'col', colSpan: 2 }, 'Recommendations')])),
      h(
        'tbody',
        bins.map((count, index) =>
          h('tr', [
            h('th', { scope: 'row' }, `${index * step}–${(index + 1) * step}`),
            h('td', { className: ['number'] }, count.toLocaleString('en-GB')),
            h('td', spanBar(count / longest)),
          ]),
        ),
      ),
    ]),
    h('details', [h('summary', 'The figures'), table(site, durations)]),
  ]
}

/** A bar over a share of the width that there is, so that the chart fits a phone as well as a sheet of paper. */
function spanBar(share: number): Element {
  return s(
    'svg',
    { width: '100%', height: BAR_HEIGHT, ariaHidden: 'true', focusable: 'false' },
    s('rect', { className: ['column'], width: `${Math.round(100 * share)}%`, height: BAR_HEIGHT }),
  )
}

function table(site: Site, durations: readonly Duration[]): Element {
  return h('table', { className: ['stack'] }, [
    h(
      'thead',
      h(
        'tr',
        ['Recommendation', 'Resolved', 'Achieved by', 'Time'].map((words) => h('th', { scope: 'col' }, words)),
      ),
    ),
    h(
      'tbody',
      durations
        .slice(0, ROWS_AT_MOST)
        .map(({ recommendation, resolved, achievedText, days }) =>
          h('tr', [
            h('th', { scope: 'row' }, [
              h('a', { href: pageOf.recommendation(String(recommendation.recommendation_id)) }, recommendationName(recommendation)),
              h('span', { className: ['by'] }, String(site.archive.review.get(String(recommendation.review_id))?.title ?? '')),
            ]),
            h('td', { dataLabel: 'Resolved' }, dayWords(resolved)),
            h('td', { dataLabel: 'Achieved by' }, achievedText),
            h('td', { className: ['number'] }, spanWords(days)),
          ]),
        ),
    ),
  ])
}

const ROWS_AT_MOST = 500
