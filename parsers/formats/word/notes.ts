import type { Block } from '../../../schema/document.ts'
import { childElement, childElements, type XmlElement } from '../package/xml-tree.ts'
import { formatNumber } from '../passages/format-number.ts'
import type { BodyReader } from './body-reader.ts'
import type { NoteReference } from './run-reader.ts'

/** The files of a package that hold its notes. */
export interface NoteParts {
  footnote: XmlElement | null
  endnote: XmlElement | null
}

/** What notes are counted with where nothing says (ECMA-376 part 1, 17.11.17 and 17.11.18). */
const FORMS: Readonly<Record<NoteReference['kind'], string>> = { footnote: 'decimal', endnote: 'lowerRoman' }

/** The notes that the text refers to, each once and after its number: footnotes, then endnotes. */
export function readNotes(reader: BodyReader, parts: NoteParts): Block[] {
  return (['footnote', 'endnote'] as const).flatMap((kind) => {
    const root = childElement(parts[kind] ?? undefined, `w:${kind}s`)
    const notes = new Map((root ? childElements(root, `w:${kind}`) : []).map((note) => [note.attributes.get('w:id') ?? '', note]))
    const ids = [...new Set(reader.runs.notes.filter((note) => note.kind === kind).map(({ id }) => id))]
    return ids.flatMap((id, index) => reader.read(notes.get(id), { box: null, small: true }, formatNumber(index + 1, FORMS[kind])))
  })
}
