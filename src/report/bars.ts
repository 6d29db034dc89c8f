import { type Element, h, s } from './html.ts'
import { STANDING_NAMES, STANDINGS, type Standing, type Tally, tallyEntries, tallyWords } from './standing.ts'

const BAR_HEIGHT = 14
const PATTERN_SIZE = 6

/** How each standing is drawn over its colour, so that a bar can be read without seeing colours: lines, dots or nothing. */
const PATTERNS: Partial<Record<Standing, string>> = {
  partly_achieved: 'M0 6 L6 0',
  on_track: 'M0 3 H6',
  slipped: 'M0 0 L6 6',
  stalled: 'M3 0 V6',
  not_achieved: 'M0 0 L6 6 M0 6 L6 0',
  not_started: 'M3 3 h0.01',
  referred: 'M0 5 H6',
  deferred: 'M1 0 V6',
  noted: 'M1 1 h0.01 M4 4 h0.01',
  superseded: 'M0 1 H6 M0 4 H6',
  withdrawn: 'M1 0 V6 M4 0 V6',
  rejected: 'M0 3 H6 M3 0 V6',
}

/** The patterns that the bars of one page are filled with; appears once on the page. */
export function barPatterns(): Element {
  return s(
    'svg',
    { className: ['patterns'], width: 0, height: 0, ariaHidden: 'true', focusable: 'false' },
    s(
      'defs',
      STANDING_NAMES.map((name) =>
        s('pattern', { id: `fill-${name}`, width: PATTERN_SIZE, height: PATTERN_SIZE, patternUnits: 'userSpaceOnUse' }, [
          s('rect', { className: [`fill-${name}`], width: PATTERN_SIZE, height: PATTERN_SIZE }),
          PATTERNS[name] ? s('path', { className: ['strokes'], d: PATTERNS[name] }) : null,
        ]),
      ),
    ),
  )
}

/** How many are where, as one bar. Its words are its text alternative. */
export function tallyBar(tally: Tally): Element {
  const entries = tallyEntries(tally)
  const total = entries.reduce((sum, [, count]) => sum + count, 0)
  let x = 0
  const parts = entries.map(([name, count]) => {
    const width = (100 * count) / total
    const part = s('rect', { x: `${x}%`, y: 0, width: `${width}%`, height: BAR_HEIGHT, fill: `url(#fill-${name})` })
    x += width
    return part
  })
  return s('svg', { className: ['bar'], role: 'img', ariaLabel: tallyWords(tally) || 'none', width: '100%', height: BAR_HEIGHT }, parts)
}

/** What the colours and patterns of bars mean, with the numbers; each may lead somewhere. */
export function tallyKey(tally: Tally, href: ((standing: Standing) => string) | null): Element {
  return h(
    'ul',
    { className: ['key'] },
    tallyEntries(tally).map(([name, count]) => {
      const body = [
        s('svg', { className: ['swatch'], width: 14, height: 14, ariaHidden: 'true', focusable: 'false' }, [
          s('rect', { width: 14, height: 14, fill: `url(#fill-${name})` }),
        ]),
        ' ',
        h('b', count.toLocaleString('en-GB')),
        ` ${STANDINGS[name].words}`,
      ]
      return h('li', href ? h('a', { href: href(name) }, body) : body)
    }),
  )
}
