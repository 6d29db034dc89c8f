import { type Passage, slicePassage } from '../../schema/document.ts'
import type { Fact, FactName } from '../../schema/records.ts'
import { FACT_NAMES } from '../../schema/records.ts'
import type { FormLabel } from '../../schema/vocabulary/forms.ts'
import { EvidenceLedger } from '../outline/evidence.ts'
import { type FormSection, sectionPassage } from '../outline/form-section.ts'
import { KeyRing } from '../outline/keys.ts'
import { passagePlace } from '../outline/outline.ts'
import { findDates, readDate } from '../recognise/dates.ts'
import { bareLabel } from '../recognise/fold.ts'
import { readLabel } from '../recognise/numbers.ts'

/** Facts whose value is a day, with or without words around it. */
const DATED_FACTS: ReadonlySet<FactName> = new Set(['action_plan_agreed', 'call_in_by', 'published_on'])
/** Labels that are read into fields of the document or are its body. */
const READ_ELSEWHERE: ReadonlySet<FormLabel> = new Set(['title', 'record', 'review', 'decided-on', 'dated', 'body', 'council', 'as-of'])

/** A sign for nothing in the place of a value; "None" and "Not applicable" say something. */
const NOTHING = /^(?:[-–—_.\s]+|n\/?a\.?)$/iu

/** A label's words, without the number of its section and its colon. */
function labelWords(text: string): string {
  const label = readLabel(text)
  return bareLabel(label && label.end < text.length ? text.slice(label.end) : text) || text
}

/** An extract from minutes is in quotation marks as a whole: the one that closes it is not one of its last value's. */
function withoutLoneQuote(value: Passage): Passage {
  return /”$/u.test(value.text) && !value.text.includes('“') ? slicePassage(value, 0, value.text.length - 1) : value
}

/** A section up to the next item of business: "4 Confirmation of Minutes" below what was declared is not one of it. */
function beforeNextItem(section: FormSection): FormSection {
  if (section.kind !== 'conflicts') return section
  const next = section.entries.findIndex(({ passage }, index) => index > 0 && NEXT_ITEM.test(passage.text))
  return next < 0 ? section : { ...section, entries: section.entries.slice(0, next) }
}

/** A minute's number without a stop, and a short heading: a declaration's list has "1." or "(a)". */
const NEXT_ITEM = /^\d{1,3}(?:[./]\d{1,2})?\s+\p{Lu}[^.;]{3,80}$/u

/** Whether a label's kind is a name of the contract's. */
function isFactName(kind: FormLabel | null): kind is FactName {
  return FACT_NAMES.some((name) => name === kind)
}

/**
 * The facts that a form states about itself. With `all`, as on a decision form where every label is the
 * form's own, a label that the vocabulary does not know is kept as `other` under its printed words.
 */
export function sectionsToFacts(sections: readonly FormSection[], source: string | null, all: boolean): Fact[] {
  const facts: Fact[] = []
  const keys = new KeyRing()
  let inForm = false
  for (const section of sections) {
    inForm ||= section.kind !== null
    if (section.label.text === '' || (section.kind !== null && READ_ELSEWHERE.has(section.kind))) continue
    const value = withoutLoneQuote(sectionPassage(beforeNextItem(section)))
    const named = isFactName(section.kind)
    if (!named && (!all || !inForm || value.text === '')) continue
    const name: FactName = isFactName(section.kind) ? section.kind : 'other'
    const ledger = new EvidenceLedger(source)
    const date = DATED_FACTS.has(name) ? (findDates(value.text)[0] ?? readDate(value.text)) : readDate(value.text)
    facts.push({
      key: keys.unique(`fact/${name}`),
      reviewKey: null,
      place: section.place,
      name,
      label: labelWords(section.label.text),
      text: value.text === '' || NOTHING.test(value.text) ? ledger.blank('text', section.place) : ledger.stated('text', value),
      dateFrom: ledger.derived('dateFrom', date?.from ?? null, value),
      dateTo: ledger.derived('dateTo', date?.to ?? null, value),
      evidence: ledger.entries,
    })
  }
  return facts
}

/** The number under which the minutes keep a decision, "C74", "15/23". */
export function codeFact(code: Passage, source: string | null): Fact {
  const ledger = new EvidenceLedger(source)
  const text = ledger.stated('text', code)
  const dates = { dateFrom: null, dateTo: null }
  return {
    key: 'fact/minute',
    reviewKey: null,
    place: passagePlace(code),
    name: 'other',
    label: 'Minute',
    text,
    ...dates,
    evidence: ledger.entries,
  }
}
