import { pageOf } from './file-names.ts'
import { h, pageToHtml } from './html.ts'
import type { Site } from './site.ts'

/** One page that is no longer where it was, and where it is now; both are paths from the report's folder. */
export interface MovedPage {
  from: string
  to: string
}

/**
 * Pages by ids that are no longer used. An alias names a review or a recommendation; what was below an old review is below
 * the new one. An alias that leads to another is followed to its end; one whose end is not here gives none.
 */
export function movedPages(site: Site): MovedPage[] {
  const { archive } = site
  const next = new Map(archive.aliases.map((row) => [String(row.old_id), String(row.new_id)]))
  return [...next.keys()].flatMap((old) => {
    const id = endOf(next, old)
    if (archive.review.has(id) && !archive.review.has(old)) {
      const below = (archive.recommendationsOf.get(id) ?? []).flatMap((row) => {
        const now = String(row.recommendation_id)
        const was = old + now.slice(id.length)
        return now.startsWith(`${id}/`) && !next.has(was) && !archive.recommendation.has(was)
          ? [{ from: pageOf.recommendation(was), to: pageOf.recommendation(now) }]
          : []
      })
      return [{ from: pageOf.review(old), to: pageOf.review(id) }, ...below]
    }
    return archive.recommendation.has(id) && !archive.recommendation.has(old)
      ? [{ from: pageOf.recommendation(old), to: pageOf.recommendation(id) }]
      : []
  })
}

function endOf(next: ReadonlyMap<string, string>, old: string): string {
  let id = old
  for (const passed = new Set([id]); ; passed.add(id)) {
    const to = next.get(id)
    if (to === undefined || passed.has(to)) return id
    id = to
  }
}

/** A page under an old id: leads on by itself, and by a link where it may not. */
export function movedPage(site: Site, { to }: MovedPage): string {
  const root = '../'
  return pageToHtml({
    title: 'This page has moved',
    root,
    today: site.today,
    leadsTo: `${root}${to}`,
    main: [h('h1', 'This page has moved'), h('p', ['It has a new id. ', h('a', { href: `${root}${to}` }, 'Go to its page'), '.'])],
  })
}
