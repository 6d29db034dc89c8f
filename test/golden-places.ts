import type { Box, Place } from '../schema/place.ts'
import type { Evidence } from '../schema/records.ts'
import { cellName } from '../schema/sheet-cells.ts'

/** A record, or the document itself, as far as its places go. */
export interface Placed {
  evidence?: readonly Evidence[]
  place?: Place
}

/** A quote longer than this many letters is shown by its beginning and its end. */
const LONGEST_QUOTE = 40
const SHOWN_OF_QUOTE = 18

/**
 * Where a record is printed, and then its fields, as a golden keeps them, in one line: "l10; text l11–12; dueFrom l14 “1<sup>st</sup> May”".
 * A field is left out that is where the record is; its quote is shown where it is not one of the record's own values; a field whose place
 * in the paper is empty is "blank". Null where nothing is known of any place.
 */
export function goldenPlace(record: Placed, sheets: readonly string[] | null): string | null {
  const own = record.place ? placeName(record.place, sheets) : ''
  const values = new Set(Object.values(record).flatMap((value) => (typeof value === 'string' ? [folded(value)] : [])))
  const told = new Map<string, string[]>()
  for (const [field, pieces] of Map.groupBy(record.evidence ?? [], ({ field }) => field)) {
    const where = fieldPlace(pieces, values, own, sheets)
    if (where !== '') told.set(where, [...(told.get(where) ?? []), field])
  }
  const fields = [...told].map(([where, names]) => `${names.join(' ')} ${where}`)
  return [own, ...fields].filter((words) => words !== '').join('; ') || null
}

/** Where a field's value is printed: its pieces one by one where they have places of their own or say something else than the value. */
function fieldPlace(pieces: readonly Evidence[], values: ReadonlySet<string>, own: string, sheets: readonly string[] | null): string {
  if (pieces.every(({ state }) => state === 'not_found')) return ''
  const whole = pieces.map(({ quote }) => quote ?? '').join(' ')
  const isQuoted = whole.trim() !== '' && !values.has(folded(whole))
  const places = pieces.map(({ place }) => placeName(place, sheets))
  const isOwn = places.every((where) => where === own)
  const shown = pieces.map(({ state, quote }, index) => {
    const where = places[index] || 'nowhere'
    const words = state === 'blank' ? 'blank' : isQuoted && quote ? `“${shortened(folded(quote))}”` : ''
    return [isOwn ? '' : where, words].filter((word) => word !== '').join(' ')
  })
  return shown.filter((words, index) => words !== '' && words !== shown[index - 1]).join(', ')
}

/** "Tracker!D14", "p2 57,197–338,209", "p2 l14–15", "l14"; "" for nowhere. */
export function placeName(place: Place, sheets: readonly string[] | null): string {
  const { page, box, lineFrom, lineTo } = place
  const cell = cellName(place, sheets)
  if (cell !== null) return cell
  const lines = lineFrom === null ? '' : `l${lineFrom}${lineTo === null || lineTo === lineFrom ? '' : `–${lineTo}`}`
  return [page === null ? '' : `p${page}`, box ? boxName(box) : '', lines].filter((part) => part !== '').join(' ')
}

/** In whole points. */
function boxName(box: Box): string {
  const [left, top, right, bottom] = box.map((edge) => Math.round(edge))
  return `${left},${top}–${right},${bottom}`
}

const folded = (text: string): string => text.replace(/\s+/gu, ' ').trim()

const shortened = (text: string): string =>
  text.length <= LONGEST_QUOTE ? text : `${text.slice(0, SHOWN_OF_QUOTE)}…${text.slice(-SHOWN_OF_QUOTE)}`
