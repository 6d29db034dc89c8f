import type { DocumentRecords } from '../../schema/records.ts'

/** What two readings of a paper have in common. */
export interface Agreement {
  right: number
  /** Values that only the reading has, and those that only the other has. */
  wrong: string[]
  missing: string[]
}

/** Fields that say where and how sure, and lists that are not what a paper says about recommendations. */
const OURS = new Set(['evidence', 'place', 'confidence', 'key', 'position'])
const LEFT_OUT = new Set(['details', 'candidates', 'evidence', 'papers'])

/** Every value that is not null of every record, as "list: field: value": what a person would read off. */
export function valuesOf(records: DocumentRecords | null): string[] {
  return Object.entries(records ?? {}).flatMap(([list, entries]) =>
    LEFT_OUT.has(list) || !Array.isArray(entries)
      ? []
      : entries.flatMap((record) =>
          Object.entries(record)
            .filter(([field, value]) => !OURS.has(field) && value !== null)
            .map(([field, value]) => `${list}: ${field}: ${folded(JSON.stringify(value))}`),
        ),
  )
}

/** Letters as they are compared: one kind of quote and dash, no white space. */
const folded = (text: string): string =>
  text
    .replaceAll(/\s|\\n/gu, '')
    .replaceAll(/[‘’]/gu, "'")
    .replaceAll(/[“”]|\\"/gu, '”')
    .replaceAll(/[‐‑–—]/gu, '-')

/** Holds the values of a reading against those of another. */
export function agreementOf(ours: readonly string[], theirs: readonly string[]): Agreement {
  const missing = [...theirs]
  const wrong = ours.filter((value) => {
    const at = missing.indexOf(value)
    if (at >= 0) missing.splice(at, 1)
    return at < 0
  })
  return { right: ours.length - wrong.length, wrong, missing }
}

/** The harmonic mean of the shares of both readings that they have in common. */
export function f1Of(agreements: readonly Agreement[]): number {
  const sum = (of: (each: Agreement) => number) => agreements.reduce((all, each) => all + of(each), 0)
  const right = sum((each) => each.right)
  const all = 2 * right + sum(({ wrong }) => wrong.length) + sum(({ missing }) => missing.length)
  return all === 0 ? 1 : (2 * right) / all
}
