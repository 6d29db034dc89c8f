import { foldWords } from '../../parsers/recognise/fold.ts'
import type { Correction } from '../../schema/corrections.ts'
import type { TaughtWord } from '../../schema/taught-words.ts'
import { Standing } from './standing.ts'

/** A taught word, with the line of corrections that teaches it. */
export interface Lesson extends TaughtWord {
  id: string
  at: string
  by: string
  why: string | null
}

/** The taught words that hold: none that was undone, of two that say what one word means the later. In the order of their times. */
export function lessons(corrections: readonly Correction[]): Lesson[] {
  if (!corrections.some(({ action }) => action === 'teach')) return []
  return new Standing(corrections)
    .of('teach')
    .map(({ id, at, by, why, target, kind, means, council }) => ({ id, at, by, why, word: target, kind, means, council }))
}

/** The words alone, as reading takes them. */
export function taughtWords(corrections: readonly Correction[]): TaughtWord[] {
  return lessons(corrections).map(({ kind, word, means, council }) => ({ kind, word, means, council }))
}

/** What is taught of a word already. */
export interface TaughtBefore {
  /** The same, for the same papers. */
  same: Lesson | null
  /** Something else, for the same papers. */
  replaced: Lesson | null
  /** Something else, for all papers where the word is for a council, or for a council where it is for all. */
  beside: Lesson[]
}

/** What lessons teach of a word already. */
export function taughtBefore(taught: readonly Lesson[], { kind, word, means, council }: TaughtWord): TaughtBefore {
  const own = taught.filter((lesson) => lesson.kind === kind && foldWords(lesson.word) === foldWords(word))
  const [here] = own.filter((lesson) => foldWords(lesson.council ?? '') === foldWords(council ?? ''))
  return {
    same: here?.means === means ? here : null,
    replaced: here && here.means !== means ? here : null,
    beside: own.filter((lesson) => lesson !== here && lesson.means !== means && (lesson.council === null) !== (council === null)),
  }
}
