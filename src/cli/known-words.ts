import { COLUMN_MEANINGS, HEADING_MEANINGS, type WordKind } from '../../schema/taught-words.ts'
import { BODY_WORDS, COMMITTEE_SUFFIXES, COUNCIL_PREFIXES, COUNCIL_SUFFIXES } from '../../schema/vocabulary/bodies.ts'
import { HEADING_NOUNS } from '../../schema/vocabulary/columns.ts'
import { FIELD_PHRASES } from '../../schema/vocabulary/fields.ts'
import { KNOWN_GRADES } from '../../schema/vocabulary/grades.ts'
import { DECISION_LABELS, OPENING_VERBS } from '../../schema/vocabulary/openers.ts'
import { RUN_HEADINGS } from '../../schema/vocabulary/run-headings.ts'
import { STANDING_VERDICTS } from '../../schema/vocabulary/verdicts.ts'

/** Words of the vocabulary that mean one thing. Headings are known by forms of words, which are counted and not listed. */
export interface KnownWords {
  kind: WordKind
  means: string
  count: number
  words: readonly string[]
}

/** All that the vocabulary knows of the kinds of word that people can teach, in the order in which help names them. */
export function knownWords(): KnownWords[] {
  const listed = (kind: WordKind, means: string, all: readonly string[]): KnownWords => ({ kind, means, count: all.length, words: all })
  const openers = Map.groupBy(
    [...Object.entries(OPENING_VERBS), ...Object.entries(DECISION_LABELS)],
    ([, outcome]) => outcome ?? 'as the words after it say',
  )
  return [
    ...Object.entries(HEADING_MEANINGS)
      .filter(([means]) => means !== 'actions')
      .map(([means, role]) => ({
        kind: 'heading' as const,
        means,
        count: RUN_HEADINGS.filter((heading) => heading.role === role).length,
        words: [],
      })),
    ...Object.entries(FIELD_PHRASES).map(([role, phrases]) =>
      listed('column', fieldWords(role), [...new Set([...phrases, ...nounsOf(role)])]),
    ),
    ...Object.entries(KNOWN_GRADES).map(([status, grades]) => listed('grade', status, grades)),
    ...[...openers].map(([outcome, all]) =>
      listed(
        'opener',
        outcome,
        all.map(([word]) => word),
      ),
    ),
    ...[...Map.groupBy(Object.entries(STANDING_VERDICTS), ([, outcome]) => outcome ?? 'nothing')].map(([outcome, all]) =>
      listed(
        'verdict',
        outcome,
        all.map(([words]) => words),
      ),
    ),
    listed('body', 'council', [...COUNCIL_PREFIXES, ...COUNCIL_SUFFIXES]),
    listed('body', 'committee', [...COMMITTEE_SUFFIXES, ...BODY_WORDS]),
  ]
}

/** The nouns that head a column's name: "target date" is a date. */
function nounsOf(role: string): readonly string[] {
  return Object.entries(HEADING_NOUNS).find(([known]) => known === role)?.[1] ?? []
}

/** A field as people teach it: "who" for "responsible". */
function fieldWords(role: string): string {
  return Object.entries(COLUMN_MEANINGS).find(([, known]) => known === role)?.[0] ?? role
}
