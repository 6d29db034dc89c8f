import type { Row } from '../store/database.ts'
import { pageOf, paperTitle } from './file-names.ts'
import { type Child, type Element, h } from './html.ts'
import { entryId, type PaperEntry } from './paper-entries.ts'
import { rowText } from './rows.ts'
import type { Site } from './site.ts'
import type { Standing } from './standing.ts'
import { dueWords, linkedValue, sourcedText, standingChip } from './values.ts'
import { sameWords, wordChanges } from './word-changes.ts'
import { capitalised, dayWords, plainWords } from './words.ts'

/** What was said before, for an entry to be told against. */
interface Before {
  text: string | null
  commitment: Row | null
}

/** One entry a paper: the wording with its changes, the decision, the plan, the progress. */
export function historyEntries(site: Site, recommendation: Row, entries: readonly PaperEntry[], root: string): Element[] {
  const before: Before = { text: null, commitment: null }
  return entries.map((entry) => {
    const { paper } = entry
    const dated = rowText(paper.dated_text) ?? (rowText(paper.dated_from) ? dayWords(String(paper.dated_from)) : 'no date')
    const body = [
      ...entry.wordings.map((row) => wording(site, row, before, root)),
      ...entry.resolutions.map((row) => resolution(site, row, before, root)),
      ...entry.commitments.map((row) => commitment(site, row, before, root)),
      ...entry.updates.map((row) => update(site, row, recommendation, root)),
    ]
    return h('li', { id: entryId(paper), className: [`kind-${paper.kind}`] }, [
      h('h3', [
        h('span', { className: ['when'] }, dated),
        h('span', { className: ['kind'] }, capitalised(plainWords(String(paper.kind)))),
        h('a', { href: pageOf.paper(String(paper.document_id), root) }, paperTitle(paper)),
      ]),
      ...body,
    ])
  })
}

const ROLE_WORDS: Record<string, string> = {
  proposed: 'Recommended',
  resolved: 'As resolved',
  planned: 'In the plan',
  restated: 'Restated',
}

function wording(site: Site, row: Row, before: Before, root: string): Element {
  const text = String(row.text)
  const shown = changed(before, text)
  const numbered = rowText(row.number_text)
  return block(ROLE_WORDS[String(row.role)] ?? 'Wording', [
    h('p', { className: ['said'] }, [
      numbered
        ? [
            h(
              'span',
              { className: ['printed'] },
              linkedValue(site, { entityId: row.wording_id, field: 'number_text', value: numbered, name: 'the number' }, root),
            ),
            ' ',
          ]
        : null,
      sourcedText(site, { entityId: row.wording_id, field: 'text', value: text, name: 'this wording' }, root, shown),
    ]),
  ])
}

function resolution(site: Site, row: Row, before: Before, root: string): Element {
  const text = String(row.text)
  const field = (name: string, words: string, shown?: Child): Child =>
    linkedValue(site, { entityId: row.resolution_id, field: name, value: row[name], name: words }, root, shown)
  const outcome = rowText(row.outcome)
  const facts = [
    outcome ? field('outcome', 'the outcome', plainWords(outcome)) : 'recorded',
    rowText(row.decided_by) ? [' by ', field('decided_by', 'who decided')] : null,
    rowText(row.decided_on) ? [' on ', field('decided_on', 'the day', dayWords(String(row.decided_on)))] : null,
  ]
  return block('Decision', [
    h('p', facts),
    h(
      'p',
      { className: ['said'] },
      sourcedText(site, { entityId: row.resolution_id, field: 'text', value: text, name: 'the resolution' }, root, changed(before, text)),
    ),
  ])
}

/** The text, told against the last one: the same words are said to be the same, changes are marked. */
function changed(before: Before, text: string): Child {
  const former = before.text
  before.text = text
  if (former === null) return text
  if (sameWords(former, text)) return [text, ' ', h('span', { className: ['tag'] }, 'same words')]
  return wordChanges(former, text)
}

function commitment(site: Site, row: Row, before: Before, root: string): Element {
  const former = before.commitment
  before.commitment = row
  const rest = (column: string): Child => {
    const was = rowText(former?.[column])
    return was && rowText(row[column]) && !sameWords(was, String(row[column])) ? h('span', { className: ['moved'] }, `was: ${was}`) : null
  }
  const line = (term: string, column: string, shown?: Child): Child =>
    rowText(row[column])
      ? h('div', [
          h('dt', term),
          h('dd', [
            linkedValue(site, { entityId: row.commitment_id, field: column, value: row[column], name: term.toLowerCase() }, root, shown),
            rest(column),
          ]),
        ])
      : null
  const actions = site.archive.actions.get(String(row.commitment_id)) ?? []
  return block('Plan', [
    h('dl', { className: ['plan'] }, [
      line('Agreed', 'outcome', plainWords(rowText(row.outcome) ?? '')),
      line('Who', 'responsible'),
      line('By when', 'due_text', dueWords(rowText(row.due_text), rowText(row.due_to))),
      line('Success measure', 'success_measure'),
      line('Timescale', 'timescale'),
    ]),
    actions.length
      ? h(
          'ol',
          { className: ['actions'] },
          actions.map((action) =>
            h('li', [
              rowText(action.label) ? h('span', { className: ['printed'] }, `${action.label} `) : null,
              sourcedText(site, { entityId: action.action_id, field: 'text', value: action.text, name: 'this action' }, root),
            ]),
          ),
        )
      : null,
  ])
}

function update(site: Site, row: Row, recommendation: Row, root: string): Element {
  const field = (column: string, words: string, shown?: Child): Child =>
    linkedValue(site, { entityId: row.update_id, field: column, value: row[column], name: words }, root, shown)
  const status = rowText(row.status)
  const assessment = rowText(row.assessment_text)
  const number = rowText(row.number)
  const confidence =
    typeof row.link_confidence === 'number' && row.link_confidence < 1 ? `linked with confidence ${row.link_confidence.toFixed(2)}` : null
  return block(number && number !== recommendation.number ? `Progress on ${number}` : 'Progress', [
    h('p', [
      status ? field('status', 'the status', standingChip(status as Standing)) : h('span', { className: ['silent'] }, 'not graded'),
      assessment ? [' ', field('assessment_text', 'the assessment', `“${assessment}”`)] : null,
      rowText(row.as_of_text) ? [' as of ', field('as_of_text', 'the day of the report')] : null,
      confidence ? [' ', h('span', { className: ['tag'] }, confidence)] : null,
    ]),
    said(site, row, 'evidence', 'the progress', root),
    rowText(row.impact) ? [h('p', { className: ['term'] }, 'Impact'), said(site, row, 'impact', 'the impact', root)] : null,
  ])
}

function said(site: Site, row: Row, column: string, name: string, root: string): Child {
  if (!rowText(row[column])) return null
  return h('p', { className: ['said'] }, sourcedText(site, { entityId: row.update_id, field: column, value: row[column], name }, root))
}

function block(title: string, children: Child[]): Element {
  return h('section', { className: ['block'] }, [h('h4', title), children])
}
