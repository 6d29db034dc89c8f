import { noteInOneLine } from '../../schema/diagnostics.ts'
import type { Row } from '../store/database.ts'
import { fileName, pageOf, paperTitle } from './file-names.ts'
import { type Child, type Element, h, pageToHtml } from './html.ts'
import type { PaperSource } from './paper-source.ts'
import { passageList } from './passage-list.ts'
import { citedPages } from './picture-page.ts'
import { groupRows, rowText } from './rows.ts'
import { sheetTables } from './sheet-tables.ts'
import { isPictured, type Site } from './site.ts'
import { sourceText } from './source-text.ts'
import type { Standing } from './standing.ts'
import { taughtNote } from './taught-note.ts'
import { linkedValue, sourcedText, standingChip } from './values.ts'
import { whyLinked } from './why-linked.ts'
import { capitalised, counted, dayWords, plainWords } from './words.ts'

const ROOT = '../../'

/** A paper: what it is, what it says about itself, what is in doubt, and its pages or its text. */
export function paperPage(site: Site, paper: Row, source: PaperSource): string {
  const id = String(paper.document_id)
  const review = site.archive.review.get(String(paper.review_id))
  const better = site.archive.sameAs.get(id)
  const own = (field: string, name: string, shown?: Child): Child =>
    linkedValue(site, { entityId: id, field, value: paper[field], name }, ROOT, shown)
  const line = (term: string, value: Child): Element => h('div', [h('dt', term), h('dd', value)])
  return pageToHtml({
    title: paperTitle(paper),
    root: ROOT,
    today: site.today,
    here: 'papers',
    kind: 'evidence',
    trail: [['Papers', pageOf.papers(ROOT)]],
    main: [
      h('h1', paperTitle(paper)),
      titleSource(site, paper),
      h('dl', { className: ['summary'] }, [
        line('Kind', [capitalised(plainWords(String(paper.kind))), ' ', workedOut('Told from how the paper is laid out.')]),
        line(
          'Dated',
          rowText(paper.dated_text)
            ? own('dated_text', 'the date of the paper')
            : rowText(paper.dated_from)
              ? own('dated_from', 'the date of the paper', dayWords(String(paper.dated_from)))
              : silent(),
        ),
        line('Council', rowText(paper.council) ? own('council', 'the council') : silent()),
        line('Committee', rowText(paper.committee) ? own('committee', 'the committee') : silent()),
        line('Review', review ? h('a', { href: pageOf.review(String(review.review_id), ROOT) }, String(review.title)) : silent()),
        line('File', h('span', { className: ['file'], title: String(paper.path) }, fileName(String(paper.path)))),
        line('Reading', reading(paper)),
        better === undefined
          ? null
          : line('The same paper', h('a', { href: pageOf.paper(better, ROOT) }, 'is read from another file, which counts')),
      ]),
      source.trouble ? h('p', { className: ['notice'] }, [source.trouble, ' What was read from it is kept here.']) : null,
      review ? whyLinked(site, placement(site, id), 'Why is it of this review?', ROOT) : null,
      taughtNote(site, id),
      diagnostics(site, id),
      facts(site, id),
      gradings(site, id),
      body(site, paper, source),
    ],
  })
}

function silent(): Child {
  return h('span', { className: ['silent'] }, 'not said')
}

/** Says that a value is not a paper's word. */
function workedOut(meaning: string): Child {
  return h('span', { className: ['tag'], title: meaning }, 'worked out')
}

/** Where the title is; a file's name in its place needs none. */
function titleSource(site: Site, paper: Row): Child {
  if (!rowText(paper.title)) return h('p', { className: ['of-heading'] }, 'The paper bears no title; this is the name of its file.')
  const field = { entityId: paper.document_id, field: 'title', value: paper.title, name: 'the title' }
  return h('p', { className: ['of-heading'] }, ['Title: ', sourcedText(site, field, ROOT, '')])
}

/** The link that puts the paper to its review. */
function placement(site: Site, id: string): Row | undefined {
  return site.archive.links.ofPaper.get(id)?.[0]
}

function reading(paper: Row): string {
  const doubts = [
    Number(paper.errors) ? counted(Number(paper.errors), 'error') : null,
    Number(paper.warnings) ? counted(Number(paper.warnings), 'warning') : null,
  ].filter(Boolean)
  const words =
    { ok: 'read in full', partial: 'read in part', failed: 'could not be read', skipped: 'not read' }[String(paper.status)] ?? ''
  return [words, doubts.join(', ')].filter(Boolean).join('; ')
}

