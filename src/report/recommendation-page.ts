import type { Row } from '../store/database.ts'
import type { Archive } from './archive.ts'
import { citation } from './citation.ts'
import { pageOf } from './file-names.ts'
import { type Child, type Element, h, pageToHtml } from './html.ts'
import { paperEntries } from './paper-entries.ts'
import { historyEntries } from './recommendation-history.ts'
import { rowText } from './rows.ts'
import { partsWords, type Site, standIn } from './site.ts'
import { targetDates } from './target-dates.ts'
import { dueWords, linkedValue, sourcedText, standingChip } from './values.ts'
import { daysBetween, dayWords, plainWords, recommendationName, shortened, spanWords } from './words.ts'

const ROOT = '../'

/** A recommendation and all that became of it, top to bottom. */
export function recommendationPage(site: Site, row: Row): string {
  const { archive } = site
  const review = archive.review.get(String(row.review_id))
  const parent = archive.recommendation.get(String(row.parent_id))
  const link = (to: Row): readonly [string, string] => [recommendationName(to), pageOf.recommendation(String(to.recommendation_id), ROOT)]
  return pageToHtml({
    title: recommendationName(row),
    windowTitle: [recommendationName(row), rowText(review?.title)].filter(Boolean).join(', '),
    root: ROOT,
    today: site.today,
    trail: [
      ['Overview', pageOf.front(ROOT)],
      ...(review ? [[String(review.title), pageOf.review(String(review.review_id), ROOT)] as const] : []),
      ...(parent ? [link(parent)] : []),
    ],
    main: [
      h('h1', [recommendationName(row), rowText(row.heading) ? h('span', { className: ['heading'] }, String(row.heading)) : null]),
      headingSource(site, row),
      h('p', { className: ['wording'] }, wordingText(site, row)),
      summary(site, row),
      partList(site, row),
      targetDates(site, row, ROOT),
      h('section', { ariaLabelledBy: 'history-title' }, [h('h2', { id: 'history-title' }, 'What became of it'), history(site, row)]),
      citation(site, row),
      neighbours(archive, row),
    ],
  })
}

/** Where the heading is, beside it and not in it. */
function headingSource(site: Site, row: Row): Element | null {
  if (!rowText(row.heading)) return null
  const wordings = site.archive.wordings.get(String(row.recommendation_id)) ?? []
  const source = wordings.find(({ wording_id: id }) =>
    site.evidence.of(id, 'heading').some(({ passage }) => passage.quote?.includes(String(row.heading))),
  )
  if (!source) return null
  const field = { entityId: source.wording_id, field: 'heading', value: row.heading, name: 'the heading' }
  return h('p', { className: ['of-heading'] }, ['Heading: ', sourcedText(site, field, ROOT, '')])
}

function wordingText(site: Site, row: Row): Child {
  const source = (site.archive.wordings.get(String(row.recommendation_id)) ?? []).find(
    (wording) => wording.document_id === row.document_id && wording.text === row.text,
  )
  return sourcedText(site, { entityId: source?.wording_id, field: 'text', value: row.text, name: 'the wording' }, ROOT)
}

/** Where it is, who, by when, and what was decided, each with the paper that says so last. */
function summary(site: Site, row: Row): Element {
  const { standing, overdue, move } = standIn(site, row)
  const said = latestSaying(site.archive, row)
  // A status is read from the assessment, whose pieces are all linked beside it.
  const cite = (from: Row | undefined, id: string, field: string, name: string, shown?: Child): Child =>
    linkedValue(
      site,
      {
        entityId: from?.[id],
        field,
        value: row[field],
        name,
        alsoOf: row.recommendation_id,
        brief: field === 'status' && rowText(row.assessment_text) !== null,
      },
      ROOT,
      shown,
    )
  const update = said('status')
  const partWords = partsWords(site, row)
  // A resolution that decides several by reference gives each its outcome; a part has that of the whole.
  const parent = site.archive.recommendation.get(String(row.parent_id))
  const decision = said('outcome') ?? site.archive.resolution.get(rowText(row.resolution_id) ?? String(parent?.resolution_id))
  const overdueWords = `overdue: ${spanWords(daysBetween(String(row.due_to), site.today))} past ${dayWords(String(row.due_to))}, and no paper says that it is done`
  return h('dl', { className: ['summary'] }, [
    pair('Status', [
      cite(update, 'update_id', 'status', 'the status', standingChip(standing)),
      partWords ? h('span', { className: ['by'] }, partWords) : null,
      rowText(row.assessment_text)
        ? [' ', cite(said('assessment_text'), 'update_id', 'assessment_text', 'the assessment', `“${row.assessment_text}”`)]
        : null,
    ]),
    pair('Who', cite(said('responsible'), 'commitment_id', 'responsible', 'who is responsible')),
    pair('By when', [
      cite(said('due_text'), 'commitment_id', 'due_text', 'the due date', rowText(row.due_text) ? dueWords(row) : undefined),
      overdue ? h('span', { className: ['late'] }, overdueWords) : null,
      move ? h('span', { className: ['moved'] }, `moved from ${move.from.text} to ${move.to.text}`) : null,
    ]),
    pair(
      'Outcome',
      cite(
        decision,
        decision?.resolution_id ? 'resolution_id' : 'commitment_id',
        'outcome',
        'the outcome',
        rowText(row.outcome) ? plainWords(String(row.outcome)) : undefined,
      ),
    ),
  ])
}

/** Finds the last record whose column says what the recommendation shows. */
function latestSaying(archive: Archive, row: Row): (column: string) => Row | undefined {
  const entries = paperEntries(archive, row)
  const records = entries.flatMap(({ commitments, resolutions, updates }) => [...commitments, ...resolutions, ...updates])
  return (column) => records.findLast((record) => rowText(record[column]) !== null && record[column] === row[column])
}

/** A term and what stands for it. */
export function pair(term: string, value: Child): Element {
  return h('div', [h('dt', term), h('dd', value)])
}

function history(site: Site, row: Row): Element {
  const entries = paperEntries(site.archive, row)
  if (!entries.length) return h('p', 'No paper here says more of it.')
  return h('ol', { className: ['history'] }, historyEntries(site, row, entries, ROOT))
}

function partList(site: Site, row: Row): Element | null {
  const parts = site.archive.partsOf.get(String(row.recommendation_id)) ?? []
  if (!parts.length) return null
  return h('section', { ariaLabelledBy: 'parts-title' }, [
    h('h2', { id: 'parts-title' }, 'Its parts'),
    h(
      'ul',
      { className: ['parts'] },
      parts.map((part) =>
        h('li', [
          h('a', { href: pageOf.recommendation(String(part.recommendation_id), ROOT) }, recommendationName(part)),
          ' ',
          standingChip(standIn(site, part).standing),
          h('span', { className: ['by'] }, shortened(String(part.text), 140)),
        ]),
      ),
    ),
  ])
}

function neighbours(archive: Archive, row: Row): Element | null {
  const siblings = archive.recommendationsOf.get(String(row.review_id)) ?? []
  const index = siblings.indexOf(row)
  const link = (to: Row | undefined, words: 'prev' | 'next'): Child =>
    to
      ? h(
          'a',
          { href: pageOf.recommendation(String(to.recommendation_id), ROOT), rel: [words] },
          words === 'prev' ? `← ${recommendationName(to)}` : `${recommendationName(to)} →`,
        )
      : h('span')
  return h('nav', { className: ['neighbours'], ariaLabel: 'Other recommendations' }, [
    link(siblings[index - 1], 'prev'),
    link(siblings[index + 1], 'next'),
  ])
}
