import type { Row } from '../store/database.ts'
import { pageOf, paperTitle } from './file-names.ts'
import { type Child, type Element, h } from './html.ts'
import { rowNumber, rowText } from './rows.ts'
import type { Site } from './site.ts'
import { dueWords, linkedValue, passageHref } from './values.ts'
import { spanWords } from './words.ts'

/** Every date that a recommendation was given, in order, and how far each moved; nothing where there was one at most. */
export function targetDates(site: Site, recommendation: Row, root: string): Element | null {
  const rows = site.archive.targetDates.get(String(recommendation.recommendation_id)) ?? []
  if (rows.length < 2) return null
  return h('section', { ariaLabelledBy: 'dates-title' }, [
    h('h2', { id: 'dates-title' }, 'Its dates'),
    h(
      'ol',
      { className: ['target-dates'] },
      rows.map((row, index) => dateItem(site, row, rows[index - 1], root)),
    ),
  ])
}

function dateItem(site: Site, row: Row, before: Row | undefined, root: string): Element {
  const paper = site.archive.document.get(String(row.document_id))
  const field = { entityId: row.commitment_id, field: 'due_text', value: row.due_text, name: 'this date' }
  const dated = rowText(paper?.dated_text)
  return h('li', [
    linkedValue(site, field, root, dueWords(row)),
    ' ',
    h('span', { className: dateMoved(row, before) ? ['moved'] : ['by'] }, moveWords(row, before)),
    h('span', { className: ['by'] }, [
      ' · ',
      h('a', { href: pageOf.paper(String(row.document_id), root) }, paperTitle(paper)),
      dated ? `, ${dated}` : ', which bears no date',
    ]),
    reason(site, row, root),
  ])
}

/** Whether a date lies wholly after or before the last: "July 2021" after "1st July 2021" is the same date stated less exactly. */
export function dateMoved(row: Row, before: Row | undefined): boolean {
  if (!before || !rowText(row.due_to) || !rowText(before.due_to)) return false
  return String(row.due_from ?? row.due_to) > String(before.due_to) || String(row.due_to) < String(before.due_from ?? before.due_to)
}

/** "2 years later", "the same date in other words". */
export function moveWords(row: Row, before: Row | undefined): string {
  if (!before) return 'the first date'
  const days = rowNumber(row.moved_days)
  if (days === null) return 'cannot be compared with the date before'
  if (!dateMoved(row, before)) return 'the same date in other words'
  return `${spanWords(days)} ${days > 0 ? 'later' : 'earlier'}`
}

/** The sentence that gives a reason, with a way to the update that it is in. */
function reason(site: Site, row: Row, root: string): Child {
  const words = rowText(row.reason)
  if (words === null) return null
  const update = (site.archive.updates.get(String(row.recommendation_id)) ?? []).find(
    (one) => one.document_id === row.document_id && [one.evidence, one.impact].some((text) => rowText(text)?.includes(words)),
  )
  const place = ['evidence', 'impact'].flatMap((field) => site.evidence.of(update?.update_id, field))[0]
  const quote = h('q', words)
  return h('p', { className: ['said'] }, [
    'The paper’s reason: ',
    place ? h('a', { className: ['value'], href: passageHref(site, place.passage, root) }, quote) : quote,
  ])
}
