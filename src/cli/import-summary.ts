import { styleText } from 'node:util'
import type { ImportSummary } from '../import-tally.ts'
import type { Row } from '../store/database.ts'
import type { Store } from '../store/store.ts'
import { spanWords } from './import-progress.ts'
import { lookalikes } from './lookalikes.ts'
import { counted, shownPath, words } from './screen.ts'
import { openWords } from './unknown-words.ts'

const TOTALS = `SELECT
  (SELECT count(*) FROM documents WHERE superseded_by IS NULL) AS documents,
  (SELECT count(*) FROM reviews) AS reviews,
  (SELECT coalesce(sum(recommendations), 0) FROM reviews) AS recommendations,
  (SELECT count(*) FROM recommendations) - (SELECT coalesce(sum(recommendations), 0) FROM reviews) AS conclusions,
  (SELECT count(*) FROM progress_updates JOIN documents USING (document_id)
    WHERE superseded_by IS NULL AND paper_id NOT IN (SELECT paper_id FROM papers WHERE same_as IS NOT NULL)) AS updates,
  (SELECT count(*) FROM links WHERE judgement = 'accepted') AS links,
  (SELECT count(*) FROM unlinked) AS unlinked,
  (SELECT count(*) FROM diagnostics WHERE severity = 'warning' AND settled_by IS NULL AND document_id IN (SELECT document_id FROM documents WHERE superseded_by IS NULL)) AS warnings,
  (SELECT count(*) FROM documents WHERE status = 'partial' AND superseded_by IS NULL) AS "partial",
  (SELECT count(*) FROM documents WHERE status = 'failed' AND superseded_by IS NULL) AS failed,
  (SELECT count(*) FROM documents WHERE status = 'skipped' AND superseded_by IS NULL) AS skipped`

/** The least time that makes a document worth naming as slow. */
const SLOW_MS = 3000

/** How much the database has, and how much of it needs a person. */
export function archiveTotals(store: Store): Row {
  return store.query(TOTALS)[0] ?? {}
}

const figure = (number: number): string => number.toLocaleString('en-GB')

/** What an import found, in five seconds of reading: this import, the database now, what to look at, what to do next. */
export function importSummary(summary: ImportSummary, store: Store, database: string, stream: NodeJS.WritableStream): string {
  const bold = (text: string): string => styleText('bold', text, { stream })
  const totals = archiveTotals(store)
  const total = (name: string): number => Number(totals[name])
  const outcomes = [
    `${figure(summary.added)} added`,
    `${figure(summary.changed)} changed${summary.moved ? ` (${figure(summary.moved)} of them moved)` : ''}`,
    `${figure(summary.unchanged)} unchanged`,
    `${figure(summary.superseded)} superseded`,
  ].filter((part) => !part.startsWith('0 '))
  const twins = summary.files - summary.left - summary.documents
  const lines = [
    `${bold(counted(summary.documents, 'document'))}${outcomes.length ? `: ${outcomes.join(', ')}` : ''}${twins > 0 ? ` (${counted(twins, 'file')} more with the same content)` : ''}`,
  ]
  const kinds = Object.entries(summary.kinds).sort(([a], [b]) => (a < b ? -1 : 1))
  if (kinds.length) lines.push(`  ${kinds.map(([kind, number]) => `${figure(number)} ${words(kind)}`).join(', ')}`)
  const slow = summary.slowest.filter(({ milliseconds }) => milliseconds > SLOW_MS)
  if (slow.length) {
    lines.push('  Slowest to read:')
    for (const { path, milliseconds, pages } of slow)
      lines.push(
        `    ${spanWords(milliseconds / 1000).padStart(7)}  ${shownPath(path)}${pages === null ? '' : ` (${counted(pages, 'page')})`}`,
      )
  }
  if (summary.left) lines.push(`  ${counted(summary.left, 'file')} left because you stopped the import. To go on, run it again`)
  const conclusions = total('conclusions') > 0 ? ` and ${counted(total('conclusions'), 'conclusion')}` : ''
  lines.push(
    `${bold(counted(total('recommendations'), 'recommendation'))}${conclusions} of ${counted(total('reviews'), 'review')} in ${database}, ` +
      `${counted(total('updates'), 'update')}, ${counted(total('links'), 'link')}`,
  )
  if (summary.forgotten)
    lines.push(
      `  ${counted(summary.forgotten, 'paper')} taken out because ${summary.forgotten === 1 ? 'its file is' : 'their files are'} gone; scrutineer check --list names them`,
    )
  const changes = changeWords(store, summary.runId)
  if (changes !== null) lines.push(`  ${changes}`)
  if (summary.corrections) lines.push(`  ${counted(summary.corrections, 'correction')} applied`)
  // A word of a single paper matters only if the database has nothing else.
  const isEmpty = total('recommendations') + total('updates') === 0
  const unknown = openWords(store).filter(({ papers }) => papers > 1 || isEmpty).length
  const alike = lookalikes(store).length
  const looks = [
    summary.correctionsGone && `${counted(summary.correctionsGone, 'correction')} waiting because the target is gone`,
    summary.correctionsChanged && `${counted(summary.correctionsChanged, 'correction')} waiting because the target changed`,
    total('failed') && `${counted(total('failed'), 'document')} could not be read`,
    total('skipped') && `${counted(total('skipped'), 'document')} skipped`,
    total('partial') && `${counted(total('partial'), 'document')} read in part`,
    total('unlinked') && `${counted(total('unlinked'), 'item')} not linked`,
    alike > 0 && `${counted(alike, 'paper')} stored as other that may have records`,
    total('warnings') && counted(total('warnings'), 'warning'),
    unknown > 0 && `${counted(unknown, 'word')}${isEmpty ? '' : ' of several papers'} not known`,
  ].filter((look) => typeof look === 'string')
  lines.push(looks.length ? `${bold('To look at')}: ${looks.join(', ')}` : 'Nothing needs a person.')
  const db = database === 'scrutineer.db' ? '' : ` --db ${database}`
  lines.push(`Next: ${looks.length ? `scrutineer check${db}, ` : ''}scrutineer status${db}`)
  return lines.join('\n')
}

const CHANGES = `SELECT change, count(DISTINCT recommendation_id) AS recommendations,
    count(DISTINCT recommendation_id) FILTER (WHERE field = 'status') AS statuses
  FROM changes WHERE run_id = ? GROUP BY change ORDER BY change`
const FORMER = "SELECT 1 FROM changes WHERE run_id IS NOT ? AND change = 'added' LIMIT 1"

/** What an import did to recommendations that were there before: "Since the last import: 2 added, 5 changed (3 statuses); the view …"; null for nothing. */
function changeWords(store: Store, runId: string): string | null {
  const rows = store.query(CHANGES, runId)
  if (rows.length === 0 || store.query(FORMER, runId).length === 0) return null
  const said = rows.map(({ change, recommendations, statuses }) => {
    const graded = Number(statuses) > 0 ? ` (${counted(Number(statuses), 'status', 'statuses')})` : ''
    return `${figure(Number(recommendations))} ${change === 'removed' ? 'removed' : change}${graded}`
  })
  return `Since the last import: ${said.join(', ')}; the view "changes" lists them`
}
