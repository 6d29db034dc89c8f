import type { Passage } from '../../schema/document.ts'
import { type Fragment, passageFragments } from '../../schema/document.ts'
import { NOWHERE, type Place } from '../../schema/place.ts'
import type { Evidence, EvidenceState } from '../../schema/records.ts'

/** Collects the evidence of one record while its fields are filled in, so that a value and its place cannot part. */
export class EvidenceLedger {
  readonly entries: Evidence[] = []
  readonly #source: string | null

  /** `source` is the document's decoded text, which quotes are cut from. */
  constructor(source: string | null) {
    this.#source = source
  }

  /** Notes where `field` is and gives its value; an empty passage is noted as blank and gives null. */
  stated(field: string, passage: Passage | null): string | null {
    if (passage === null) {
      this.absent(field)
      return null
    }
    if (passage.text === '') {
      this.blank(field, NOWHERE)
      return null
    }
    this.#add(field, passage, 'stated')
    return passage.text
  }

  /** As `stated`, for a passage that is known to have text. */
  text(field: string, passage: Passage): string {
    this.#add(field, passage, 'stated')
    return passage.text
  }

  /** Notes what a value that is not printed as such was made from; gives the value back. */
  derived<T>(field: string, value: T, from: Passage | null): T {
    if (value !== null && from !== null && from.text !== '') this.#add(field, from, 'derived')
    return value
  }

  /** There is a place for the field and it is empty. */
  blank(field: string, place: Place): null {
    this.entries.push({ field, state: 'blank', quote: null, place })
    return null
  }

  /** The document has no place for the field. */
  absent(field: string): null {
    this.entries.push(notFound(field))
    return null
  }

  #add(field: string, passage: Passage, state: EvidenceState): void {
    for (const fragment of fragmentsOf(passage, this.#source)) {
      if (fragment.quote !== '') this.entries.push({ field, state, quote: fragment.quote, place: fragment.place })
    }
  }
}

/** That a field is not found is said in the same words for each record: once for each name of a field, of which there are few. */
const NOT_FOUND = new Map<string, Evidence>()

function notFound(field: string): Evidence {
  const known = NOT_FOUND.get(field)
  if (known) return known
  const made: Evidence = { field, state: 'not_found', quote: null, place: NOWHERE }
  NOT_FOUND.set(field, made)
  return made
}

/** So many passages are remembered: those of one row of a plan, whose records mention the same number and date over and over. */
const MOST_PASSAGES = 16
const latest = new Map<Passage, { sourceLength: number | null; fragments: Fragment[] }>()

/** A passage's fragments, the same objects for whoever asks next. The source is known by its length, so that its text is not kept. */
function fragmentsOf(passage: Passage, source: string | null): Fragment[] {
  const sourceLength = source === null ? null : source.length
  const known = latest.get(passage)
  if (known && known.sourceLength === sourceLength) return known.fragments
  if (latest.size >= MOST_PASSAGES) latest.clear()
  const fragments = passageFragments(passage, source)
  latest.set(passage, { sourceLength, fragments })
  return fragments
}
