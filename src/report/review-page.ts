import type { Row } from '../store/database.ts'
import { barPatterns, tallyBar, tallyKey } from './bars.ts'
import { pageOf, paperTitle } from './file-names.ts'
import { type Child, type Element, h, pageToHtml } from './html.ts'
import { LIST_SCRIPTS } from './list-tools.ts'
import { papersInOrder } from './paper-order.ts'
import { reviewMatrix } from './review-matrix.ts'
import { rowText } from './rows.ts'
import { silenceGroups, silenceWords } from './silence-list.ts'
import { type Site, standIn } from './site.ts'
import { countedByKind, tallyOf } from './standing.ts'
import { timeLine } from './time-line.ts'
import { sourcedText } from './values.ts'
import { FOUNDING, reasonSentences } from './why-linked.ts'
import { wordingList } from './wording-list.ts'
import { capitalised, counted, daysBetween, dayWords, plainWords, recommendationName, shortened, spanWords } from './words.ts'

const ROOT = '../'

/** A review: its papers in time, and each recommendation by each paper. */
export function reviewPage(site: Site, review: Row): string {
  const id = String(review.review_id)
  const rows = site.archive.recommendationsOf.get(id) ?? []
  const papers = papersOfReview(site, id)
  const tally = tallyOf(rows)
  const by = [rowText(review.council), rowText(review.committee)].filter(Boolean).join(', ')
  return pageToHtml({
    title: String(review.title),
    root: ROOT,
    today: site.today,
    kind: 'broad',
    scripts: LIST_SCRIPTS,
    trail: [['Overview', pageOf.front(ROOT)]],
    main: [
      barPatterns(),
      h('h1', String(review.title)),
      h('p', { className: ['lead'] }, [by ? `${by}. ` : null, `${countedByKind(rows)}, ${counted(papers.length, 'paper')}.`]),
      nameSource(site, id),
      rows.length ? [tallyBar(tally), tallyKey(tally, null)] : null,
      lateList(site, rows),
      silences(site, id),
      rows.length ? wordingList(site, rows, ROOT) : null,
      h('section', { ariaLabelledBy: 'matrix-title' }, [
        h('h2', { id: 'matrix-title' }, 'Recommendations by paper'),
        rows.length ? reviewMatrix(site, rows, papers, ROOT) : h('p', 'No recommendation of this review was found in the papers.'),
      ]),
      h('section', { ariaLabelledBy: 'papers-title' }, [
        h('h2', { id: 'papers-title' }, 'Papers'),
        timeLine(site, papers, rows),
        h('ol', { className: ['paper-list'] }, papers.map(paperItem)),
      ]),
    ],
  })
}

/** The papers that are about a review or say something of one of its recommendations, in order. */
export function papersOfReview(site: Site, id: string): Row[] {
  const { archive } = site
  const named = archive.documents.filter((row) => row.review_id === id).map((row) => String(row.document_id))
  const ids = new Set(named.filter((documentId) => !archive.sameAs.has(documentId)))
  for (const row of archive.recommendationsOf.get(id) ?? []) {
    const key = String(row.recommendation_id)
    for (const index of [archive.wordings, archive.resolutions, archive.commitments, archive.updates]) {
      for (const said of index.get(key) ?? []) ids.add(String(said.document_id))
    }
  }
  return papersInOrder(archive.documents.filter((row) => ids.has(String(row.document_id))))
}

function paperItem(paper: Row): Element {
  const dated = rowText(paper.dated_text) ?? rowText(paper.dated_from)
  return h('li', { id: `paper-${paper.document_id}` }, [
    h('a', { href: pageOf.paper(String(paper.document_id), ROOT) }, paperTitle(paper)),
    h('span', { className: ['by'] }, [capitalised(plainWords(String(paper.kind))), dated ?? 'no date'].join(', ')),
  ])
}

/** The paper that the review has its name from, and where that is in it. */
function nameSource(site: Site, id: string): Child {
  const paper = papersOfReview(site, id).find((row) => (site.archive.links.ofPaper.get(String(row.document_id)) ?? []).some(isFounding))
  if (!paper) return null
  const field = { entityId: paper.document_id, field: 'title', value: paperTitle(paper), name: 'the name' }
  return h('p', { className: ['of-heading'] }, [
    'Named as in ',
    h('a', { href: pageOf.paper(String(paper.document_id), ROOT) }, paperTitle(paper)),
    ' ',
    sourcedText(site, field, ROOT, ''),
  ])

  function isFounding(link: Row): boolean {
    return link.to_id === id && reasonSentences(rowText(link.reasons)).includes(FOUNDING)
  }
}

/** What the papers leave out, which no matrix of what they say can show. */
function silences(site: Site, id: string): Element | null {
  const items = silenceGroups(site.archive.silencesOf.get(id) ?? []).map((group) => h('li', silenceWords(site, group, ROOT)))
  if (!items.length) return null
  return h('section', { className: ['notice', 'silences'], ariaLabelledBy: 'silences-title' }, [
    h('h2', { id: 'silences-title' }, 'Left out'),
    h('ul', items),
  ])
}

/** What is past its date, and which dates were moved, said before everything else. */
function lateList(site: Site, rows: readonly Row[]): Element | null {
  const items = rows.flatMap((row) => {
    const words = lateWords(site, row)
    if (!words.length) return []
    const link = h('a', { href: pageOf.recommendation(String(row.recommendation_id), ROOT) }, recommendationName(row))
    return [h('li', [link, ` ${words.join('; it ')}. `, h('span', { className: ['by'] }, shortened(String(row.text), TEXT_CHARS))])]
  })
  if (!items.length) return null
  return h('section', { className: ['notice'], ariaLabelledBy: 'late-title' }, [
    h('h2', { id: 'late-title' }, 'Late or moved'),
    h('ul', items),
  ])
}

function lateWords(site: Site, row: Row): string[] {
  const { overdue, move } = standIn(site, row)
  const words: string[] = []
  if (move) {
    const way = move.to.day > move.from.day ? 'later' : 'earlier'
    words.push(`was moved from ${move.from.text} to ${move.to.text}, ${spanWords(daysBetween(move.from.day, move.to.day))} ${way}`)
  }
  if (overdue) {
    const due = String(row.due_to)
    words.push(`was due by ${dayWords(due)}, ${spanWords(daysBetween(due, site.today))} ago, and no paper says that it is done`)
  }
  return words
}

const TEXT_CHARS = 90
