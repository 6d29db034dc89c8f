import { createHash } from 'node:crypto'
import { wordsFor } from '../parsers/records.ts'
import type { TaughtWord } from '../schema/taught-words.ts'

/**
 * By which taught words a document is read: a digest of those that concern any of these councils, which are those of its
 * papers; null where none does. While it is the same, reading the document again would change nothing. 12 hexadecimal digits.
 */
export function wordsDigest(taught: readonly TaughtWord[], councils: readonly (string | null)[]): string | null {
  if (taught.length === 0) return null
  const concerned = new Set([null, ...councils].flatMap((council) => wordsFor(taught, council)))
  if (concerned.size === 0) return null
  const words = taught.filter((word) => concerned.has(word))
  return createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 12)
}

/** Whether one of these words is this word of the papers of a council, whatever it is taught to mean. */
export function isTaught(
  { kind, word }: Pick<TaughtWord, 'kind' | 'word'>,
  council: string | null,
  taught: readonly TaughtWord[],
): boolean {
  return wordsFor(taught, council).some((own) => own.kind === kind && own.word.toLowerCase() === word.toLowerCase())
}

/** The councils of a document's papers, as its records say them. */
export function councilsOf(records: { papers: readonly { council: string | null }[] } | null): (string | null)[] {
  return records?.papers.map(({ council }) => council) ?? []
}
