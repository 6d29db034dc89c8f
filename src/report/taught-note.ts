import type { Row } from '../store/database.ts'
import { type Element, h } from './html.ts'
import { rowText } from './rows.ts'
import type { Site } from './site.ts'

/** The notes on taught words that a paper was read by. */
function notesOf(site: Site, documentId: unknown): string[] {
  const rows = site.archive.diagnosticsOf.get(String(documentId)) ?? []
  return rows.flatMap(({ rule, note }) => (rule === 'word-taught' && note !== null ? String(note) : []))
}

/** "Read by words that A. Clerk taught: column "Standing": status"; null where nobody taught what a paper rests on. */
export function taughtNote(site: Site, documentId: unknown): Element | null {
  const notes = notesOf(site, documentId)
  if (notes.length === 0) return null
  const names = [...new Set(notes.flatMap((note) => site.archive.teachers.get(note) ?? []))]
  const words = notes.length === 1 ? 'a word' : 'words'
  return h('p', { className: ['by'] }, `Read by ${words} that ${names.join(' and ') || 'a person'} taught: ${notes.join('; ')}`)
}

/** Who taught the grade that a status rests on: "by a word that A. Clerk taught"; null where it is nobody's word. */
export function taughtGrade(site: Site, update: Row): Element | null {
  const said = (rowText(update.assessment_text) ?? '').toLowerCase().replace(/^\W+/u, '')
  const note = notesOf(site, update.document_id).find((one) => {
    const grade = /^grade "(.+)": /su.exec(one)?.[1]?.toLowerCase()
    return grade !== undefined && said.startsWith(grade)
  })
  const by = note === undefined ? undefined : site.archive.teachers.get(note)
  return by === undefined ? null : h('span', { className: ['by'] }, `by a word that ${by} taught`)
}
