import { UsageError } from '../../schema/errors.ts'
import { type TaughtWord, taughtWordSchema, WORD_KINDS, WORD_MEANINGS, type WordKind } from '../../schema/taught-words.ts'
import type { Store } from '../store/store.ts'
import { isOfCouncil } from '../words-digest.ts'
import { TEACH_USAGE } from './correct-usage.ts'
import { nearWords, noSuchWord } from './near-words.ts'
import { words } from './screen.ts'
import { openWords } from './unknown-words.ts'

/** "On Track", "on-track" and "on_track" are one meaning. */
const folded = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/gu, ' ')

/** What each kind of word is asked to mean, for errors. */
const NOUNS: Record<WordKind, string> = {
  heading: 'content of a heading',
  column: 'field',
  grade: 'status',
  opener: 'outcome',
  verdict: 'outcome',
  body: 'kind of body',
}

/** The word that a person taught in words of the command line. Throws `UsageError` with the near word, or how it is written. */
export function wordFromArguments(kind: string, given: readonly string[], council: string | null): TaughtWord {
  if (!isKind(kind)) throw noSuchWord('kind of word', kind, WORD_KINDS)
  const [word, ...means] = given
  if (word === undefined || means.length === 0)
    throw new UsageError(`The command is: scrutineer teach ${TEACH_USAGE[kind].split(/\s{2,}/u)[0]}. ${meaningsOf(kind)}`)
  const parsed = taughtWordSchema.safeParse({ kind, word, means: meaningFrom(kind, means.join(' ')), council: council?.trim() || null })
  if (!parsed.success) throw new UsageError(`This does not fit: ${parsed.error.issues[0]?.message ?? 'a word is short'}.`)
  return parsed.data
}

/** "A heading can hold recommendations, conclusions, …". */
export function meaningsOf(kind: WordKind): string {
  return `It can be ${WORD_MEANINGS[kind].map(words).join(', ')}.`
}

function isKind(kind: string): kind is WordKind {
  return (WORD_KINDS as readonly string[]).includes(kind)
}

function meaningFrom(kind: WordKind, typed: string): string {
  const known: readonly string[] = WORD_MEANINGS[kind]
  const found = known.find((means) => folded(means) === folded(typed))
  if (found === undefined) throw noSuchWord(NOUNS[kind], typed, known.map(words))
  return found
}

/** "the heading "Asks" is over recommendations at Northby": a taught word in a sentence. */
export function wordInWords({ kind, word, means, council }: TaughtWord): string {
  const says: Record<WordKind, string> = {
    heading: `the heading "${word}" is over ${means}`,
    column: `the column "${word}" is ${means === 'who' ? 'who does it' : means}`,
    grade: `the grade "${word}" means ${means === 'nothing' ? 'no status' : words(means)}`,
    verdict: `the verdict "${word}" means ${means === 'nothing' ? 'no decision' : words(means)}`,
    opener: `"${word}" opens ${means === 'nothing' ? 'no decision' : `what was ${words(means)}`}`,
    body: `"${word}" is the name of a ${means}`,
  }
  return `${says[kind]}${council === null ? '' : ` at ${council}`}`
}

/** Why a word may concern no paper, and which is near: a council that no paper names, or a word that none has. Only a hint, since papers may come. */
export function nearHint(store: Store, { kind, word, council }: TaughtWord): string | null {
  const known = store
    .query('SELECT DISTINCT council FROM papers WHERE council IS NOT NULL ORDER BY council')
    .map((row) => String(row.council))
  if (council !== null && !known.some((name) => isOfCouncil(council, name))) {
    const near = nearWords(council, known)
    if (near.length > 0) return `Did you mean ${near.join(' or ')}?`
    return known.length > 0 ? `Papers here are of ${known.slice(0, 8).join(', ')}.` : null
  }
  const open = openWords(store).filter((unknown) => unknown.kind === kind)
  const near = nearWords(
    word,
    open.map((unknown) => unknown.word),
  )
  return near.length > 0 ? `No such paper contains this word. Did you mean ${near.map((one) => `"${one}"`).join(' or ')}?` : null
}
