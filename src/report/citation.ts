import type { Row } from '../store/database.ts'
import { fileName, paperTitle } from './file-names.ts'
import { type Element, h } from './html.ts'
import { placeWords } from './passages.ts'
import { rowText } from './rows.ts'
import type { Site } from './site.ts'
import { paperDateWords, recommendationName } from './words.ts'

/**
 * All that another person needs to find a recommendation again: its words, the review and who made it, the paper with page
 * and date, the id that stays, and the digest that tells this very file from any other. What is not known is left out.
 */
export function citationText(site: Site, row: Row): string {
  const review = site.archive.review.get(String(row.review_id))
  const paper = site.archive.document.get(String(row.document_id))
  const by = [review?.council, review?.committee].map(rowText).filter((name) => name !== null)
  const place = rowText(row.page) ? `page ${row.page}` : placeInText(site, row)
  const path = rowText(paper?.path)
  const digest = rowText(paper?.sha256)
  const printed = paper && ['In: ', [paperTitle(paper), place, paperDateWords(paper)].filter(Boolean).join(', ')].join('')
  return [
    `“${row.text}”`,
    [recommendationName(row), rowText(review?.title)].filter(Boolean).join(', ') + (by.length ? ` (${by.join(', ')})` : ''),
    printed,
    path && `File: ${fileName(path)}`,
    digest && `SHA-256: ${digest}`,
    `Id: ${row.recommendation_id}`,
  ]
    .filter(Boolean)
    .map((sentence) => (/[.!?…]”?$/u.test(String(sentence)) ? sentence : `${sentence}.`))
    .join(' ')
}

/** Of a paper without pages, the line or the cell in which the words begin. */
function placeInText(site: Site, row: Row): string | null {
  const wordings = site.archive.wordings.get(String(row.recommendation_id)) ?? []
  const source = wordings.find(({ document_id: id, text }) => id === row.document_id && text === row.text)
  const [first] = source ? site.evidence.of(source.wording_id, 'text') : []
  return first ? placeWords(first.passage) : null
}

/** The citation with a button that copies it. The button is there only where its script runs. */
export function citation(site: Site, row: Row): Element {
  return h('section', { className: ['citation'], ariaLabelledBy: 'citation-title' }, [
    h('h2', { id: 'citation-title' }, 'To cite it'),
    h('p', { id: 'citation' }, citationText(site, row)),
    h('button', { type: 'button', className: ['quiet'], dataCopies: 'citation', hidden: true }, 'Copy the citation'),
    h('span', { className: ['copied'], role: 'status' }),
  ])
}
