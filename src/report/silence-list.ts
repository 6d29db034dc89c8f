import type { Row } from '../store/database.ts'
import { pageOf, paperTitle } from './file-names.ts'
import { type Child, h } from './html.ts'
import { rowText } from './rows.ts'
import type { Site } from './site.ts'
import { passageHref } from './values.ts'
import { plainWords } from './words.ts'

/** What papers leave out, in groups that are an item each: the recommendations that one update passes over, an update that is mentioned and not here. */
export function silenceGroups(rows: readonly Row[]): Row[][] {
  const passed = new Map<string, Row[]>()
  for (const row of rows.filter(({ kind }) => kind === 'not_reported')) {
    const key = `${row.document_id}\n${row.review_id}`
    passed.set(key, [...(passed.get(key) ?? []), row])
  }
  return [...passed.values(), ...rows.filter(({ kind }) => kind === 'missing_update').map((row) => [row])]
}

/** What one group leaves out, in words; with its review where that is not plain from the page. */
export function silenceWords(site: Site, group: readonly Row[], root: string, { namesReview = false } = {}): Child {
  const of = namesReview ? reviewLink(site, group[0], root) : null
  return group[0]?.kind === 'missing_update' ? missing(site, group[0], root, of) : passedOver(site, group, root, of)
}

function passedOver(site: Site, rows: readonly Row[], root: string, of: Child): Child {
  const links = rows.map((row): Child => {
    const last = rowText(row.last_status)
    const link = h('a', { href: pageOf.recommendation(String(row.recommendation_id), root) }, rowText(row.number) ?? 'one without a number')
    return [link, last ? h('span', { className: ['place'] }, ` (before: ${plainWords(last)})`) : null]
  })
  return [
    paperLink(site, rows[0], root),
    ` says nothing of ${links.length === 1 ? 'recommendation' : 'recommendations'} `,
    links.map((link, index) => [index === 0 ? null : index === links.length - 1 ? ' and ' : ', ', link]),
    '.',
    of,
  ]
}

function missing(site: Site, row: Row, root: string, of: Child): Child {
  const words = String(row.quote)
  const passage = site.evidence.inPaper(String(row.document_id)).find(({ quote }) => quote?.includes(words))
  const spoken = h('q', words)
  return [
    paperLink(site, row, root),
    ' mentions ',
    passage ? h('a', { className: ['value'], href: passageHref(site, passage, root) }, spoken) : spoken,
    ', and no such paper is here.',
    of,
  ]
}

/** "The progress update of June 2023"; a paper without a date by its title. */
function paperLink(site: Site, row: Row | undefined, root: string): Child {
  const paper = site.archive.document.get(String(row?.document_id))
  const dated = rowText(paper?.dated_text)
  const words = [plainWords(String(paper?.kind ?? 'paper')), dated ? ` of ${dated}` : `: ${paperTitle(paper)}`].join('')
  return ['The ', h('a', { href: pageOf.paper(String(row?.document_id), root), title: paperTitle(paper) }, words)]
}

/** The review, below. */
function reviewLink(site: Site, row: Row | undefined, root: string): Child {
  const review = site.archive.review.get(String(row?.review_id))
  return review
    ? h('span', { className: ['by'] }, h('a', { href: pageOf.review(String(review.review_id), root) }, String(review.title)))
    : null
}
