import type { Row } from '../store/database.ts'
import { fileName, pageOf, paperTitle } from './file-names.ts'
import { type Child, type Element, h, pageToHtml } from './html.ts'
import {
  type Facet,
  itemData,
  LIST_SCRIPTS,
  type ListItem,
  type ListTools,
  listTools,
  RECOMMENDATION_COLUMNS,
  RECOMMENDATION_FACETS,
  RECOMMENDATION_ORDERS,
  recommendationItem,
} from './list-tools.ts'
import { lookLists } from './look-lists.ts'
import { diagnosticList } from './paper-page.ts'
import { PAPER_FACETS, paperFacets, READING_WORDS } from './papers-page.ts'
import { rowText } from './rows.ts'
import { silenceWords } from './silence-list.ts'
import { type Site, standIn } from './site.ts'
import { passageHref, standingChip } from './values.ts'
import { capitalised, daysBetween, dayWords, plainWords, recommendationName, shortened, spanWords } from './words.ts'

/** An item of a list, and what its script is to know of it. */
interface Entry {
  item: ListItem
  shown: Child
}

/** What a person should look at: recommendations that are late or slipping, papers in doubt, and what is linked to nothing. */
export function lookPage(site: Site): string {
  const { grave, overdue, silences, unlinked, doubtful } = lookLists(site)
  return pageToHtml({
    title: 'Needs a look',
    root: '',
    today: site.today,
    here: 'look',
    scripts: LIST_SCRIPTS,
    main: [
      h('h1', 'Needs a look'),
      section(
        'Slipped, stalled or not achieved',
        tools('bad', 'slipped-stalled-or-not-achieved'),
        grave.map((row) => recommendationEntry(site, row)),
        'No recommendation has slipped, stalled or failed.',
      ),
      section(
        'Past their date',
        tools('late', 'past-their-date'),
        overdue.map((row) => recommendationEntry(site, row)),
        'No recommendation is past its date.',
      ),
      section(
        'Left out by an update',
        {
          ...named('silences', 'left-out-by-an-update'),
          columns: ['Council', 'Review', 'Paper', 'What', 'Numbers'],
          facets: SILENCE_FACETS,
          orders: [],
        },
        silences.map((group) => silenceEntry(site, group)),
        'No update passes a recommendation over.',
      ),
      section(
        'Linked to nothing',
        {
          ...named('unlinked', 'linked-to-nothing'),
          columns: ['Council', 'Paper', 'Kind', 'Number', 'Words', 'Reason'],
          facets: UNLINKED_FACETS,
          orders: [],
        },
        unlinked.map((row) => unlinkedEntry(site, row)),
        'Everything found its place.',
      ),
      section(
        'Papers in doubt',
        {
          ...named('papers', 'papers-in-doubt'),
          columns: ['Council', 'Paper', 'File', 'Kind', 'Reading', 'Messages'],
          facets: PAPER_FACETS,
          orders: [],
        },
        doubtful.map(({ paper, diagnostics }) => paperEntry(site, paper, diagnostics)),
        'All papers were read without doubt.',
      ),
    ],
  })
}

const named = (id: string, file: string): Pick<ListTools, 'id' | 'name' | 'file'> => ({ id, name: id, file })
const tools = (id: string, file: string): ListTools => ({
  ...named(id, file),
  columns: RECOMMENDATION_COLUMNS,
  facets: RECOMMENDATION_FACETS,
  orders: RECOMMENDATION_ORDERS,
  since: true,
})
const SILENCE_FACETS: readonly Facet[] = [
  { name: 'what', label: 'What' },
  { name: 'council', label: 'Council' },
  { name: 'review', label: 'Review' },
]
const UNLINKED_FACETS: readonly Facet[] = [
  { name: 'kind', label: 'Kind' },
  { name: 'council', label: 'Council' },
  { name: 'body', label: 'Body' },
]

