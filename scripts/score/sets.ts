import { existsSync, readdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ScoreError } from './score-error.ts'

/** The folder of papers and golds that is beside the project. */
export const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url))

/** Papers with what must come out of them. */
export interface ScoreSet {
  name: string
  /** The set whose papers these are a part of: one import serves both, and sums over all sets count them once. */
  within?: string
  docs: string
  /** How the names of the papers among `docs` end, where not all of them belong. */
  ending?: string
  gold: string
  /** Which golds count, where not all do. */
  holds?: (goldName: string) => boolean
}

/** The kinds of cases that issue 10 asks for; the rest belong to the next. */
const isOfIssue10 = (goldName: string): boolean => /^(?:min|rep|code|new)-/u.test(goldName)

const shared = (name: string, docs: string, gold: string, more: Partial<ScoreSet> = {}): ScoreSet => ({
  name,
  docs: join(SHARED, docs),
  gold: join(SHARED, gold),
  ...more,
})

const SETS: readonly ScoreSet[] = [
  shared('real', 'real/files', 'real/gold'),
  shared('cases', 'cases/docs', 'cases/gold'),
  shared('cases-10', 'cases/docs', 'cases/gold', { within: 'cases', holds: isOfIssue10 }),
  shared('cases-rest', 'cases/docs', 'cases/gold', { within: 'cases', holds: (goldName) => !isOfIssue10(goldName) }),
  shared('formats', 'formats/docs', 'formats/gold'),
  shared('corpus-seeds', 'corpus/seeds', 'corpus/gold'),
  shared('corpus-pdf-tagged', 'corpus/pdf', 'corpus/gold', { ending: '.tagged.pdf' }),
  shared('corpus-pdf-untagged', 'corpus/pdf', 'corpus/gold', { ending: '.untagged.pdf' }),
  shared('corpus-real', 'corpus/real', 'corpus/gold-real'),
]

/** The shared sets of these names, or all of them; `corpus` stands for all whose name begins so. */
export function setsOf(names: readonly string[]): ScoreSet[] {
  const isMeant = (set: ScoreSet, name: string) => set.name === name || set.name.startsWith(`${name}-`)
  const unknown = names.find((name) => !SETS.some((set) => isMeant(set, name)))
  if (unknown !== undefined) throw new ScoreError(`There is no set "${unknown}": ${SETS.map(({ name }) => name).join(', ')}.`)
  return SETS.filter((set) => names.length === 0 || names.some((name) => isMeant(set, name)))
}

/** A set that was given by its two folders. */
export const givenSet = (docs: string, gold: string): ScoreSet => ({ name: 'given', docs: resolve(docs), gold: resolve(gold) })

/** Ends with what to do where a folder that a set needs is not there. */
export function needFolders(sets: readonly ScoreSet[], scorer: string): void {
  if (!existsSync(scorer)) {
    throw new ScoreError(
      'The folder "shared" with the papers, their golds and the scorer is missing. Put it beside the project’s folder, or link it there, and try again.',
    )
  }
  const missing = sets.flatMap(({ docs, gold }) => [docs, gold]).find((folder) => !existsSync(folder))
  if (missing) throw new ScoreError(`The folder ${missing} is missing: no papers or golds of that set are here.`)
}

/** The names of a set's golds: each is that of the document it holds. */
export function goldNames({ gold, holds }: ScoreSet): string[] {
  const names = readdirSync(gold).flatMap((file) => (file.endsWith('.json') ? [basename(file, '.json')] : []))
  return names.filter((name) => holds?.(name) ?? true).sort()
}

/** What is imported of a set: its folder, or those of its papers that belong. */
export function papersOf({ docs, ending }: ScoreSet): string[] {
  if (!ending) return [docs]
  return readdirSync(docs).flatMap((file) => (file.endsWith(ending) ? [join(docs, file)] : []))
}

/** The sets that sums go over: a part of another set that is there too is left out. */
export function countedOnce<T extends { name: string; within?: string }>(sets: readonly T[]): T[] {
  return sets.filter(({ within }) => !sets.some(({ name }) => name === within))
}
