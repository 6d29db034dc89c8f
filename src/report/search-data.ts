import type { Row } from '../store/database.ts'
import { pageOf, paperTitle, slug } from './file-names.ts'
import { recommendationItem } from './list-tools.ts'
import { compareText, rowText } from './rows.ts'
import { type Site, standIn } from './site.ts'
import { STANDING_NAMES, STANDINGS } from './standing.ts'

/**
 * What the front page's search looks through, as a script that sets one value: a page opened from disk may load a
 * script beside it but fetch nothing. The text is JSON inside a string, so that nothing in it is ever run.
 */
export function searchData(site: Site): string {
  const { archive } = site
  const papers = archive.documents
  const paperIndex = new Map(papers.map((row, index) => [String(row.document_id), index]))
  const reviewIndex = new Map(archive.reviews.map((row, index) => [String(row.review_id), index]))
  const paper = (row: Row): number => paperIndex.get(String(row.document_id)) ?? -1
  const data = {
    order: STANDING_NAMES,
    standings: Object.fromEntries(Object.entries(STANDINGS).map(([name, { words, sign }]) => [name, [words, sign]])),
    today: site.today,
    papers: papers.map(paperTitle),
    reviews: archive.reviews.map((row) => [row.title, row.council ?? '', row.committee ?? '', pageOf.review(String(row.review_id))]),
    recommendations: archive.recommendations.map((row) => {
      const id = String(row.recommendation_id)
      const { standing, overdue, notKept, move } = standIn(site, row)
      const said = [...(archive.wordings.get(id) ?? []), ...(archive.resolutions.get(id) ?? []), ...(archive.commitments.get(id) ?? [])]
      const updates = archive.updates.get(id) ?? []
      return [
        pageOf.recommendation(id),
        reviewIndex.get(String(row.review_id)) ?? -1,
        rowText(row.number) ?? '',
        [rowText(row.heading), rowText(row.text)].filter(Boolean).join(': '),
        standing,
        rowText(row.responsible) ?? '',
        rowText(row.due_text) ?? '',
        rowText(row.due_from) ?? '',
        rowText(row.due_to) ?? '',
        (overdue ? 1 : 0) + (move ? 2 : 0) + (notKept ? 4 : 0),
        recommendationItem(site, row).facets.due,
        archive.changedOn.get(id) ?? '',
        id,
        [...new Set([...said, ...updates].map(paper))].filter((index) => index >= 0),
        updates.flatMap((update) => {
          const words = [rowText(update.evidence), rowText(update.assessment_text), rowText(update.impact)].filter(Boolean).join(' · ')
          return words ? [[words, rowText(update.as_of_text) ?? '', paper(update), slug(String(update.document_id))]] : []
        }),
      ]
    }),
  }
  return `globalThis.scrutineerData = JSON.parse(${scriptString(JSON.stringify(data))})\n`
}

/** A string literal that stays one wherever it is put: no end of a script element, no line end that only JavaScript knows. */
function scriptString(text: string): string {
  return JSON.stringify(text).replace(/[<>\u2028\u2029]/gu, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** The papers, and those who are named most, for the choices of fields that take words. */
export function filterChoices(site: Site): { people: string[]; papers: string[] } {
  const { archive } = site
  const named = new Map<string, number>()
  for (const rows of archive.responsibilities.values()) {
    for (const { name } of rows) named.set(String(name), (named.get(String(name)) ?? 0) + 1)
  }
  const people = [...named].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0])).map(([name]) => name)
  return {
    people: people.slice(0, CHOICES_AT_MOST).sort(compareText),
    papers: archive.documents.map(paperTitle).slice(0, CHOICES_AT_MOST),
  }
}

/** More choices than this slow a list down and help nobody; any words can be typed. */
const CHOICES_AT_MOST = 300
