import type { Row } from '../store/database.ts'
import { type Child, type Element, h } from './html.ts'
import { rowText } from './rows.ts'
import type { Site } from './site.ts'
import { outcomeFor } from './standing.ts'
import { linkedValue, sourcedText } from './values.ts'
import { diffWords, sameWords } from './word-changes.ts'
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
  const { shown, tag, fold } = toldAgainst(site, changeId(site, row), before, text)
  const number = { entityId: row.wording_id, field: 'number_text', value: row.number_text, name: 'the number' }
  return block(ROLE_WORDS[String(row.role)] ?? 'Wording', [
    h('p', { className: ['said'] }, [
      rowText(row.number_text) ? [h('span', { className: ['printed'] }, linkedValue(site, number, root)), ' '] : null,
      sourcedText(site, { entityId: row.wording_id, field: 'text', value: text, name: 'this wording' }, root, shown),
      tag,
    ]),
    fold,
  ])
}

/** What was decided, by whom and when; its words only where the same paper has not just given them. */
export function saidResolution(site: Site, row: Row, recommendation: Row, before: Before, given: readonly Row[], root: string): Element {
  const text = String(row.text)
  const field = (name: string, words: string, shown?: Child): Child =>
    linkedValue(site, { entityId: row.resolution_id, field: name, value: row[name], name: words }, root, shown)
  const outcome = outcomeFor(row, recommendation)
  const known = given.some((wording) => wording.text === text)
  const source = { entityId: row.resolution_id, field: 'text', value: text, name: 'the resolution' }
  const told = known ? null : toldAgainst(site, row.resolution_id, before, text)
  return block('Decision', [
    h('p', [
      outcome ? field('outcome', 'the outcome', plainWords(outcome)) : 'recorded',
      rowText(row.decided_by) ? [' by ', field('decided_by', 'who decided')] : null,
      rowText(row.decided_on) ? [' on ', field('decided_on', 'the day', dayWords(String(row.decided_on)))] : null,
      known ? [', in these words', sourcedText(site, source, root, '')] : null,
    ]),
    told ? [h('p', { className: ['said'] }, [sourcedText(site, source, root, told.shown), told.tag]), told.fold] : null,
  ])
}

/** A text with its changes marked in it, what is said about it in a word, and changes that are too many to be read in it, folded. */
interface Told {
  shown: Child
  tag: Child
  fold: Element | null
}

/** What the views know a wording by when they say how it differs: one that was resolved by its resolution's id. */
function changeId(site: Site, row: Row): string {
  const id = String(row.wording_id)
  const resolution = row.role === 'resolved' ? site.archive.resolutionOf.get(id) : undefined
  return String(resolution?.resolution_id ?? id)
}

/** Wordings that share less than this are read one after the other rather than one in the other. */
const KEPT_LEAST = 0.5

/**
 * The text, told against the paper's before it: the same words are said to be the same, changes are marked. An answer,
 * which is another text, is left as it is.
 */
function toldAgainst(site: Site, id: unknown, before: Before, text: string): Told {
  const former = before.text
  if (former !== null && sameWords(former, text)) return { shown: text, tag: tag('same words'), fold: null }
  const change = site.archive.wordingChange.get(String(id))
  if (change) {
    before.text = text
    const marked = diffWords(rowText(change.diff) ?? '[]')
    if (Number(change.kept) >= KEPT_LEAST) return { shown: marked, tag: null, fold: null }
    const fold = h('details', { className: ['why-linked'] }, [h('summary', 'What changed'), h('p', { className: ['said'] }, marked)])
    return { shown: text, tag: tag('other words than before'), fold }
  }
  if (former === null) before.text = text
  return { shown: text, tag: null, fold: null }
}

function tag(words: string): Child {
  return [' ', h('span', { className: ['tag'] }, words)]
}

/** A part of an entry under its own small heading. */
export function block(title: string, children: Child): Element {
  return h('section', { className: ['block'] }, [h('h4', title), children])
}
