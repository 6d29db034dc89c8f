import type { Row } from '../store/database.ts'
import type { Element } from './html.ts'
import type { PaperEntry } from './paper-entries.ts'
import type { Site } from './site.ts'
import { whyLinked } from './why-linked.ts'

/** Why what one paper says is under a recommendation: once where the same reasons hold for all of it. */
export function entryReasons(site: Site, recommendation: Row, entry: PaperEntry, root: string): Element[] {
  const { links } = site.archive
  const id = recommendation.recommendation_id
  const decided = new Set(entry.resolutions.map((row) => row.resolution_id))
  const found: [what: string, link: Row | undefined][] = [
    ...entry.updates.map(
      (row) => ['update', one(links.ofUpdate.get(String(row.update_id)), recommendation.resolution_id ?? id)] as [string, Row],
    ),
    ...entry.commitments.map((row) => ['plan', one(links.ofCommitment.get(String(row.commitment_id)), id)] as [string, Row]),
    ['decision', (links.ofRecommendation.get(String(id)) ?? []).find(({ to_id: to }) => decided.has(to ?? null))],
  ]
  const seen = new Set<string>()
  return found.flatMap(([what, link]) => {
    const key = link ? [link.decided_by, link.confidence, link.reasons].join('\n') : ''
    if (!link || seen.has(key)) return []
    seen.add(key)
    return whyLinked(site, link, `Why is this ${what} here?`, root) ?? []
  })
}

/** Of a record's links the one that leads to `to`, or else its first. */
function one(links: readonly Row[] | undefined, to: unknown): Row | undefined {
  return links?.find((link) => link.to_id === to) ?? links?.[0]
}
