import { resolve } from 'node:path'
import { WORD_KINDS, type WordKind } from '../../../schema/taught-words.ts'
import { correctionsPath, readCorrections } from '../../corrections/correction-file.ts'
import { type Lesson, lessons } from '../../corrections/taught.ts'
import { type KnownWords, knownWords } from '../known-words.ts'
import { counted, databaseFlag, print, styled, words, wrapped } from '../screen.ts'
import { wordInWords } from '../taught-word.ts'

interface WordsOptions {
  db: string
  kind?: WordKind
  json?: boolean
}

/** `scrutineer words`: the words that are known, counted or of one kind listed, and those that people taught. Always 0. */
export async function wordsCommand({ db, kind, json = false }: WordsOptions): Promise<number> {
  const path = correctionsPath(resolve(db))
  const taught = lessons(readCorrections(path)).filter((lesson) => kind === undefined || lesson.kind === kind)
  const known = knownWords().filter((one) => kind === undefined || one.kind === kind)
  if (json) print(JSON.stringify({ known, taught }, null, 2))
  else {
    if (kind === undefined) printCounts(known)
    else printWords(kind, known)
    printTaught(taught, db)
  }
  return 0
}

function printCounts(known: readonly KnownWords[]): void {
  for (const kind of WORD_KINDS) {
    const own = known.filter((one) => one.kind === kind)
    const total = own.reduce((sum, { count }) => sum + count, 0)
    print(
      `${styled('bold', kind)}: ${counted(total, kind === 'heading' ? 'form of words' : 'word', kind === 'heading' ? 'forms of words' : 'words')}`,
    )
    print(wrapped(own.map(({ means, count }) => `${words(means)} ${count}`).join(', '), 2))
  }
  print(wrapped('To list the words of one kind: scrutineer words --kind column'))
}

function printWords(kind: WordKind, known: readonly KnownWords[]): void {
  for (const { means, count, words: all } of known) {
    print(`${styled('bold', words(means))}: ${all.length > 0 ? all.length : counted(count, 'form of words', 'forms of words')}`)
    if (all.length > 0) print(wrapped(all.join(', '), 2))
  }
  if (kind === 'heading') print(wrapped('Headings are known by forms of words, which schema/vocabulary/run-headings.ts holds.'))
}

function printTaught(taught: readonly Lesson[], db: string): void {
  print()
  print(styled('bold', taught.length === 0 ? 'Nobody has taught a word here.' : 'Taught'))
  if (taught.length === 0) print(wrapped(`To teach one: scrutineer teach column "Delivery note" progress${databaseFlag(db)}`, 2))
  for (const lesson of taught) {
    print(
      wrapped(
        `${wordInWords(lesson)}, by ${lesson.by}, ${lesson.at.slice(0, 10)} (${lesson.id})${lesson.why === null ? '' : `: ${lesson.why}`}`,
        2,
      ),
    )
  }
}
