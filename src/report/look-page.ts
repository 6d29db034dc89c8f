import type { Row } from '../store/database.ts'
import { fileName, pageOf, paperTitle } from './file-names.ts'
import { type Child, type Element, h, pageToHtml } from './html.ts'
import { diagnosticList } from './paper-page.ts'
import { groupRows, rowText } from './rows.ts'
import { silenceItems } from './silence-list.ts'
import { type Site, standIn } from './site.ts'
import { passageHref, standingChip } from './values.ts'
import { dayWords, plainWords, recommendationName, shortened } from './words.ts'

const GRAVE = new Set(['slipped', 'stalled', 'not_achieved'])
/** A list longer than this is better searched than read. */
const ITEMS_AT_MOST = 200

/** What a person should look at: recommendations that are late or slipping, papers in doubt, and what is linked to nothing. */
export function lookPage(site: Site): string {
  const { archive } = site
  const bad = archive.recommendations.filter((row) => GRAVE.has(standIn(site, row).standing))
  const late = archive.recommendations.filter((row) => standIn(site, row).overdue && !GRAVE.has(standIn(site, row).standing))
  const doubts = groupRows(
    archive.diagnostics.filter(({ severity, settled_by: settled }) => severity !== 'info' && !settled),
    'document_id',
  )
  return pageToHtml({
    title: 'Needs a look',
    root: '',
    today: site.today,
    here: 'look',
    main: [
      h('h1', 'Needs a look'),
      section(
        'Slipped, stalled or not achieved',
        'bad',
        bad.map((row) => recommendationItem(site, row)),
        'Nothing stands so.',
      ),
      section(
        'Past their date',
        'late',
        late.map((row) => recommendationItem(site, row)),
        'Nothing is past its date.',
      ),
      section(
        'Left out by an update',
        'silences',
        silenceItems(site, archive.silences, '', { namesReview: true }),
        'No update passes a recommendation over.',
      ),
      section(
        'Linked to nothing',
        'unlinked',
        archive.unlinked.map((row) => unlinkedItem(site, row)),
        'Everything found its place.',
      ),
      section(
        'Papers in doubt',
        'papers',
        archive.documents.flatMap((paper) =>
          rowText(paper.superseded_by) ? [] : paperItem(paper, doubts.get(String(paper.document_id)) ?? []),
        ),
        'All papers were read without doubt.',
      ),
    ],
  })
}

function section(title: string, id: string, items: Element[], none: string): Element {
  const left = items.length - ITEMS_AT_MOST
  return h('section', { id, ariaLabelledBy: `${id}-title` }, [
    h('h2', { id: `${id}-title` }, `${title} (${items.length})`),
    items.length ? h('ul', { className: ['look'] }, items.slice(0, ITEMS_AT_MOST)) : h('p', none),
    left > 0 ? h('p', `And ${left} more: the search on the first page finds them.`) : null,
  ])
}

function recommendationItem(site: Site, row: Row): Element {
  const { standing, overdue } = standIn(site, row)
  const review = site.archive.review.get(String(row.review_id))
  return h('li', [
    h('a', { href: pageOf.recommendation(String(row.recommendation_id)) }, `${recommendationName(row)}, ${review?.title ?? ''}`),
    ' ',
    standingChip(standing),
    overdue ? h('span', { className: ['late'] }, `due by ${dayWords(String(row.due_to))}`) : null,
    h('span', { className: ['by'] }, shortened(String(row.text), 160)),
  ])
}

function unlinkedItem(site: Site, row: Row): Element {
  const paper = site.archive.document.get(String(row.document_id))
  const best = site.archive.recommendation.get(site.archive.owner.get(String(row.best_id))?.recommendationId ?? String(row.best_id))
  const [place] = ['evidence', 'text'].flatMap((field) => site.evidence.of(row.entity_id, field))
  const words = shortened(rowText(row.text) ?? 'no words', 160)
  const shown: Child = place ? h('a', { href: passageHref(site, place.passage, '') }, words) : words
  return h('li', [
    h('b', [plainWords(String(row.entity_kind)), row.number ? ` ${row.number}` : null].filter(Boolean).join('')),
    ': ',
    shown,
    h('span', { className: ['by'] }, [paperTitle(paper), '. ', String(row.reason)]),
    best
      ? h('span', { className: ['by'] }, [
          'Nearest: ',
          h('a', { href: pageOf.recommendation(String(best.recommendation_id)) }, recommendationName(best)),
        ])
      : null,
  ])
}

function paperItem(paper: Row, rows: readonly Row[]): Element[] {
  if (!rows.length && paper.status === 'ok') return []
  return [
    h('li', [
      h('a', { href: pageOf.paper(String(paper.document_id)) }, paperTitle(paper)),
      h('span', { className: ['by'] }, fileName(String(paper.path))),
      diagnosticList(rows),
    ]),
  ]
}
