import { resolve } from 'node:path'
import { KNOWN_KINDS, type KnownKind } from '../../../schema/taught-words.ts'
import { correctionsPath, readCorrections } from '../../corrections/correction-file.ts'
import { type Lesson, lessons } from '../../corrections/taught.ts'
import { type KnownWords, knownWords } from '../known-words.ts'
import { counted, databaseFlag, print, printJson, styled, words, wrapped } from '../screen.ts'
import { wordInWords } from '../taught-word.ts'

interface WordsOptions {
  db: string
  kind?: KnownKind
  json?: boolean
}

/** `scrutineer words`: the words that are known, counted or of one kind listed, and those that people taught. Always 0. */
export async function wordsCommand({ db, kind, json = false }: WordsOptions): Promise<number> {
  const path = correctionsPath(resolve(db))
  const taught = lessons(readCorrections(path)).filter((lesson) => kind === undefined || lesson.kind === kind)
  const known = knownWords().filter((one) => kind === undefined || one.kind === kind)
  if (json) printJson({ known, taught })
  else {
    if (kind === undefined) printCounts(known)
    else printWords(known)
    printTaught(taught, db)
  }
  return 0
}

function printCounts(known: readonly KnownWords[]): void {
  for (const kind of KNOWN_KINDS) {
    const own = known.filter((one) => one.kind === kind)
    print(
      `${styled('bold', kind)}: ${count(
        own,
        own.some(({ words: all }) => all.some(isForm)),
      )}`,
    )
    const meanings = Map.groupBy(own, ({ means }) => means)
    print(wrapped([...meanings].map(([means, all]) => `${words(means)} ${wordsIn(all).toLocaleString('en-GB')}`).join(', '), 2))
  }
  print(wrapped('To list the words of one kind: scrutineer words --kind column'))
}

const wordsIn = (known: readonly KnownWords[]) => known.reduce((sum, { words: all }) => sum + all.length, 0)

function count(known: readonly KnownWords[], forms: boolean): string {
  return forms ? counted(wordsIn(known), 'form of words', 'forms of words') : counted(wordsIn(known), 'word')
}

function printWords(known: readonly KnownWords[]): void {
  for (const { means, weight, words: all, unless } of known) {
    print(`${styled('bold', words(means))}${weight === null ? '' : `, weight ${weight}`}: ${all.length}`)
    if (all.some(isForm)) for (const form of all) print(wrapped(form, 2))
    else print(wrapped(all.join(', '), 2))
    if (unless.length > 0) print(wrapped(`but not: ${unless.join('; ')}`, 2))
  }
  if (known.some(({ words: all }) => all.some(isForm))) print(wrapped(NOTATION))
}

/** Whether words are in the notation of forms, and not just words. */
const isForm = (text: string) => /[…[|]/u.test(text)

const NOTATION =
  '(a | b) is one of these, [a | b] may be missing, word(s) has the ending or not, … is any number of words, …4 at most four. A word in ' +
  'capitals is any word of that kind.'

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