function section(title: string, list: ListTools, entries: Entry[], none: string): Element {
  const items = `${list.id}-items`
  return h('section', { id: list.id, ariaLabelledBy: `${list.id}-title` }, [
    h('h2', { id: `${list.id}-title` }, `${title} (${entries.length})`),
    listTools(
      { ...list, id: items },
      entries.map(({ item }) => item),
    ),
    entries.length
      ? h(
          'ul',
          { id: items, className: ['look'] },
          entries.map(({ item, shown }) => h('li', itemData(item), shown)),
        )
      : h('p', none),
  ])
}

function recommendationEntry(site: Site, row: Row): Entry {
  const { standing, overdue } = standIn(site, row)
  const review = site.archive.review.get(String(row.review_id))
  const due = String(row.due_to)
  return {
    item: recommendationItem(site, row),
    shown: [
      h('a', { href: pageOf.recommendation(String(row.recommendation_id)) }, `${recommendationName(row)}, ${review?.title ?? ''}`),
      ' ',
      standingChip(standing),
      overdue ? h('span', { className: ['late'] }, `due by ${dayWords(due)}, ${spanWords(daysBetween(due, site.today))} ago`) : null,
      h('span', { className: ['by'] }, shortened(String(row.text), 160)),
    ],
  }
}

function silenceEntry(site: Site, group: Row[]): Entry {
  const [first = {}] = group
  const review = site.archive.review.get(String(first.review_id))
  const paper = site.archive.document.get(String(first.document_id))
  const what = first.kind === 'missing_update' ? 'Speaks of an update that is not here' : 'Says nothing of a recommendation'
  const [council, title] = [review?.council, review?.title].map((value) => rowText(value))
  const numbers = group.flatMap(({ number }) => rowText(number) ?? []).join(', ')
  return {
    item: {
      facets: { what: [what], council: council ? [council] : [], review: title ? [title] : [] },
      sort: {},
      cells: [council ?? null, title ?? null, paperTitle(paper), what, numbers],
    },
    shown: silenceWords(site, group, '', { namesReview: true }),
  }
}

function unlinkedEntry(site: Site, row: Row): Entry {
  const paper = site.archive.document.get(String(row.document_id))
  const best = site.archive.recommendation.get(site.archive.owner.get(String(row.best_id))?.recommendationId ?? String(row.best_id))
  const [place] = ['evidence', 'text'].flatMap((field) => site.evidence.of(row.entity_id, field))
  const words = shortened(rowText(row.text) ?? 'no words', 160)
  const shown: Child = place ? h('a', { href: passageHref(site, place.passage, '') }, words) : words
  const kind = plainWords(String(row.entity_kind))
  const { council = [], body = [] } = paper ? paperFacets(paper) : {}
  return {
    item: {
      facets: { kind: [capitalised(kind)], council, body },
      sort: {},
      cells: [rowText(paper?.council), paperTitle(paper), kind, rowText(row.number), rowText(row.text), rowText(row.reason)],
    },
    shown: [
      h('b', [kind, row.number ? ` ${row.number}` : null].filter(Boolean).join('')),
      ': ',
      shown,
      h('span', { className: ['by'] }, [paperTitle(paper), '. ', String(row.reason)]),
      best
        ? h('span', { className: ['by'] }, [
            'Nearest: ',
            h('a', { href: pageOf.recommendation(String(best.recommendation_id)) }, recommendationName(best)),
          ])
        : null,
    ],
  }
}

function paperEntry(site: Site, paper: Row, diagnostics: Row[]): Entry {
  const messages = [...new Set(diagnostics.map(({ message }) => String(message)))].join(' ')
  const file = fileName(String(paper.path))
  return {
    item: {
      facets: paperFacets(paper, rowText(site.archive.review.get(String(paper.review_id))?.title)),
      sort: {},
      cells: [
        rowText(paper.council),
        paperTitle(paper),
        file,
        plainWords(String(paper.kind)),
        READING_WORDS.get(String(paper.status)) ?? String(paper.status),
        messages,
      ],
    },
    shown: [
      h('a', { href: pageOf.paper(String(paper.document_id)) }, paperTitle(paper)),
      h('span', { className: ['by'] }, file),
      diagnosticList(diagnostics),
    ],
  }
}
