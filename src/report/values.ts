import type { Row, Value } from '../store/database.ts'
import { correctionKey } from './archive.ts'
import { pageOf, paperTitle } from './file-names.ts'
import { type Child, type Element, h, unseen } from './html.ts'
import { type Evidence, type Passage, placesOf, placeWords } from './passages.ts'
import { rowText } from './rows.ts'
import { isPictured, type Site } from './site.ts'
import { STANDINGS, type Standing } from './standing.ts'
import { dayWords } from './words.ts'

/** Where a passage is shown: its page, with its mark. */
export function passageHref(site: Site, passage: Passage, root: string): string {
  const pictured = isPictured(site.archive.document.get(passage.documentId)) && passage.page !== null
  const page = pictured ? pageOf.picturePage(passage.documentId, passage.page ?? 1, root) : pageOf.paper(passage.documentId, root)
  return `${page}#${passage.id}`
}

/** A field of a record, as a value is shown with its evidence. */
export interface Field {
  entityId: unknown
  field: string
  value: Value | undefined
  /** What the value is, for those who hear a link without its surroundings: "due date". */
  name: string
  /** Leads to the first piece of several only: the others are linked beside it. */
  brief?: boolean
  /** Another record whose field shows the same value: the recommendation beside the commitment. */
  alsoOf?: unknown
}

const STATE_WORDS: Record<string, [words: string, meaning: string]> = {
  blank: ['left blank', 'There is a place for it, and the place is empty.'],
  placeless: ['worked out', 'No single place in a paper says this. It was worked out from several places, or from the layout.'],
  derived: ['worked out', 'Not printed in these words: worked out from the passage that the link leads to.'],
}

/** Says that a value was worked out or corrected; nothing for one that is printed. */
export function stateTag(state: string | undefined): Child {
  const words = state === undefined || state === 'stated' ? undefined : (STATE_WORDS[state] ?? [state, ''])
  return words ? [' ', h('span', { className: ['tag'], title: words[1] || undefined }, words[0])] : null
}

/** Says who corrected a field, and what was read there; nothing for one that nobody touched. */
export function correctionTag(site: Site, entityId: unknown, field: string): Child {
  const correction = site.archive.corrected.get(correctionKey(entityId, field))
  if (!correction) return null
  const was = correction.extracted === null ? 'nothing was read here' : `read as: ${correction.extracted}`
  return [' ', h('span', { className: ['tag', 'corrected'], title: correction.why ?? undefined }, `corrected by ${correction.by}; ${was}`)]
}

/** A short value as a link to its passage, with where that is; plain where there is no passage. */
export function linkedValue(site: Site, field: Field, root: string, shown?: Child): Child {
  const text = rowText(field.value)
  if (text === null && shown === undefined) return silence(site, field)
  const corrected = [correctionTag(site, field.entityId, field.field), field.alsoOf ? correctionTag(site, field.alsoOf, field.field) : null]
  const [first, ...others] = placesOf(site.evidence, field.entityId, field.field)
  const body = shown ?? text
  if (!first) return [body, text === null || corrected.some(Boolean) ? corrected : stateTag('placeless')]
  return [
    h('a', { className: ['value'], href: passageHref(site, first.passage, root), title: sourceTitle(site, first.passage) }, body),
    ' ',
    h('span', { className: ['place'] }, placeWords(first.passage)),
    corrected.some(Boolean) ? corrected : stateTag(first.state),
    field.brief ? null : continued(site, field, first, others, root),
  ]
}

/** A long text, and links to all the places where it is. */
export function sourcedText(site: Site, field: Field, root: string, shown?: Child): Child {
  const text = rowText(field.value)
  if (text === null) return silence(site, field)
  const pieces = site.evidence.of(field.entityId, field.field)
  return [
    shown ?? text,
    ...pieces.flatMap((piece, index) => [' ', sourceLink(site, piece, field.name, nthThere(pieces, index), root)]),
    stateTag(pieces[0]?.state),
  ]
}

/** A link to a piece of a passage; of several at one place only the first says where that is. */
function sourceLink(site: Site, { passage }: Evidence, name: string, nth: number, root: string): Element {
  const place = placeWords(passage) || 'source'
  return h('a', { className: ['source'], href: passageHref(site, passage, root), title: sourceTitle(site, passage) }, [
    unseen(`Source of ${name}: ${nth > 1 ? `${place}, piece ` : ''}`),
    nth > 1 ? String(nth) : place,
  ])
}

/** Of the pieces at the same place, which one this is, from 1. */
function nthThere(pieces: readonly Evidence[], index: number): number {
  const place = (piece: Evidence | undefined): string => (piece ? placeWords(piece.passage) : '')
  return pieces.slice(0, index + 1).filter((piece) => place(piece) === place(pieces[index])).length
}

function continued(site: Site, field: Field, first: Evidence, others: readonly Evidence[], root: string): Child {
  const pieces = [first, ...others].filter(({ passage }, index, all) => all.findIndex((other) => other.passage.id === passage.id) === index)
  return pieces.flatMap((piece, index) => (index ? [' ', sourceLink(site, piece, field.name, nthThere(pieces, index), root)] : []))
}

function sourceTitle(site: Site, passage: Passage): string {
  return `${paperTitle(site.archive.document.get(passage.documentId))}, ${placeWords(passage)}`
}

/** What stands for a value that is null: that there was a place for it, or that none was found. */
function silence(site: Site, field: Field): Child {
  const blank = site.evidence.stateOf(field.entityId, field.field) === 'blank'
  return [h('span', { className: ['silent'] }, blank ? 'left blank' : 'not said'), correctionTag(site, field.entityId, field.field)]
}

/** A standing in words, with a sign; never by colour alone. */
export function standingChip(standing: Standing): Element {
  const { words, sign } = STANDINGS[standing]
  return h('span', { className: ['chip', `is-${standing}`] }, [h('span', { className: ['sign'], ariaHidden: 'true' }, sign), ' ', words])
}

/** A date as printed, and the last day that it can mean where that says more. */
export function dueWords(row: Row): string {
  const [text, from, to] = [row.due_text, row.due_from, row.due_to].map(rowText)
  if (text == null) return to == null ? '' : dayWords(to)
  return to == null || from === to ? text : `${text} (by ${dayWords(to)})`
}
