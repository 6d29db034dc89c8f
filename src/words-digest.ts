import { createHash } from 'node:crypto'
import { type HeldWords, mayHold, wordsFor } from '../parsers/records.ts'
import type { TaughtWord } from '../schema/taught-words.ts'

/** What a document has to do with taught words: the councils of its papers, and the words that it has. */
export interface Holder {
  councils: readonly (string | null)[]
  held: HeldWords
}

/**
 * By which taught words a document is read: a digest of those that concern any of its papers' councils and that it may have;
 * null where none does. While it is the same, reading the document again would change nothing. 12 hexadecimal digits.
 */
export function wordsDigest(taught: readonly TaughtWord[], { councils, held }: Holder): string | null {
  if (taught.length === 0) return null
  const concerned = new Set([null, ...councils].flatMap((council) => wordsFor(taught, council)))
  const words = taught.filter((word) => concerned.has(word) && mayHold(held, word.word))
  return words.length === 0 ? null : createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 12)
}

/** Whether one of these words is this word of the papers of a council, whatever it is taught to mean. */
export function isTaught(
  { kind, word }: Pick<TaughtWord, 'kind' | 'word'>,
  council: string | null,
  taught: readonly TaughtWord[],
): boolean {
  return wordsFor(taught, council).some((own) => own.kind === kind && own.word.toLowerCase() === word.toLowerCase())
}

/** Whether a council's name as a person wrote it can be that of a paper's council. */
export function isOfCouncil(council: string, paperCouncil: string): boolean {
  return wordsFor([{ kind: 'body', word: '', means: '', council }], paperCouncil).length > 0
}

/** The councils of a document's papers, as its records say them. */
export function councilsOf(records: { papers: readonly { council: string | null }[] } | null): (string | null)[] {
  return records?.papers.map(({ council }) => council) ?? []
}
