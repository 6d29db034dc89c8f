import type { Row } from '../store/database.ts'
import { entryReasons } from './entry-reasons.ts'
import { pageOf, paperTitle } from './file-names.ts'
import { type Child, type Element, h } from './html.ts'
import { entryId, type PaperEntry } from './paper-entries.ts'
import { rowText } from './rows.ts'
import { saidPlan } from './said-plan.ts'
import { type Before, block, saidResolution, saidWording } from './said-wording.ts'
import type { Site } from './site.ts'
import type { Standing } from './standing.ts'
import { taughtGrade, taughtNote } from './taught-note.ts'
import { linkedValue, sourcedText, standingChip } from './values.ts'
import { capitalised, dayWords, plainWords } from './words.ts'

/** One entry a paper: the wording with its changes, the decision, the plan, the progress. */
export function historyEntries(site: Site, recommendation: Row, entries: readonly PaperEntry[], root: string): Element[] {
  const before: Before = { text: null, commitment: null }
  return entries.map((entry) => {
    const { paper } = entry
    const dated = rowText(paper.dated_text) ?? (rowText(paper.dated_from) ? dayWords(String(paper.dated_from)) : 'no date')
    const body = [
      ...entry.wordings.map((row) => saidWording(site, row, before, root)),
      ...entry.resolutions.map((row) => saidResolution(site, row, recommendation, before, entry.wordings, root)),
      ...entry.commitments.map((row) => saidPlan(site, row, before, root)),
      ...entry.updates.map((row) => update(site, row, recommendation, root)),
      entry.silence ? silence(entry.silence) : null,
      taughtNote(site, paper.document_id),
      entryReasons(site, recommendation, entry, root),
    ]
    return h('li', { id: entryId(paper), className: [entry.silence ? 'is-silent' : `kind-${paper.kind}`] }, [
      h('h3', [
        h('span', { className: ['when'] }, dated),
        h('span', { className: ['kind'] }, capitalised(plainWords(String(paper.kind)))),
        h('a', { href: pageOf.paper(String(paper.document_id), root) }, paperTitle(paper)),
      ]),
      ...body,
    ])
  })
}

function update(site: Site, row: Row, recommendation: Row, root: string): Element {
  const assessment = rowText(row.assessment_text)
  const field = (column: string, words: string, shown?: Child): Child =>
    linkedValue(
      site,
      { entityId: row.update_id, field: column, value: row[column], name: words, brief: column === 'status' && assessment !== null },
      root,
      shown,
    )
  const status = rowText(row.status)
  const number = rowText(row.number)
  return block(number && number !== recommendation.number ? `Progress on ${number}` : 'Progress', [
    h('p', [
      status ? field('status', 'the status', standingChip(status as Standing)) : h('span', { className: ['silent'] }, 'not graded'),
      assessment ? [' ', field('assessment_text', 'the assessment', `“${assessment}”`)] : null,
      rowText(row.as_of_text) ? [' as of ', field('as_of_text', 'the day of the report')] : null,
      status ? taughtGrade(site, row) : null,
    ]),
    said(site, row, 'evidence', 'the progress', root),
    rowText(row.impact) ? [h('p', { className: ['term'] }, 'Impact'), said(site, row, 'impact', 'the impact', root)] : null,
  ])
}

/** An update that goes through the list and passes this one over. */
function silence(row: Row): Element {
  const last = rowText(row.last_status)
  return h('p', { className: ['silent-update'] }, [
    h('b', 'Says nothing of it'),
    ', though it reports on the recommendations before or after it. ',
    last ? `What was known before: ${plainWords(last)}.` : 'Nothing was known of it before.',
  ])
}

function said(site: Site, row: Row, column: string, name: string, root: string): Child {
  if (!rowText(row[column])) return null
  return h('p', { className: ['said'] }, sourcedText(site, { entityId: row.update_id, field: column, value: row[column], name }, root))
}
