import { byCodeUnits } from '../../schema/by-code-units.ts'
import type { AssignmentRow, LinkInput } from '../../schema/links.ts'
import type { DocumentRecords, PaperRecord } from '../../schema/records.ts'
import { paperOf } from '../link/units.ts'

type ListName = 'wordings' | 'resolutions' | 'commitments' | 'actions' | 'progressUpdates'
/** A record of any kind that belongs to a recommendation. */
export type EntityRecord = DocumentRecords[ListName][number]

/** A record of a document, found by its id. */
export interface Entity {
  id: string
  kind: AssignmentRow['entityKind']
  list: ListName
  record: EntityRecord
  input: LinkInput
}

const LISTS: readonly [kind: Entity['kind'], list: ListName][] = [
  ['wording', 'wordings'],
  ['resolution', 'resolutions'],
  ['commitment', 'commitments'],
  ['action', 'actions'],
  ['progress_update', 'progressUpdates'],
]

/** The name that a public field has in a record: "as_of_text" is `asOfText`, and an update's "evidence" its `progress`. */
export function recordField(list: ListName | null, field: string): string {
  if (list === 'progressUpdates' && field === 'evidence') return 'progress'
  return field.replace(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase())
}

/** What a record has in these fields, by their public names; null where it has nothing. */
export function valuesOf({ record, list }: Pick<Entity, 'record' | 'list'>, fields: Iterable<string>): Record<string, string | null> {
  const values = record as unknown as Record<string, string | null>
  return Object.fromEntries(Array.from(fields, (field) => [field, values[recordField(list, field)] ?? null]))
}

/** All documents of an archive, for looking up what is in them by id. */
export class Entities {
  readonly documents: ReadonlyMap<string, LinkInput>

  constructor(documents: readonly LinkInput[]) {
    this.documents = new Map(documents.map((input) => [input.documentId, input]))
  }

  /** The record of this id ("doc-0123456789ab/update/3"), if it is there. */
  find(id: string): Entity | null {
    const slash = id.indexOf('/')
    const input = slash < 0 ? undefined : this.documents.get(id.slice(0, slash))
    if (!input) return null
    const key = id.slice(slash + 1)
    for (const [kind, list] of LISTS) {
      const record = (input.records[list] as EntityRecord[]).find((candidate) => candidate.key === key)
      if (record) return { id, kind, list, record, input }
    }
    return null
  }

  /** The paper of this id ("doc-0123456789ab/paper/2") and its document, if it is there. */
  findPaper(id: string): { paper: PaperRecord; input: LinkInput } | null {
    const slash = id.indexOf('/')
    const input = slash < 0 ? undefined : this.documents.get(id.slice(0, slash))
    const paper = input?.records.papers.find(({ key }) => key === id.slice(slash + 1))
    return input && paper ? { paper, input } : null
  }

  /** The kinds of all records of these ids, in the order of the papers' times and of their places in them. */
  inOrderOfTime(ids: Iterable<string>): Entity[] {
    const found = [...ids].flatMap((id) => this.find(id) ?? [])
    const dated = ({ input: { records }, record }: Entity): string =>
      paperOf(records, record)?.datedTo ?? records.datedTo ?? ('asOfTo' in record ? record.asOfTo : null) ?? ''
    const place = ({ input, list, record }: Entity): number => (input.records[list] as EntityRecord[]).indexOf(record)
    return found.sort(
      (a, b) => byCodeUnits(dated(a), dated(b)) || byCodeUnits(a.input.documentId, b.input.documentId) || place(a) - place(b),
    )
  }
}

/** All records of all documents. */
export function allEntities(documents: readonly LinkInput[]): Entity[] {
  return documents.flatMap((input) =>
    LISTS.flatMap(([kind, list]) =>
      (input.records[list] as EntityRecord[]).map((record) => ({ id: `${input.documentId}/${record.key}`, kind, list, record, input })),
    ),
  )
}
