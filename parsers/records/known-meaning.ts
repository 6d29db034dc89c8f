import { COLUMN_MEANINGS, type TaughtWord } from '../../schema/taught-words.ts'
import { DECIDING_IN_PROSE, OPENING_VERBS } from '../../schema/vocabulary/openers.ts'
import { type BodySpan, findCommittees, findCouncils } from '../recognise/bodies.ts'
import { matchField } from '../recognise/fields.ts'
import { foldWords } from '../recognise/fold.ts'
import { gradeOf } from '../recognise/grades.ts'
import { NO_WORDS, readingBy } from '../recognise/taught.ts'
import { readVerdict } from '../recognise/verdicts.ts'

/**
 * Whether the vocabulary alone gives a word this meaning, as surely as if it were taught. False for a heading: what is taught
 * of it counts more than what its words say.
 */
export function isKnownAlready(taught: Omit<TaughtWord, 'council'>): boolean {
  return readingBy(NO_WORDS, () => isKnown(taught))
}

function isKnown({ kind, word, means }: Omit<TaughtWord, 'council'>): boolean {
  const folded = foldWords(word)
  const isWhole = ([span]: readonly BodySpan[]): boolean => span?.start === 0 && span.end === word.length
  switch (kind) {
    case 'column': {
      const match = matchField(word)
      return match?.score === 1 && match.role === COLUMN_MEANINGS[means as keyof typeof COLUMN_MEANINGS]
    }
    case 'grade':
      return gradeOf(word, null).status === means
    case 'opener':
      return DECIDING_IN_PROSE.includes(folded) && OPENING_VERBS[folded] === means
    case 'verdict':
      return readVerdict(word)?.outcome === means
    case 'body':
      return isWhole(means === 'council' ? findCouncils(word) : findCommittees(word))
    case 'heading':
      return false
  }
}
