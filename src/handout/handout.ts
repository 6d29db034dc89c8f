import { paperTitle } from '../report/file-names.ts'
import { papersInOrder } from '../report/paper-order.ts'
import { groupRows, indexRows, rowNumber, rowText } from '../report/rows.ts'
import { isClosed, isConclusion, isOverdue, STANDINGS, type Standing, standingOf, tallyOf, tallyWords } from '../report/standing.ts'
import { dateMoved } from '../report/target-dates.ts'
import { dueWords } from '../report/values.ts'
import { capitalised, counted, dayWords, plainWords, recommendationName } from '../report/words.ts'
import type { Row } from '../store/database.ts'
import type { Store } from '../store/store.ts'

/** One recommendation, or a lettered part of one, as a hand-out shows it. A text that no paper gives is empty. */
export interface HandoutRow {
  number: string
  isPart: boolean
  reviewTitle: string
  council: string
  heading: string
  /** The recommendation in full. */
  text: string
  /** The paper and page that `text` is taken from; of a part only where the whole has another. */
  source: string
  /** Of a part that no paper gives a name or a date: "see 1", where the whole has one. */
  who: string
  when: string
  overdue: boolean
  /** The date that a later paper moved, as first printed. */
  movedFrom: string
  standing: Standing
  status: string
  latest: LatestUpdate | null
  /** Who corrected what, in words. */
  corrected: string
}

/** What the latest update says, and where. */
export interface LatestUpdate {
  /** Its date, its paper and page. */
  source: string
  /** The grade as printed. */
  assessment: string
  text: string
}

/** One review on a few pages. */
export interface Handout {
  title: string
  /** Council and committee. */
  body: string
  /** How many recommendations there are, and how many have each status. */
  summary: string
  /** The day by which dates are overdue, in words. */
  day: string
  rows: HandoutRow[]
  /** The conclusions of the review, with their numbers, of which no paper says more. */
  conclusions: string[]
  /** The papers that it rests on, each with its kind and date. */
  papers: string[]
}

/** The headings of a hand-out's table, in order. */
export const HANDOUT_HEADINGS = ['No.', 'Recommendation', 'Who', 'When', 'Status', 'Latest update'] as const

/** Stands for what no paper says. */
export const NOT_SAID = 'not said'
/** Stands for the latest update where there is none. */
export const NO_UPDATE = 'no update'

/** The ISO day of the machine, by which the view `recommendations` says what is overdue. */
export function dayOfStore(store: Store): string {
  return String(store.query("SELECT date('now', 'localtime') AS day")[0]?.day)
}

/** The hand-out of one review, by its id. */
export function reviewHandout(store: Store, reviewId: string, today: string = dayOfStore(store)): Handout {
  const review = store.query('SELECT * FROM reviews WHERE review_id = ?', reviewId)[0] ?? {}
  const all = store.query('SELECT * FROM recommendations WHERE review_id = ? ORDER BY position, recommendation_id', reviewId)
  const recommendations = all.filter((row) => !isConclusion(row))
  const late = recommendations.filter((row) => isOverdue(row, today)).length
  const counts = [
    counted(recommendations.length, 'recommendation'),
    ...(recommendations.length ? [tallyWords(tallyOf(recommendations))] : []),
  ]
  return {
    title: rowText(review.title) ?? reviewId,
    body: [review.council, review.committee].flatMap((value) => rowText(value) ?? []).join(', '),
    summary: `${counts.join(': ')}.${late ? ` ${capitalised(`${late} overdue.`)}` : ''}`,
    day: dayWords(today),
    rows: handoutRows(store, recommendations, today),
    conclusions: all.filter(isConclusion).map(conclusionWords),
    papers: papersInOrder([...store.iterate('documents', reviewId)].filter((paper) => rowText(paper.superseded_by) === null)).map(
      paperWords,
    ),
  }
}

/** What is still to be followed up, of one review or of all: recommendations under which something is left to do. */
export function followUpRows(store: Store, reviewId: string | null, today: string = dayOfStore(store)): HandoutRow[] {
  const of = reviewId === null ? '' : 'WHERE review_id = ?'
  const recommendations = store.query(
    `SELECT * FROM recommendations ${of} ORDER BY council, review_title, review_id, position, recommendation_id`,
    ...(reviewId === null ? [] : [reviewId]),
  )
  const open = recommendations.filter((row) => !isClosed(row))
  return handoutRows(store, open, today, recommendations)
}

