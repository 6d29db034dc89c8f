import type { Random } from '../link/random.ts'

const MONTHS = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(',')

/** A month and its year: `month` counts from 0 for January of `year`, and may run over it. */
export const monthYear = (year: number, month: number): string => `${MONTHS[month % 12]} ${year + Math.floor(month / 12)}`

/** A day of such a month, the same for the same month. */
export const dayOf = (year: number, month: number): string => `${1 + ((year * 7 + month * 5) % 28)} ${monthYear(year, month)}`

/** When something is to be done, as plans say it. */
export function writeDue(year: number, random: Random): string {
  const month = random.int(3, 20)
  const late = year + Math.floor(month / 12)
  return random.pick([
    monthYear(year, month),
    dayOf(year, month),
    `Quarter ${random.int(1, 4)} ${late}/${String(late + 1).slice(2)}`,
    `End of ${late}`,
    'TBC',
  ])
}
