import type { Row } from '../store/database.ts'
import { pageOf, paperTitle } from './file-names.ts'
import { type Child, type Element, h, scrolling, unseen } from './html.ts'
import { entryId, type PaperEntry, paperEntries } from './paper-entries.ts'
import { rowText } from './rows.ts'
import { partsWords, type Site, standIn } from './site.ts'
import { outcomeFor, type Standing } from './standing.ts'
import { dateMoved, moveWords } from './target-dates.ts'
import { standingChip } from './values.ts'
import { capitalised, monthWords, plainWords, recommendationName, shortened } from './words.ts'

const TEXT_CHARS = 110

/** Recommendations by papers: what each paper says about each, and where each is now. */
export function reviewMatrix(site: Site, rows: readonly Row[], papers: readonly Row[], root: string): Element {
  return scrolling(
    'Recommendations by paper',
    h('table', { className: ['matrix'] }, [
      h(
        'thead',
        h('tr', [
          h('th', { scope: 'col', className: ['what'] }, 'Recommendation'),
          h('th', { scope: 'col' }, 'Now'),
          ...papers.map((paper, index) => paperHead(paper, index, root)),
        ]),
      ),
      h(
        'tbody',
        rows.map((row) => matrixRow(site, row, papers, root)),
      ),
    ]),
  )
}

function paperHead(paper: Row, index: number, root: string): Element {
  const day = rowText(paper.dated_from)
  return h('th', { scope: 'col' }, [
    h('a', { href: pageOf.paper(String(paper.document_id), root), title: paperTitle(paper) }, [
      h('span', { className: ['nth'] }, String(index + 1)),
      ` ${capitalised(plainWords(String(paper.kind)))}`,
    ]),
    h('span', { className: ['by'] }, day ? monthWords(day) : 'no date'),
  ])
}

function matrixRow(site: Site, row: Row, papers: readonly Row[], root: string): Element {
  const href = pageOf.recommendation(String(row.recommendation_id), root)
  const { standing, overdue, move } = standIn(site, row)
  const entries = new Map(paperEntries(site.archive, row).map((entry) => [entry.paper.document_id, entry]))
  const who = rowText(row.responsible)
  const partWords = partsWords(site, row)
  return h('tr', { className: rowText(row.parent_id) ? ['part'] : [] }, [
    h('th', { scope: 'row', className: ['what'] }, [
      h('a', { href }, recommendationName(row)),
      h('span', { className: ['text'] }, shortened(rowText(row.heading) ?? String(row.text), TEXT_CHARS)),
      who ? h('span', { className: ['by'] }, shortened(who, 60)) : null,
    ]),
    h(
      'td',
      { dataPaper: 'Now' },
      h('div', [
        standingChip(standing),
        partWords ? h('span', { className: ['by'] }, partWords) : null,
        overdue ? h('span', { className: ['late'] }, `overdue since ${monthWords(String(row.due_to))}`) : null,
        move ? h('span', { className: ['moved'] }, `date moved: ${move.from.text} → ${move.to.text}`) : null,
      ]),
    ),
    ...papers.map((paper) => cell(site, row, entries.get(paper.document_id ?? null), href, paper)),
  ])
}

function cell(site: Site, recommendation: Row, entry: PaperEntry | undefined, href: string, paper: Row): Element {
  const dataPaper = `${capitalised(plainWords(String(paper.kind)))}${rowText(paper.dated_from) ? `, ${monthWords(String(paper.dated_from))}` : ''}`
  if (!entry) return h('td', { className: ['empty'] }, [h('span', { ariaHidden: 'true' }, '·'), unseen('nothing')])
  return h('td', { dataPaper }, h('a', { className: ['cell'], href: `${href}#${entryId(paper)}` }, cellWords(site, recommendation, entry)))
}

/** The most telling of what a paper says: a grade, else that it reports, else a date, a decision, or that it states the recommendation. */
function cellWords(site: Site, recommendation: Row, { wordings, resolutions, commitments, updates, silence }: PaperEntry): Child[] {
  const lines: Child[] = []
  const status = updates.map((row) => rowText(row.status)).find((name) => name !== null)
  if (status) lines.push(standingChip(status as Standing))
  else if (updates.length) lines.push(h('span', 'reported, not graded'))
  const outcomes = [...resolutions.map((row) => outcomeFor(row, recommendation)), ...commitments.map((row) => rowText(row.outcome))]
  const outcome = outcomes.find((name) => name !== null)
  if (outcome) lines.push(h('span', plainWords(outcome)))
  else if (resolutions.length) lines.push(h('span', 'resolution recorded'))
  const dated = commitments.find((row) => rowText(row.due_text) !== null)
  if (dated) lines.push(h('span', { className: ['by'] }, `due ${shortened(String(dated.due_text), 40)}`), dateMove(site, dated))
  else if (commitments.length && !lines.length) lines.push(h('span', 'planned'))
  if (!lines.length && wordings.length) lines.push(h('span', plainWords(String(wordings[0]?.role))))
  if (!lines.length && silence) lines.push(h('span', { className: ['passed-over'] }, 'says nothing of it'))
  return lines.length ? lines : [h('span', 'mentioned')]
}

/** How far a plan's date lies from the one before it, where it lies elsewhere. */
function dateMove(site: Site, commitment: Row): Child {
  const dates = site.archive.targetDates.get(String(commitment.recommendation_id)) ?? []
  const index = dates.findIndex((row) => row.commitment_id === commitment.commitment_id)
  const [row, before] = [dates[index], dates[index - 1]]
  return row && dateMoved(row, before) ? h('span', { className: ['moved'] }, moveWords(row, before)) : null
}
