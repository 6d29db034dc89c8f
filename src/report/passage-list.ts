import { pageOf, paperTitle } from './file-names.ts'
import { type Child, type Element, h } from './html.ts'
import { type Passage, placeWords, type Use } from './passages.ts'
import { rowText } from './rows.ts'
import type { Site } from './site.ts'
import { stateTag } from './values.ts'
import { capitalised, plainWords, recommendationName, shortened } from './words.ts'

const QUOTE_CHARS = 240

const FIELD_WORDS: Record<string, string> = {
  evidence: 'progress',
  due_text: 'due date',
  due_from: 'due date, first day',
  due_to: 'due date, last day',
  as_of_text: 'day of the report',
  as_of_from: 'day of the report, first day',
  as_of_to: 'day of the report, last day',
  number_text: 'number as printed',
  dated_text: 'date of the paper',
  decided_on: 'day of the decision',
}

/** What rests on each passage of a page, each with a way to its mark and to the recommendation. */
export function passageList(site: Site, passages: readonly Passage[], root: string): Element {
  return h(
    'ol',
    { className: ['passages'] },
    passages.map((passage) =>
      h('li', { id: `c${passage.id}`, dataMark: passage.id }, [
        h('a', { className: ['to-mark'], href: `#${passage.id}` }, placeWords(passage) || 'mark'),
        passage.quote ? h('q', shortened(passage.quote, QUOTE_CHARS)) : h('span', { className: ['silent'] }, 'no words'),
        h(
          'ul',
          usesByOwner(site, passage.uses).map(([owner, uses]) => ownerItem(site, owner, uses, root)),
        ),
      ]),
    ),
  )
}

function usesByOwner(site: Site, uses: readonly Use[]): [string, Use[]][] {
  const groups = new Map<string, Use[]>()
  for (const use of uses) {
    const owner = site.archive.owner.get(use.entityId)
    const key = `${owner?.kind ?? 'paper'}\n${owner?.recommendationId ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), use])
  }
  return [...groups]
}

function ownerItem(site: Site, owner: string, uses: readonly Use[], root: string): Element {
  const [kind = '', recommendationId = ''] = owner.split('\n')
  const recommendation = site.archive.recommendation.get(recommendationId)
  const fields = [...new Map(uses.map((use) => [use.field, use])).values()]
  const what: Child[] = fields.flatMap((use, index) => [index ? ', ' : null, fieldWords(use.field), stateTag(use.state)])
  return h('li', [
    recommendation
      ? [h('a', { href: pageOf.recommendation(recommendationId, root) }, recommendationName(recommendation)), `, ${plainWords(kind)}: `]
      : `${capitalised(kind === 'document' ? 'the paper' : kind)}: `,
    what,
  ])
}

/** A column's name in words. */
export function fieldWords(field: string): string {
  return FIELD_WORDS[field] ?? plainWords(field)
}

/** "Evidence in Progress Update, page 3". */
export function passageTitle(site: Site, documentId: string, page: number): string {
  const paper = site.archive.document.get(documentId)
  return `Page ${page}${rowText(paper?.pages) ? ` of ${paper?.pages}` : ''}: ${paperTitle(paper)}`
}
