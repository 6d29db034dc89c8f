import type { Row } from '../store/database.ts'
import { type Child, type Element, h } from './html.ts'
import { rowText } from './rows.ts'
import type { Site } from './site.ts'
import { linkedValue, sourcedText } from './values.ts'
import { sameWords, wordChanges } from './word-changes.ts'
import { dayWords, plainWords } from './words.ts'

/** What was said before, for the next wording and the next plan to be told against. */
export interface Before {
  text: string | null
  commitment: Row | null
}

const ROLE_WORDS: Record<string, string> = {
  proposed: 'Recommended',
  resolved: 'As resolved',
  planned: 'In the plan',
  restated: 'Restated',
}

/** A recommendation as one paper words it, with what changed since the last. */
export function saidWording(site: Site, row: Row, before: Before, root: string): Element {
  const text = String(row.text)
  const number = { entityId: row.wording_id, field: 'number_text', value: row.number_text, name: 'the number' }
  return block(ROLE_WORDS[String(row.role)] ?? 'Wording', [
    h('p', { className: ['said'] }, [
      rowText(row.number_text) ? [h('span', { className: ['printed'] }, linkedValue(site, number, root)), ' '] : null,
      sourcedText(site, { entityId: row.wording_id, field: 'text', value: text, name: 'this wording' }, root, changed(before, text)),
    ]),
  ])
}

/** What was decided, by whom and when; its words only where the same paper has not just given them. */
export function saidResolution(site: Site, row: Row, before: Before, given: readonly Row[], root: string): Element {
  const text = String(row.text)
  const field = (name: string, words: string, shown?: Child): Child =>
    linkedValue(site, { entityId: row.resolution_id, field: name, value: row[name], name: words }, root, shown)
  const outcome = rowText(row.outcome)
  const known = given.some((wording) => wording.text === text)
  const source = { entityId: row.resolution_id, field: 'text', value: text, name: 'the resolution' }
  return block('Decision', [
    h('p', [
      outcome ? field('outcome', 'the outcome', plainWords(outcome)) : 'recorded',
      rowText(row.decided_by) ? [' by ', field('decided_by', 'who decided')] : null,
      rowText(row.decided_on) ? [' on ', field('decided_on', 'the day', dayWords(String(row.decided_on)))] : null,
      known ? [', in these words', sourcedText(site, source, root, '')] : null,
    ]),
    known ? null : h('p', { className: ['said'] }, sourcedText(site, source, root, changed(before, text))),
  ])
}

/** The text, told against the last one: the same words are said to be the same, changes are marked. An answer, which is another text, is left as it is. */
function changed(before: Before, text: string): Child {
  const former = before.text
  if (former !== null && sameWords(former, text)) return [text, ' ', h('span', { className: ['tag'] }, 'same words')]
  const changes = former === null ? null : wordChanges(former, text)
  if (former === null || changes) before.text = text
  return changes ?? text
}

/** A part of an entry under its own small heading. */
export function block(title: string, children: Child): Element {
  return h('section', { className: ['block'] }, [h('h4', title), children])
}
