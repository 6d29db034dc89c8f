import type { Row } from '../store/database.ts'
import { compareText, groupRows, rowText } from './rows.ts'
import { silenceGroups } from './silence-list.ts'
import { type Site, standIn } from './site.ts'

/** What a person should look at. The first page counts these lists and the page "Needs a look" shows them. */
export interface LookLists {
  /** Slipped, stalled or not achieved; what is due longest first. */
  grave: Row[]
  /** Past their date; what is overdue longest first. */
  overdue: Row[]
  /** What updates leave out, an item each. */
  silences: Row[][]
  unlinked: Row[]
  /** Papers that were not read in full or give rise to doubt, each with what is said about it. */
  doubtful: { paper: Row; diagnostics: Row[] }[]
}

/** Finds what a person should look at. */
export function lookLists(site: Site): LookLists {
  const { archive } = site
  const byDate = archive.recommendations.toSorted((a, b) => compareText(rowText(a.due_to), rowText(b.due_to)))
  const doubts = groupRows(
    archive.diagnostics.filter(({ severity, settled_by: settled }) => severity !== 'info' && !settled),
    'document_id',
  )
  return {
    grave: byDate.filter((row) => standIn(site, row).isGrave),
    overdue: byDate.filter((row) => standIn(site, row).overdue),
    silences: silenceGroups(archive.silences),
    unlinked: archive.unlinked,
    doubtful: archive.documents.flatMap((paper) => {
      const diagnostics = doubts.get(String(paper.document_id)) ?? []
      return rowText(paper.superseded_by) || (!diagnostics.length && paper.status === 'ok') ? [] : [{ paper, diagnostics }]
    }),
  }
}
