import type { Row } from '../store/database.ts'
import { fileName, pageOf, paperTitle } from './file-names.ts'
import { type Child, type Element, h, pageToHtml, s } from './html.ts'
import { leftOutWords, type PaperSource, type ShownPicture } from './paper-source.ts'
import { passageList } from './passage-list.ts'
import { type Passage, sharedValues } from './passages.ts'
import type { Site } from './site.ts'
import { paperDateWords } from './words.ts'

const ROOT = '../../'

/** The pages of a paper that evidence is on, in order. */
export function citedPages(site: Site, documentId: string): number[] {
  const pages = site.evidence.inPaper(documentId).flatMap(({ page }) => (page === null ? [] : [page]))
  return [...new Set(pages)].sort((a, b) => a - b)
}

/** A page of a paper as it is printed, with every passage marked that a value rests on. */
export function picturePage(site: Site, paper: Row, source: PaperSource, page: number): string {
  const id = String(paper.document_id)
  const passages = site.evidence.inPaper(id).filter((passage) => passage.page === page)
  const cited = citedPages(site, id)
  const index = cited.indexOf(page)
  const picture = source.pictures.get(page)
  const lacks = picture && leftOutWords(picture)
  const step = (to: number | undefined, words: (page: number) => string, rel: string): Child =>
    to === undefined ? h('span') : h('a', { href: fileName(pageOf.picturePage(id, to)), rel: [rel] }, words(to))
  return pageToHtml({
    title: `Page ${page}`,
    root: ROOT,
    today: site.today,
    kind: 'evidence',
    trail: [
      ['Papers', pageOf.papers(ROOT)],
      [paperTitle(paper), 'index.html'],
    ],
    main: [
      h('h1', [
        `Page ${page}${paper.pages ? ` of ${paper.pages}` : ''} `,
        h('span', { className: ['heading'] }, [paperTitle(paper), paperDateWords(paper)].filter(Boolean).join(', ')),
      ]),
      h('nav', { className: ['neighbours'], ariaLabel: 'Cited pages' }, [
        step(cited[index - 1], (to) => `← Page ${to}`, 'prev'),
        step(cited[index + 1], (to) => `Page ${to} →`, 'next'),
      ]),
      lacks ? h('p', { className: ['notice'] }, lacks) : null,
      h('div', { className: ['sheet-and-list'] }, [
        picture
          ? sheet(site, page, picture, passages)
          : h('p', { className: ['notice'] }, [
              source.trouble ?? source.undrawn.get(page) ?? 'The file has no such page.',
              ' What was read from it is kept here.',
            ]),
        h('aside', { className: ['marks'], ariaLabel: 'What rests on this page', tabIndex: 0 }, [
          h('h2', 'What rests on this page'),
          passageList(site, passages, ROOT, false),
        ]),
      ]),
    ],
  })
}

function sheet(site: Site, page: number, picture: ShownPicture, passages: readonly Passage[]): Element {
  return h('figure', { className: ['sheet'] }, [
    h('img', {
      src: picture.file,
      width: picture.width,
      height: picture.height,
      alt: `Page ${page} as printed; the list tells which passages are marked`,
    }),
    s(
      'svg',
      { viewBox: `0 0 ${picture.widthPt} ${picture.heightPt}`, preserveAspectRatio: 'none', ariaHidden: 'true', focusable: 'false' },
      passages.map((passage) => mark(passage, sharedValues(site.evidence, passage))),
    ),
  ])
}

/** The box of the evidence itself, in points: the picture's own measure. */
function mark({ id, box }: Passage, values: readonly string[]): Element {
  const dataValues = values.join(' ') || undefined
  if (!box) return s('g', { id, className: ['mark'] })
  const [x0, top, x1, bottom] = box
  return s('g', { id, className: ['mark'], dataValues }, s('rect', { x: x0, y: top, width: exact(x1 - x0), height: exact(bottom - top) }))
}

/** A difference of two measures without the dust of binary fractions. */
function exact(points: number): number {
  return Number(points.toFixed(4))
}
