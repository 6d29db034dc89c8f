import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FieldTally } from './figures.ts'

/** What a gold file says: what it does not list is not held. */
export type Gold = Readonly<Record<string, unknown>>

/** The lists whose records have a confidence, by the scorer's name for their rows, and where a gold holds them. */
const HELD_BY: Readonly<Record<string, readonly string[]>> = {
  recommendation: ['recommendations'],
  restated: ['restated'],
  conclusion: ['conclusions'],
  objective: ['objectives'],
  resolution: ['resolutions'],
  commitment: ['plan', 'objectives'],
  action: ['actions'],
  update: ['progress_updates'],
}

/** Reads the golds of these names. */
export function readGolds(folder: string, names: readonly string[]): Map<string, Gold> {
  return new Map(names.map((name) => [name, JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))]))
}

/** Whether a gold says what the rows of a list are. */
export function holdsList(gold: Gold, list: string): boolean {
  return (HELD_BY[list] ?? []).some((key) => gold[key] !== undefined)
}

/** Whether a gold says that a paper holds neither recommendations nor resolutions, nor anything else that comes in rows. */
export function holdsNothing(gold: Gold): boolean {
  const lists = Object.values(gold).filter((value) => Array.isArray(value))
  return (holdsList(gold, 'recommendation') || holdsList(gold, 'resolution')) && lists.every((list) => list.length === 0)
}

/** The papers that hold nothing, and those of them that were given recommendations or resolutions all the same. */
export function emptyPapers(golds: ReadonlyMap<string, Gold>, tallies: readonly FieldTally[]): { empty: string[]; misread: string[] } {
  const empty = [...golds].flatMap(([name, gold]) => (holdsNothing(gold) ? [name] : []))
  const gave = tallies.filter(({ field, found }) => /^(?:recommendation|resolution)\.key$/u.test(field) && found > 0)
  return { empty, misread: empty.filter((name) => gave.some(({ document }) => document === name)) }
}
