import type { ListItem, Match } from './align.ts'
import { mergedNumbers } from './row-numbers.ts'
import { likeness, textProfile } from './text-profile.ts'

/** A row that joins recommendations words each of them at least so far. */
const LEAST_WORDED = 0.3
/** And all of them together so far. */
const LEAST_TOGETHER = 0.45
const BY_NUMBER = 0.75

/**
 * The recommendations that a row "Recs 3 & 4" joins, or null for any other row. A row that names several and
 * words others, as in a list that was renumbered, is left undecided.
 */
export function matchMergedRow(item: ListItem, base: readonly ListItem[]): Match | null {
  const numbers = mergedNumbers(item.number)
  if (!numbers || base.some((candidate) => candidate.number === item.number)) return null
  const named = numbers.map((number) => base.find((candidate) => candidate.number === number))
  const known = named.filter((candidate) => candidate !== undefined)
  const [text] = item.texts
  const profile = text === undefined ? null : textProfile(text)
  const each = profile ? known.map((candidate) => Math.max(0, ...candidate.texts.map((own) => likeness(profile, textProfile(own))))) : []
  const together = profile ? likeness(profile, textProfile(known.map((candidate) => candidate.texts[0] ?? '').join(' '))) : 0
  const fits = known.length === numbers.length && (!profile || (Math.min(...each) >= LEAST_WORDED && together >= LEAST_TOGETHER))
  const confidence = profile ? Math.round((0.6 + 0.4 * together) * 1000) / 1000 : BY_NUMBER
  const reasons = { why: 'one row for several', numbers, ...(profile ? { together: Math.round(together * 1000) / 1000 } : {}) }
  const [first] = known
  const found = { fromId: item.id, toId: null, runnerUpId: null, runnerUpConfidence: null, bestId: first?.id ?? null, reasons }
  if (!fits) return { ...found, method: 'none', confidence: Math.min(confidence, LEAST_TOGETHER) }
  return { ...found, method: 'merged-row', confidence, toIds: known.map((candidate) => candidate.id) }
}
