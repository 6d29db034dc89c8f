import { noteToColumnDoubt } from '../../schema/column-doubt.ts'
import type { TaughtWord, WordKind } from '../../schema/taught-words.ts'
import { STANDING_VERDICTS } from '../../schema/vocabulary/verdicts.ts'
import { taughtWords } from '../corrections/taught.ts'
import { storedCorrections } from '../linker.ts'
import type { Store } from '../store/store.ts'
import { isTaught } from '../words-digest.ts'
import { quotedWord, shownPath } from './screen.ts'

/** A word that readers met and do not know, and that a person can teach. */
export interface UnknownWord {
  kind: Extract<WordKind, 'heading' | 'column' | 'grade' | 'opener' | 'verdict'>
  word: string
  /** How many papers have it, and of which council they all are; null where they are of several, or one names none. */
  papers: number
  council: string | null
  /** Of a column that may hold two things: what they are, the one that it was read as first. */
  readings: readonly string[]
  /** Of a column, some of what is under it. */
  cells: readonly string[]
  /** Its first place. */
  example: { path: string; page: number | null; line: number | null }
}

const KINDS = {
  'list-unknown': 'heading',
  'opener-unknown': 'opener',
  'column-unclear': 'column',
  'column-unknown': 'column',
  'grade-off-scale': 'grade',
  'colour-without-key': 'grade',
  'grade-unexplained': 'grade',
  'verdict-not-understood': 'verdict',
} as const

const UNKNOWN = `SELECT g.rule, g.note, g.page, g.line, d.document_id, d.path, d.council
  FROM diagnostics g JOIN documents d USING (document_id)
  WHERE g.rule IN (${Object.keys(KINDS)
    .map((rule) => `'${rule}'`)
    .join(', ')}) AND g.note IS NOT NULL AND g.settled_by IS NULL AND d.superseded_by IS NULL
  ORDER BY d.path, g.page, g.line, g.note`

/** A grade or a verdict is a word or a few, before what explains it: "Sown – seed is ordered". */
const GRADE = /^\[?(\p{L}[^[\]:–—(;.,]{0,38}?)\]?(?:\s*[:–—(;.,].*|\s-\s.*)?$/su
/** A year, or the first letter of "U.S.": the beginning of an answer in sentences. */
const NO_VERDICT = /\d|\s\p{L}$/u
/** A longer grade is a sentence. */
const MOST_GRADE_WORDS = 4

/** The same by what is taught beside the database. */
export function openWords(store: Store): UnknownWord[] {
  return unknownWords(store, taughtWords(storedCorrections(store)))
}

/** The words that are not known and not taught, first those that most papers depend on: of equals, what makes a list or a table readable before the words in it. */
export function unknownWords(store: Store, taught: readonly TaughtWord[]): UnknownWord[] {
  const found = new Map<string, { word: UnknownWord; papers: Set<string>; councils: Set<string | null> }>()
  for (const { rule, note, page, line, document_id: id, path, council } of store.query(UNKNOWN)) {
    const kind = KINDS[String(rule) as keyof typeof KINDS]
    const { heading, ...doubt } = rule === 'column-unclear' ? noteToColumnDoubt(String(note)) : { heading: String(note) }
    const word = wordOf(kind, heading)
    const whose = council === null ? null : String(council)
    if (word === null || isTaught({ kind, word }, whose, taught)) continue
    const key = `${kind} ${word.toLowerCase()}`
    const example = { path: String(path), page: page as number | null, line: line as number | null }
    const known = found.get(key) ?? {
      word: { kind, word, papers: 0, council: null, readings: [], cells: [], ...doubt, example },
      papers: new Set(),
      councils: new Set(),
    }
    known.papers.add(String(id))
    known.councils.add(whose)
    found.set(key, known)
  }
  return [...found.values()]
    .map(({ word, papers, councils }) => ({
      ...word,
      papers: papers.size,
      council: councils.size === 1 ? ([...councils][0] ?? null) : null,
    }))
    .sort((a, b) => b.papers - a.papers || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
}

const CELLS_UNDER = 'SELECT DISTINCT text FROM details JOIN documents USING (document_id) WHERE path = ? AND label = ? LIMIT 4'

/** The word with some of what is under it: what an unknown column holds is kept as details under its heading. */
export function withCells(store: Store, unknown: UnknownWord): UnknownWord {
  if (unknown.kind !== 'column' || unknown.cells.length > 0) return unknown
  const found = store.query(CELLS_UNDER, unknown.example.path, unknown.word)
  return { ...unknown, cells: found.map(({ text }) => String(text)) }
}

const ORDER: readonly WordKind[] = ['heading', 'column', 'opener', 'verdict', 'grade']

/** The word that a note is about; null where it is a sentence, which no second paper repeats. */
function wordOf(kind: UnknownWord['kind'], note: string): string | null {
  if (kind !== 'grade' && kind !== 'verdict') return note.trim() || null
  const word = GRADE.exec(note.trim())?.[1]?.trim()
  if (!word || word.split(/\s+/u).length > MOST_GRADE_WORDS) return null
  if (kind === 'verdict' && (NO_VERDICT.test(word) || Object.hasOwn(STANDING_VERDICTS, word.toLowerCase()))) return null
  return word
}

/** "papers/tally.md, line 7". */
export function whereItStands({ example: { path, page, line } }: UnknownWord): string {
  return [shownPath(path), page === null ? null : `page ${page}`, page === null && line !== null ? `line ${line}` : null]
    .filter((part) => part !== null)
    .join(', ')
}

/** The command that teaches the word, but for its meaning. */
export function teachCommandOf({ kind, word, council }: UnknownWord, database: string): string {
  const scope = council === null ? '' : ` --council ${quotedWord(council)}`
  return `scrutineer teach ${kind} ${quotedWord(word)} ${{ heading: 'HOLDS', column: 'FIELD', grade: 'STATUS', opener: 'OUTCOME', verdict: 'OUTCOME' }[kind]}${scope}${database}`
}
