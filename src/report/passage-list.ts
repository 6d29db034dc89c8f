import type { Row } from '../store/database.ts'
import { pageOf } from './file-names.ts'
import { type Child, type Element, h } from './html.ts'
import { type Passage, placeWords, type Use } from './passages.ts'
import { compareText, rowText } from './rows.ts'
import type { Site } from './site.ts'
import { stateTag } from './values.ts'
import { plainWords, recommendationName, shortened } from './words.ts'

const QUOTE_CHARS = 240

/** Columns that hold one thing in several forms, and columns whose names say little by themselves. */
const FIELD_WORDS: Record<string, string> = {
  evidence: 'progress',
  due_text: 'due date',
  due_from: 'due date',
  due_to: 'due date',
  as_of_text: 'day of the report',
  as_of_from: 'day of the report',
  as_of_to: 'day of the report',
  number_text: 'number',
  dated_text: 'date',
  dated_from: 'date',
  dated_to: 'date',
  date_from: 'date',
  date_to: 'date',
  decided_on: 'day of the decision',
  decided_by: 'who decided',
  text: 'words',
  assessment_text: 'assessment',
}

/** Records whose names say little to a reader. */
const KIND_WORDS: Record<string, string> = {
  document: 'this paper',
  fact: 'stated about itself',
  grading: 'its scale of grades',
  commitment: 'plan',
  responsibility: 'who',
}

/** What rests on each passage of a page, each with a way to its mark and to the recommendations. `placed` says where each is. */
export function passageList(site: Site, passages: readonly Passage[], root: string, placed: boolean): Element {
  return h(
    'ol',
    { className: ['passages'] },
    passages.map((passage) =>
      h('li', { id: `c${passage.id}` }, [
        placed ? h('span', { className: ['place'] }, placeWords(passage)) : null,
        h(
          'a',
          { className: ['to-mark'], href: `#${passage.id}` },
          passage.quote
            ? h('q', shortened(passage.quote, QUOTE_CHARS))
            : h('span', { className: ['silent'] }, 'No words: a colour, or an empty place'),
        ),
        h(
          'ul',
          groupedUses(site, passage.uses).map((group) => useItem(site, group, root)),
        ),
      ]),
    ),
  )
}

/** What records of one kind take from a passage, and the recommendations they belong to. */
interface UseGroup {
  kind: string
  fields: { words: string; state: string }[]
  recommendations: Set<string>
}

function groupedUses(site: Site, uses: readonly Use[]): UseGroup[] {
  const byEntity = new Map<string, Use[]>()
  for (const use of uses) byEntity.set(use.entityId, [...(byEntity.get(use.entityId) ?? []), use])
  const groups = new Map<string, UseGroup>()
  for (const [entityId, own] of byEntity) {
    const owner = site.archive.owner.get(entityId)
    const kind = owner?.kind ?? 'document'
    const fields = fieldsOf(own)
    const key = `${kind}\n${fields.map(({ words, state }) => `${words} ${state}`).join('\n')}`
    const group = groups.get(key) ?? { kind, fields, recommendations: new Set() }
    if (owner?.recommendationId) group.recommendations.add(owner.recommendationId)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** Each thing once, as printed if any form of it is. */
function fieldsOf(uses: readonly Use[]): UseGroup['fields'] {
  const fields = new Map<string, string>()
  for (const { field, state } of uses) {
    const words = fieldWords(field)
    if (fields.get(words) !== 'stated') fields.set(words, state)
  }
  return [...fields].map(([words, state]) => ({ words, state })).sort((a, b) => compareText(a.words, b.words))
}

function useItem(site: Site, { kind, fields, recommendations }: UseGroup, root: string): Element {
  const what: Child[] = fields.map(({ words, state }, index) => [index ? ', ' : null, words, stateTag(state)])
  const links = [...recommendations]
    .flatMap((id): Row[] => {
      const row = site.archive.recommendation.get(id)
      return row ? [row] : []
    })
    .sort(inListOrder)
    .map((row) => h('a', { href: pageOf.recommendation(String(row.recommendation_id), root) }, recommendationName(row)))
  return h('li', [
    `${KIND_WORDS[kind] ?? plainWords(kind)}: `,
    what,
    links.length ? ' of ' : null,
    links.map((link, index) => [index ? ', ' : null, link]),
  ])
}

/** By review, and within it as the review lists them. */
function inListOrder(a: Row, b: Row): number {
  return compareText(rowText(a.review_id), rowText(b.review_id)) || Number(a.position ?? 0) - Number(b.position ?? 0)
}

/** A column's name in words. */
export function fieldWords(field: string): string {
  return FIELD_WORDS[field] ?? plainWords(field)
}
