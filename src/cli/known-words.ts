import { COLUMN_MEANINGS, HEADING_MEANINGS, type KnownKind, taughtAs } from '../../schema/taught-words.ts'
import { BODY_WORDS, COMMITTEE_SUFFIXES, COUNCIL_PREFIXES, COUNCIL_SUFFIXES } from '../../schema/vocabulary/bodies.ts'
import { HEADING_NOUNS } from '../../schema/vocabulary/columns.ts'
import { DECIDING_VERBS, FIXED_FORMS } from '../../schema/vocabulary/deciding.ts'
import { FIELD_PHRASES } from '../../schema/vocabulary/fields.ts'
import { FORM_PHRASES } from '../../schema/vocabulary/forms.ts'
import { KNOWN_GRADES, MEANINGS } from '../../schema/vocabulary/grades.ts'
import { DECISION_LABELS, NO_OPENERS, OPENING_VERBS } from '../../schema/vocabulary/openers.ts'
import { RUN_HEADINGS } from '../../schema/vocabulary/run-headings.ts'
import { STANDING_VERDICTS } from '../../schema/vocabulary/verdicts.ts'

/** Words of the vocabulary, or forms of words, that mean one thing. */
export interface KnownWords {
  kind: KnownKind
  means: string
  /** How surely they mean it; null where all words of the kind count alike. */
  weight: number | null
  words: readonly string[]
  /** Words that are passed over before these are looked for. */
  unless: readonly string[]
}

const listed = (kind: KnownKind, means: string, words: readonly string[]): KnownWords => ({ kind, means, weight: null, words, unless: [] })

/** Words with what each means, as lists of those that mean the same. */
const byMeaning = (kind: KnownKind, words: readonly (readonly [word: string, means: string])[]): KnownWords[] =>
  [...Map.groupBy(words, ([, means]) => means)].map(([means, all]) =>
    listed(
      kind,
      means,
      all.map(([word]) => word),
    ),
  )

/** All that the vocabulary knows, by kind: forms of headings and keys of grades in the order in which they are tried. */
export function knownWords(): KnownWords[] {
  return [
    ...RUN_HEADINGS.map(({ role, weight, forms, unless = [] }) => ({
      kind: 'heading' as const,
      means: taughtAs(HEADING_MEANINGS, role),
      weight,
      words: forms,
      unless,
    })),
    ...Object.entries(FIELD_PHRASES).map(([role, phrases]) =>
      listed('column', taughtAs(COLUMN_MEANINGS, role), [...new Set([...phrases, ...nounsOf(role)])]),
    ),
    ...Object.entries(KNOWN_GRADES).map(([status, grades]) => listed('grade', status, grades)),
    ...byMeaning(
      'opener',
      Object.entries({ ...OPENING_VERBS, ...DECISION_LABELS }).map(([word, outcome]) => [word, outcome ?? 'as the words after it say']),
    ),
    listed('opener', 'nothing', NO_OPENERS),
    listed('body', 'council', [...COUNCIL_PREFIXES, ...COUNCIL_SUFFIXES]),
    listed('body', 'committee', [...COMMITTEE_SUFFIXES, ...BODY_WORDS]),
    ...Object.entries(FORM_PHRASES).map(([label, phrases]) => listed('label', label, phrases)),
    ...MEANINGS.map(({ status, forms, unless = [] }) => ({ kind: 'key' as const, means: status, weight: null, words: forms, unless })),
    ...byMeaning('verb', [
      ...DECIDING_VERBS.map(({ verb, deed }) => [verb, DEEDS[deed] ?? deed] as const),
      ...Object.entries(FIXED_FORMS).map(([form, deed]) => [form, DEEDS[deed] ?? deed] as const),
    ]),
    ...byMeaning(
      'verdict',
      Object.entries(STANDING_VERDICTS).map(([verdict, outcome]) => [verdict, outcome ?? 'nothing']),
    ),
  ]
}

/** What verbs do that are not an outcome. */
const DEEDS: Readonly<Record<string, string>> = { act: 'what is to be done', open: 'what is left open' }

/** The nouns that head a column's name: "target date" is a date. */
function nounsOf(role: string): readonly string[] {
  return Object.entries(HEADING_NOUNS).find(([known]) => known === role)?.[1] ?? []
}