/** What a person should know of a paper, the grave first. */
export function diagnosticList(rows: readonly Row[]): Element {
  const groups = groupRows(rows, 'rule')
  return h(
    'ul',
    { className: ['diagnostics'] },
    [...groups.values()].map((group) => {
      const first = group[0]
      const places = group.map((row) =>
        [row.page ? `page ${row.page}` : null, row.line ? `line ${row.line}` : null, noteInOneLine(rowText(row.note) ?? '')]
          .filter(Boolean)
          .join(', '),
      )
      const told = places.filter(Boolean)
      return h('li', [
        h('b', { className: [`severity-${first?.severity}`] }, capitalised(String(first?.severity))),
        `: ${first?.message}`,
        told.length
          ? h(
              'span',
              { className: ['by'] },
              told.slice(0, PLACES_AT_MOST).join('; ') + (told.length > PLACES_AT_MOST ? `; and ${told.length - PLACES_AT_MOST} more` : ''),
            )
          : null,
      ])
    }),
  )
}

const PLACES_AT_MOST = 8

function diagnostics(site: Site, id: string): Element | null {
  const rows = site.archive.diagnosticsOf.get(id) ?? []
  if (!rows.length) return null
  return h('details', { open: rows.some(({ severity }) => severity === 'error') }, [
    h('summary', `Notes on the reading (${rows.length})`),
    diagnosticList(rows),
  ])
}

function facts(site: Site, id: string): Element | null {
  const rows = site.archive.facts.get(id) ?? []
  if (!rows.length) return null
  return h('details', [
    h('summary', `What it states about itself (${rows.length})`),
    h(
      'dl',
      { className: ['plan'] },
      rows.map((row) =>
        h('div', [
          h('dt', String(row.label)),
          h('dd', sourcedText(site, { entityId: row.id, field: 'text', value: row.text, name: String(row.label).toLowerCase() }, ROOT)),
        ]),
      ),
    ),
  ])
}

function gradings(site: Site, id: string): Element | null {
  const rows = site.archive.gradings.get(id) ?? []
  if (!rows.length) return null
  return h('details', [
    h('summary', `Its own scale of grades (${rows.length})`),
    h(
      'ul',
      rows.map((row) =>
        h('li', [
          ['code', 'label', 'meaning']
            .filter((field) => rowText(row[field]) !== null)
            .map((field, index) => [
              index ? ' – ' : null,
              linkedValue(site, { entityId: row.id, field, value: row[field], name: `the ${field} of this grade` }, ROOT),
            ]),
          row.status
            ? [' ', standingChip(row.status as Standing), ' ', workedOut('What this grade counts as here.')]
            : h('span', { className: ['silent'] }, ' counts as no known status'),
        ]),
      ),
    ),
  ])
}

function body(site: Site, paper: Row, source: PaperSource): Child {
  const id = String(paper.document_id)
  const passages = site.evidence.inPaper(id)
  if (!passages.length && source.text === null) return null
  if (isPictured(paper)) return pageGrid(site, paper, source)
  return h('div', { className: ['sheet-and-list'] }, [
    source.text === null
      ? null
      : h('div', { className: ['sheet', 'text'] }, [
          h('h2', { className: ['unseen'] }, 'Text'),
          source.sheets ? sheetTables(source.sheets, passages, site.evidence) : sourceText(source.text, passages, site.evidence),
        ]),
    h('aside', { className: ['marks'], ariaLabel: 'What rests on this text', tabIndex: 0 }, [
      h('h2', 'What rests on this text'),
      passages.length ? passageList(site, passages, ROOT, true) : h('p', 'Nothing that is shown in this report.'),
    ]),
  ])
}

function pageGrid(site: Site, paper: Row, source: PaperSource): Element {
  const id = String(paper.document_id)
  const cited = citedPages(site, id)
  return h('section', { ariaLabelledBy: 'pages-title' }, [
    h('h2', { id: 'pages-title' }, 'Pages that are cited'),
    h(
      'ul',
      { className: ['thumbs'] },
      cited.map((page) => {
        const picture = source.pictures.get(page)
        const image = picture
          ? h('img', { src: picture.file, width: picture.width, height: picture.height, loading: 'lazy', alt: '' })
          : null
        return h(
          'li',
          h('a', { href: fileName(pageOf.picturePage(id, page)) }, [
            image,
            `Page ${page}`,
            source.undrawn.has(page) ? ' (not drawn)' : null,
          ]),
        )
      }),
    ),
  ])
}
