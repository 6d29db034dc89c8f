import { taughtWordNote } from '../../schema/taught-words.ts'
import type { Row } from '../store/database.ts'
import type { Store } from '../store/store.ts'
import { type ArchiveLinks, acceptedLinks, joinSharedRows } from './archive-links.ts'
import { groupRows, indexRows, rowText } from './rows.ts'

/** The views, read once and put in order. */
export interface Archive {
  reviews: Row[]
  documents: Row[]
  recommendations: Row[]
  unlinked: Row[]
  diagnostics: Row[]
  /** Ids that are no longer used. */
  aliases: Row[]
  /** What imports and corrections changed, the first first. */
  changes: Row[]
  /** The ISO day on which a recommendation was last changed. */
  changedOn: Map<string, string>
  /** By paper. */
  diagnosticsOf: Map<string, Row[]>
  facts: Map<string, Row[]>
  gradings: Map<string, Row[]>
  document: Map<string, Row>
  /** Of each file whose paper is read better from another file, that file. */
  sameAs: Map<string, string>
  review: Map<string, Row>
  recommendation: Map<string, Row>
  resolution: Map<string, Row>
  /** By the wording that it restates or answers. */
  resolutionOf: Map<string, Row>
  /** By review, in the review's own order. */
  recommendationsOf: Map<string, Row[]>
  partsOf: Map<string, Row[]>
  /** By recommendation. */
  wordings: Map<string, Row[]>
  resolutions: Map<string, Row[]>
  commitments: Map<string, Row[]>
  updates: Map<string, Row[]>
  /** By commitment. */
  actions: Map<string, Row[]>
  responsibilities: Map<string, Row[]>
  /** Of every record, which recommendation it is about and what it is. */
  owner: Map<string, Owner>
  links: ArchiveLinks
  /** By recommendation, the first date first. */
  targetDates: Map<string, Row[]>
  /** By the wording or resolution that differs from the one before it. */
  wordingChange: Map<string, Row>
  /** What papers leave out, by review and by recommendation. */
  silences: Row[]
  silencesOf: Map<string, Row[]>
  unreported: Map<string, Row[]>
  /** What a person put in a field's place, by `correctionKey`. */
  corrected: Map<string, Correction>
  /** Who taught each word that holds, by the note of the papers that were read by it. */
  teachers: Map<string, string>
}

/** Who corrected a field, and what was read there. */
export interface Correction {
  by: string
  why: string | null
  extracted: string | null
}

/** The key of a field of a record, a recommendation or a paper. */
export function correctionKey(entityId: unknown, field: string): string {
  return `${entityId}\n${field}`
}

/** What a record is ("resolution"), and the recommendation it belongs to. */
export interface Owner {
  kind: 'wording' | 'resolution' | 'commitment' | 'responsibility' | 'action' | 'update' | 'fact' | 'grading' | 'document'
  recommendationId: string | null
}

/** The views that the report is made of. */
const VIEWS = [
  'reviews',
  'documents',
  'papers',
  'recommendations',
  'wordings',
  'resolutions',
  'commitments',
  'responsibilities',
  'actions',
  'progress_updates',
  'document_facts',
  'gradings',
  'unlinked',
  'diagnostics',
  'corrections',
  'links',
  'slippage',
  'wording_changes',
  'silences',
  'aliases',
  'changes',
] as const

/** Rows by view. */
export type ViewRows = Record<(typeof VIEWS)[number], Row[]>

/** Reads all views but the evidence. */
export function loadArchive(store: Store): Archive {
  const rows = Object.fromEntries(VIEWS.map((view): [string, Row[]] => [view, store.rows(view)])) as ViewRows
  // What a paper says about itself is shown in the paper's order, which its views do not give.
  return rowsToArchive({
    ...rows,
    document_facts: store.query('SELECT * FROM fact ORDER BY document_id, ordinal'),
    gradings: store.query('SELECT * FROM grading ORDER BY document_id, ordinal'),
  })
}

