import { diffArrays } from 'diff'
import { foldWords } from '../../parsers/recognise/fold.ts'
import type { WordingChangeRow } from '../../schema/links.ts'
import { WORDING_ROLES, type WordingRole } from '../../schema/records.ts'
import { entityId, type ReviewHistory } from './review-history.ts'
import type { Unit } from './units.ts'

/** One paper's wording of a recommendation. */
interface Stated {
  id: string
  documentId: string
  role: WordingRole
  text: string
}

/** Texts further apart than this many words are given as a whole, out and in. */
const MOST_EDITS = 400

/**
 * What differs between one paper's wording of a recommendation and that of the paper before it, in the order
 * `units` come in. Small letters, signs and the words by which a list hangs together are not change.
 */
export function wordingChanges(history: ReviewHistory, units: readonly Unit[]): WordingChangeRow[] {
  const last = new Map<string, Stated>()
  const rows: WordingChangeRow[] = []
  for (const unit of units) {
    const inPaper = new Set<string>()
    for (const { recommendationId, stated } of statedIn(history, unit)) {
      // A report's summary says again, shorter, what it says in full.
      if (inPaper.has(recommendationId)) continue
      inPaper.add(recommendationId)
      const before = last.get(recommendationId)
      last.set(recommendationId, stated)
      const change = before ? wordsChanged(before.text, stated.text) : null
      if (!before || !change) continue
      rows.push({
        recommendationId,
        fromId: before.id,
        toId: stated.id,
        fromDocumentId: before.documentId,
        toDocumentId: stated.documentId,
        fromRole: before.role,
        toRole: stated.role,
        ...change,
      })
    }
  }
  return rows
}

/** The wordings of a paper that are of a recommendation, those of most authority first; a resolution's words under its own id. */
function statedIn(history: ReviewHistory, unit: Unit): { recommendationId: string; stated: Stated }[] {
  const resolutions = new Map(unit.resolutions.map(({ key, wordingKey }) => [wordingKey, key]))
  return [...unit.wordings]
    .sort((a, b) => WORDING_ROLES.indexOf(a.role) - WORDING_ROLES.indexOf(b.role) || a.position - b.position)
    .flatMap(({ key, role, text }) => {
      const recommendationId = history.matches.get(entityId(unit, key))?.toId
      const own = (role === 'resolved' ? resolutions.get(key) : undefined) ?? key
      return recommendationId ? [{ recommendationId, stated: { id: entityId(unit, own), documentId: unit.documentId, role, text } }] : []
    })
}

/** A text without what its place in a list adds to it: the "That" that falls away after "RESOLVED that", and the "; and" before the last limb. */
const ownWords = (text: string) => text.replace(/^That\s+/u, '').replace(/(?<=[;,])\s(?:and|or)$/u, '')

const wordsOf = (text: string) =>
  ownWords(text)
    .split(/\s+/u)
    .filter((word) => word !== '')

/** The difference of two texts word by word (Myers, "An O(ND) difference algorithm", 1986), or null where none is left. */
function wordsChanged(from: string, to: string): { kept: number; diff: string } | null {
  if (foldWords(ownWords(from)) === foldWords(ownWords(to))) return null
  const [before, after] = [wordsOf(from), wordsOf(to)]
  const options = { comparator: (a: string, b: string) => a === b || foldWords(a) === foldWords(b), maxEditLength: MOST_EDITS }
  const pieces = diffArrays(before, after, options) ?? [
    { value: before, added: false, removed: true },
    { value: after, added: true, removed: false },
  ]
  const kept = pieces.reduce((sum, { value, added, removed }) => sum + (added || removed ? 0 : value.length), 0)
  const signed = pieces.map(({ value, added, removed }) => [added ? '+' : removed ? '-' : '=', value.join(' ')])
  return { kept: Math.round((1000 * kept) / Math.max(before.length, after.length, 1)) / 1000, diff: JSON.stringify(signed) }
}
