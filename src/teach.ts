import { extractorVersion } from '../parsers/extractor.ts'
import { isKnownAlready } from '../parsers/records.ts'
import type { Correction, CorrectionDraft } from '../schema/corrections.ts'
import type { TaughtWord } from '../schema/taught-words.ts'
import { locatePath } from './archive-paths.ts'
import { noteCorrections, type Signature } from './correct.ts'
import { lessons, type TaughtBefore, taughtBefore, taughtWords } from './corrections/taught.ts'
import { type ImportOptions, importPaths, type OnProgress } from './import.ts'
import { storedCorrections } from './linker.ts'
import { isPaperThere } from './reading/containers.ts'
import type { Store } from './store/store.ts'
import { wordsDigest } from './words-digest.ts'

/** The correction that teaches a word. */
export function teachDraft({ kind, word, means, council }: TaughtWord): CorrectionDraft {
  return { action: 'teach', target: word, kind, means, council }
}

/**
 * Writes these words to the file of corrections, but for those that it teaches already. Nothing is read: `readAgain` reads
 * the papers that they concern, and so does the next import. Throws `UsageError` where a word cannot mean that.
 */
export function teachWords(store: Store, words: readonly TaughtWord[], signature: Signature): Correction[] {
  const key = ({ kind, word, means, council }: TaughtWord): string => JSON.stringify([kind, word, means, council])
  const drafts = (earlier: readonly Correction[]): CorrectionDraft[] => {
    const known = new Set(taughtWords(earlier).map(key))
    return words.filter((word) => !known.has(key(word)) && known.add(key(word))).map(teachDraft)
  }
  return noteCorrections(store, drafts, signature)
}

/** What is known of a word before it is taught. */
export interface KnownBefore extends TaughtBefore {
  /** Whether papers are read so without it: the vocabulary says the same, and nobody taught otherwise. */
  known: boolean
}

/** What the vocabulary and those who taught say about each of these words already. */
export function knownBefore(store: Store, words: readonly TaughtWord[]): KnownBefore[] {
  const taught = lessons(storedCorrections(store))
  return words.map((word) => {
    const before = taughtBefore(taught, word)
    const otherwise = [before.replaced, ...before.beside].some((lesson) => lesson !== null)
    return { ...before, known: !otherwise && before.same === null && isKnownAlready(word) }
  })
}

/** A paper that was read by other words than those that people teach now. */
export interface StalePaper {
  documentId: string
  path: string
  /** Where its file lies; null where it is gone, and nothing but the paper itself could be read anew. */
  file: string | null
}

/** The papers whose reading rests on other words than now hold: those alone that a word taught or undone since concerns. */
export function stalePapers(store: Store): StalePaper[] {
  const words = taughtWords(storedCorrections(store))
  return store
    .readings()
    .filter((reading) => reading.extractor.split(' ')[0] === extractorVersion() && reading.words !== wordsDigest(words, reading))
    .map(({ documentId, paths }) => {
      const files = paths.map((path) => ({ path, file: locatePath(path, store.path) }))
      const here = files.find(({ file }) => isPaperThere(file))
      return { documentId, path: here?.path ?? paths[0] ?? documentId, file: here?.file ?? null }
    })
}

/** What reading papers again came to. */
export interface ReadAgain {
  /** How many papers taught words concern that were read by others before. */
  concerned: number
  /** How many of them say something else now. */
  changed: number
  /** Those whose files are gone: they stay as they were read. */
  gone: StalePaper[]
}

/** Reads again the papers that words taught or undone since concern, and only these, and links the archive anew. */
export async function readAgain(store: Store, options: Omit<ImportOptions, 'store'> = {}, onProgress?: OnProgress): Promise<ReadAgain> {
  const stale = stalePapers(store)
  const files = stale.flatMap(({ file }) => file ?? [])
  let changed = 0
  await importPaths(files, { ...options, store }, (progress) => {
    if (progress.type === 'file' && progress.file.outcome !== 'unchanged') changed++
    onProgress?.(progress)
  })
  return { concerned: stale.length, changed, gone: stale.filter(({ file }) => file === null) }
}
