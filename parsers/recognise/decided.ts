import type { Decided } from '../../schema/records.ts'
import { findReferences } from './references.ts'
import { limbOutcome } from './resolutions.ts'

/** A resolution that names recommendations instead of restating them is short. */
const LONGEST_BY_REFERENCE = 400
/** A clause that decides has one of these verbs in the passive, or says so of its object. */
const DECIDES =
  /\b(?:be|is|are|were|was)\b.{0,60}\b(?:approved|agreed|accepted|endorsed|adopted|noted|received|rejected|declined|deferred|referred|supported|implemented|amended)\b|^(?:approve|agree|accept|endorse|adopt|support|note|reject|refuse|decline|defer|refer)/iu

/**
 * What a resolution decides by naming recommendations: "recommendations 2 and 4 to 6 be approved and
 * recommendation 3 be deferred" is two groups. Null where it names none, or decides nothing of them. A
 * group without a verb of its own shares that of the next: "recommendation 1, and recommendations 4 to 6, be agreed".
 */
export function readDecided(text: string, opener: string): Decided[] | null {
  if (text.length > LONGEST_BY_REFERENCE) return null
  const references = findReferences(text)
  const groups: Decided[] = []
  let outcome: Decided['outcome'] = null
  for (const [index, reference] of [...references.entries()].reverse()) {
    const words = text.slice(reference.start, references[index + 1]?.start)
    // A bare code ("and R5 be not agreed") is a recommendation's.
    const clause = /^rec/iu.test(words) || reference.all ? words : `recommendation ${words}`
    if (DECIDES.test(clause)) outcome = limbOutcome(opener === '' ? 'RESOLVED' : opener, clause)
    else if (index === references.length - 1 && !DECIDES.test(text.slice(0, reference.end))) return null
    groups.unshift({
      numbers: reference.all ? 'all' : reference.numbers,
      except: reference.except,
      outcome: outcome ?? limbOutcome(opener === '' ? 'RESOLVED' : opener, text),
    })
  }
  return groups.length > 0 ? groups : null
}