/** Puts the rows of the views in order. */
export function rowsToArchive(rows: ViewRows): Archive {
  const { reviews, documents, recommendations, resolutions, silences } = rows
  const resolution = indexRows(resolutions, 'resolution_id')
  const links = acceptedLinks(rows.links)
  return {
    reviews,
    documents,
    recommendations,
    unlinked: rows.unlinked,
    diagnostics: rows.diagnostics,
    aliases: rows.aliases,
    changes: rows.changes,
    changedOn: lastChanges(rows.changes),
    diagnosticsOf: groupRows(rows.diagnostics, 'document_id'),
    facts: groupRows(rows.document_facts, 'document_id'),
    gradings: groupRows(rows.gradings, 'document_id'),
    document: indexRows(documents, 'document_id'),
    sameAs: betterFiles(rows.papers),
    review: indexRows(reviews, 'review_id'),
    recommendation: indexRows(recommendations, 'recommendation_id'),
    resolution,
    resolutionOf: indexRows(
      resolutions.filter(({ wording_id: wording }) => rowText(wording) !== null),
      'wording_id',
    ),
    recommendationsOf: groupRows(recommendations, 'review_id'),
    partsOf: groupRows(recommendations, 'parent_id'),
    wordings: groupRows(rows.wordings, 'recommendation_id'),
    resolutions: resolutionsByRecommendation(resolutions, recommendations, resolution),
    commitments: joinSharedRows(rows.commitments, 'commitment_id', links, recommendations),
    updates: joinSharedRows(rows.progress_updates, 'update_id', links, recommendations),
    actions: groupRows(rows.actions, 'commitment_id'),
    responsibilities: groupRows(rows.responsibilities, 'commitment_id'),
    owner: ownersOf(rows),
    links,
    targetDates: groupRows(rows.slippage, 'recommendation_id'),
    wordingChange: indexRows(rows.wording_changes, 'to_id'),
    silences,
    silencesOf: groupRows(silences, 'review_id'),
    unreported: groupRows(silences, 'recommendation_id'),
    corrected: correctionsByField(rows.corrections),
    teachers: teachersOf(rows.corrections),
  }
}

/** A pack of several papers has no other file that is the same as all of it. */
function betterFiles(papers: readonly Row[]): Map<string, string> {
  const documents = new Map(papers.map((row) => [row.paper_id, String(row.document_id)]))
  const copies = [...groupRows([...papers], 'document_id')].flatMap(([id, [only, ...others]]): [string, string][] => {
    const better = documents.get(only?.same_as ?? null)
    return better !== undefined && others.length === 0 ? [[id, better]] : []
  })
  return new Map(copies)
}

/** Of several changes the last counts. */
function lastChanges(rows: readonly Row[]): Map<string, string> {
  const days = new Map<string, string>()
  for (const { recommendation_id: id, at } of rows) {
    const day = String(at).slice(0, 10)
    if (day > (days.get(String(id)) ?? '')) days.set(String(id), day)
  }
  return days
}

function correctionsByField(rows: readonly Row[]): Map<string, Correction> {
  const applied = rows.filter((row) => row.state === 'applied' && row.action !== 'teach' && rowText(row.field) !== null)
  return new Map(
    applied.map((row) => [
      correctionKey(row.target_id, String(row.field)),
      { by: String(row.by), why: rowText(row.why), extracted: rowText(row.extracted) },
    ]),
  )
}

/** A resolution that decides several by reference belongs to each recommendation that names it. */
function resolutionsByRecommendation(rows: readonly Row[], recommendations: readonly Row[], byId: Map<string, Row>): Map<string, Row[]> {
  const found = groupRows(rows, 'recommendation_id')
  for (const row of recommendations) {
    const named = byId.get(rowText(row.resolution_id) ?? '')
    const id = String(row.recommendation_id)
    const own = found.get(id) ?? []
    if (named && !own.includes(named)) found.set(id, [...own, named])
  }
  return found
}

function ownersOf(views: ViewRows): Map<string, Owner> {
  const kinds = {
    wording: views.wordings,
    resolution: views.resolutions,
    commitment: views.commitments,
    responsibility: views.responsibilities,
    action: views.actions,
    update: views.progress_updates,
  }
  const owners = new Map<string, Owner>()
  for (const row of views.documents) owners.set(String(row.document_id), { kind: 'document', recommendationId: null })
  for (const row of views.document_facts) owners.set(String(row.id), { kind: 'fact', recommendationId: null })
  for (const row of views.gradings) owners.set(String(row.id), { kind: 'grading', recommendationId: null })
  for (const [kind, rows] of Object.entries(kinds)) {
    for (const row of rows) {
      owners.set(String(row[`${kind}_id`]), { kind: kind as Owner['kind'], recommendationId: rowText(row.recommendation_id) })
    }
  }
  for (const { resolution_id: id, recommendation_id: recommendation } of views.recommendations) {
    const owner = owners.get(String(id))
    if (owner && owner.recommendationId === null) owner.recommendationId = String(recommendation)
  }
  return owners
}

/** Who taught each word that holds, by the note of the papers that were read by it. */
function teachersOf(corrections: readonly Row[]): Map<string, string> {
  const taught = corrections.filter(({ action, state }) => action === 'teach' && state === 'applied')
  const note = ({ field, target_id: word, corrected }: Row): string => taughtWordNote(String(field), String(word), String(corrected))
  return new Map(taught.map((row) => [note(row), String(row.by)]))
}
