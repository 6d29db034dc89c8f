import { scaleUtc } from 'd3-scale'
import type { Row } from '../store/database.ts'
import { pageOf } from './file-names.ts'
import { type Element, h, s, scrolling } from './html.ts'
import { type Site, standIn } from './site.ts'
import type { Move } from './standing.ts'
import { counted, daysBetween, monthWords, recommendationName, spanWords } from './words.ts'

const ROWS_AT_MOST = 40
const WIDTH = 420
const HEIGHT = 18
const MARGIN = 8

/** Every due date that moved, the furthest first: a line from the first date to the last, and the dates in words. */
export function moveChart(site: Site): Element {
  const moved = site.archive.recommendations
    .flatMap((row) => {
      const { move } = standIn(site, row)
      return move ? [{ row, move, days: daysBetween(move.from.day, move.to.day) }] : []
    })
    .sort((a, b) => b.days - a.days)
  return h('section', { ariaLabelledBy: 'moved-title' }, [
    h('h2', { id: 'moved-title' }, 'Dates that moved'),
    ...(moved.length ? moveTable(site, moved) : [h('p', 'No due date was moved from one paper to a later one.')]),
  ])
}

interface Moved {
  row: Row
  move: Move
  days: number
}

function moveTable(site: Site, moved: readonly Moved[]): Element[] {
  const shown = moved.slice(0, ROWS_AT_MOST)
  const days = shown.flatMap(({ move }) => [move.from.day, move.to.day]).sort()
  const x = scaleUtc([new Date(days[0] ?? ''), new Date(days.at(-1) ?? '')], [MARGIN, WIDTH - MARGIN])
  return [
    h(
      'p',
      `${counted(moved.length, 'date')} moved${moved.length > shown.length ? `; the ${shown.length} that moved furthest are shown` : ''}. The ring is the first date, the dot the last.`,
    ),
    scrolling(
      'Dates that moved',
      h('table', { className: ['bars', 'stack'] }, [
        h(
          'thead',
          h(
            'tr',
            ['Recommendation', 'Moved', 'From', 'To', 'By'].map((words) => h('th', { scope: 'col' }, words)),
          ),
        ),
        h(
          'tbody',
          shown.map(({ row, move, days: length }) =>
            h('tr', [
              h('th', { scope: 'row' }, [
                h('a', { href: pageOf.recommendation(String(row.recommendation_id)) }, recommendationName(row)),
                h('span', { className: ['by'] }, String(site.archive.review.get(String(row.review_id))?.title ?? '')),
              ]),
              h(
                'td',
                { className: ['wide'] },
                line(
                  x(new Date(move.from.day)),
                  x(new Date(move.to.day)),
                  `from ${monthWords(move.from.day)} to ${monthWords(move.to.day)}`,
                ),
              ),
              h('td', { dataLabel: 'From' }, move.from.text),
              h('td', { dataLabel: 'To' }, move.to.text),
              h('td', `${spanWords(length)} ${length < 0 ? 'earlier' : 'later'}`),
            ]),
          ),
        ),
      ]),
    ),
  ]
}

function line(from: number, to: number, words: string): Element {
  const middle = HEIGHT / 2
  return s('svg', { className: ['move'], viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', ariaLabel: words, width: WIDTH, height: HEIGHT }, [
    s('line', { className: ['axis'], x1: 0, x2: WIDTH, y1: middle, y2: middle }),
    s('line', { className: ['shift'], x1: from, x2: to, y1: middle, y2: middle }),
    s('circle', { className: ['ring'], cx: from, cy: middle, r: 5 }),
    s('circle', { className: ['dot'], cx: to, cy: middle, r: 5 }),
  ])
}
