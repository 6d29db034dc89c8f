import type { Row } from '../store/database.ts'
import { fileName, paperTitle } from './file-names.ts'
import { type Element, h } from './html.ts'
import { placeWords } from './passages.ts'
import { rowText } from './rows.ts'
import { type Site, standIn } from './site.ts'
import { dueWords } from './values.ts'
import { dayWords, paperDateWords, recommendationName, shortened } from './words.ts'

/** Words of an update that has no grade are quoted by their beginning. */
const QUOTE_CHARS = 200

/**
 * All that another person needs to find a recommendation again: its words, the review and who made it, the paper with page
 * and date, the id that stays, and the digest that tells this very file from any other; then by when it was due and the last
 * word on it, with its paper, since that is what is claimed of a promise. What is not known is left out.
 */
export function citationText(site: Site, row: Row): string {
  const review = site.archive.review.get(String(row.review_id))
  const by = [review?.council, review?.committee].map(rowText).filter((name) => name !== null)
  return [
    `“${row.text}”`,
    [recommendationName(row), rowText(review?.title)].filter(Boolean).join(', ') + (by.length ? ` (${by.join(', ')})` : ''),
    ...paperSentences(site, row, textPlace(site, row)),
    `Id: ${row.recommendation_id}`,
    dueSentence(site, row),
    ...latestSentences(site, row),
  ]
    .filter(Boolean)
    .map((sentence) => (/[.!?…]”?$/u.test(String(sentence)) ? sentence : `${sentence}.`))
    .join(' ')
}

/** The paper of a row with the place in it, its file and the digest of that. */
function paperSentences(site: Site, row: Row, place: string | null): (string | null)[] {
  const paper = site.archive.document.get(String(row.document_id))
  const [path, digest] = [rowText(paper?.path), rowText(paper?.sha256)]
  return [
    paper ? `In: ${[paperTitle(paper), place, paperDateWords(paper)].filter(Boolean).join(', ')}` : null,
    path && `File: ${fileName(path)}`,
    digest && `SHA-256: ${digest}`,
  ]
}

/** By when it was to be done, and whether that has passed; null where no paper gives a date. */
function dueSentence(site: Site, row: Row): string | null {
  const due = dueWords(row)
  if (!due) return null
  return `Due: ${due}${standIn(site, row).overdue ? `, overdue on ${dayWords(site.today)}, and no paper here says that it is done` : ''}`
}

/** What the latest update says, as printed, and where. */
function latestSentences(site: Site, row: Row): (string | null)[] {
  const updates = site.archive.updates.get(String(row.recommendation_id)) ?? []
  const latest = updates.find(({ update_id: id }) => id === row.latest_update)
  const words = latest && (rowText(latest.assessment_text) ?? shortened(rowText(latest.evidence) ?? '', QUOTE_CHARS))
  if (!words) return []
  const field = rowText(latest.assessment_text) === null ? 'evidence' : 'assessment_text'
  return [`Last word: “${words}”`, ...paperSentences(site, latest, placeOf(site, latest, latest.update_id, field))]
}

/** Where the recommendation's words are taken from. */
function textPlace(site: Site, row: Row): string | null {
  const wordings = site.archive.wordings.get(String(row.recommendation_id)) ?? []
  const source = wordings.find(({ document_id: id, text }) => id === row.document_id && text === row.text)
  return placeOf(site, row, source?.wording_id, 'text')
}

/** The page of a row; of a paper without pages, the line or the cell in which the field's words begin. */
function placeOf(site: Site, row: Row, id: Row[string] | undefined, field: string): string | null {
  if (rowText(row.page)) return `page ${row.page}`
  const [first] = id === undefined ? [] : site.evidence.of(id, field)
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