/** `all` are those among which the whole of a part is looked for. */
function handoutRows(store: Store, recommendations: readonly Row[], today: string, all = recommendations): HandoutRow[] {
  const ids = JSON.stringify(recommendations.map((row) => row.recommendation_id))
  const updateIds = JSON.stringify(recommendations.flatMap((row) => rowText(row.latest_update) ?? []))
  const updates = indexRows(store.query(UPDATES, updateIds), 'update_id')
  const dates = groupRows(store.query(DATES, ids), 'recommendation_id')
  const corrections = groupRows(store.query(CORRECTIONS, ids), 'target_id')
  const papers = indexRows(store.query('SELECT document_id, title, path FROM documents'), 'document_id')
  const wholes = indexRows(all, 'recommendation_id')
  return recommendations.map((row) => {
    const id = String(row.recommendation_id)
    const whole = wholes.get(String(row.parent_id))
    const seeWhole = (column: string): string => (rowText(whole?.[column]) && rowText(whole?.number) ? `see ${whole?.number}` : '')
    const source = sourceWords(papers.get(String(row.document_id)), row.page)
    return {
      number: row.kind === 'conclusion' ? recommendationName(row) : (rowText(row.number) ?? ''),
      isPart: rowText(row.parent_id) !== null,
      reviewTitle: rowText(row.review_title) ?? '',
      council: rowText(row.council) ?? '',
      heading: rowText(row.heading) ?? '',
      text: rowText(row.text) ?? '',
      source: whole && source === sourceWords(papers.get(String(whole.document_id)), whole.page) ? '' : source,
      who: rowText(row.responsible) ?? seeWhole('responsible'),
      when: dueWords(row) || seeWhole('due_text'),
      overdue: isOverdue(row, today),
      movedFrom: movedFrom(dates.get(id) ?? []),
      standing: standingOf(row),
      status: STANDINGS[standingOf(row)].words,
      latest: latestUpdate(updates.get(String(row.latest_update))),
      corrected: (corrections.get(id) ?? []).map(correctionWords).join('; '),
    }
  })
}

const UPDATES = `SELECT u.*, d.title, d.path, d.dated_text, (SELECT p.title FROM papers p WHERE p.paper_id = u.paper_id) AS paper_title
  FROM progress_updates u JOIN documents d USING (document_id) WHERE u.update_id IN (SELECT value FROM json_each(?))`
const DATES = 'SELECT * FROM slippage WHERE recommendation_id IN (SELECT value FROM json_each(?)) ORDER BY recommendation_id, position'
const CORRECTIONS = `SELECT * FROM corrections WHERE state = 'applied' AND action = 'set' AND target_id IN (SELECT value FROM json_each(?))
  ORDER BY at, correction_id, field`

function latestUpdate(row: Row | undefined): LatestUpdate | null {
  if (!row) return null
  const when = rowText(row.as_of_text) ?? rowText(row.dated_text)
  const paper = sourceWords({ ...row, title: rowText(row.paper_title) ?? row.title ?? null }, row.page)
  const impact = rowText(row.impact)
  const texts = [rowText(row.evidence), impact && `Impact: ${impact}`].filter(Boolean)
  return { source: [when, paper].filter(Boolean).join(', '), assessment: rowText(row.assessment_text) ?? '', text: texts.join('\n') }
}

function sourceWords(paper: Row | undefined, page: Row[string] | undefined): string {
  const number = rowNumber(page)
  return paper ? [paperTitle(paper), ...(number === null ? [] : [`page ${number}`])].join(', ') : ''
}

function paperWords(paper: Row): string {
  const dated = rowText(paper.dated_text) ?? rowText(paper.dated_from)
  return `${paperTitle(paper)} (${[plainWords(String(paper.kind)), ...(dated === null ? [] : [dated])].join(', ')})`
}

/** "C2: The gates are old. (agreed)": its number, its words, and what was answered to it. */
function conclusionWords(row: Row): string {
  const outcome = rowText(row.outcome)
  const said = [rowText(row.number), rowText(row.text)].filter(Boolean).join(': ')
  return outcome === null ? said : `${said} (${plainWords(outcome)})`
}

/** The first date that was given, where the last one is another date and not the same one stated less exactly. */
function movedFrom(dates: readonly Row[]): string {
  const [first, last] = [dates[0], dates.at(-1)]
  return first && last && dateMoved(last, first) ? (rowText(first.due_text) ?? String(first.due_to)) : ''
}

function correctionWords(row: Row): string {
  return `${plainWords(String(row.field))} corrected by ${row.by}`
}
