import { UsageError } from '../../../schema/errors.ts'
import type { TaughtWord } from '../../../schema/taught-words.ts'
import { correctionsPath } from '../../corrections/correction-file.ts'
import type { Lesson } from '../../corrections/taught.ts'
import { openFilled } from '../../store/open-store.ts'
import type { Store } from '../../store/store.ts'
import { type KnownBefore, knownBefore, type ReadAgain, readAgain, stalePapers, teachWords } from '../../teach.ts'
import { progressTeller } from '../import-progress.ts'
import { counted, databaseFlag, print, printJson, shownPath, wrapped } from '../screen.ts'
import { nearHint, wordFromArguments, wordInWords } from '../taught-word.ts'
import { whoCorrects } from '../who-corrects.ts'
import { wordsOption } from '../words-option.ts'

interface TeachOptions {
  db: string
  council?: string
  file?: string
  by?: string
  why?: string
  later?: boolean
  password?: string
  json?: boolean
}

/** One word to be taught, what was known of it before, and the id of the correction that now teaches it; null where nothing was to be stored. */
interface Lessons {
  word: TaughtWord
  before: KnownBefore
  id: string | null
  by: string
}

/** `scrutineer teach`: writes words beside the database and reads the papers that they concern again. 1 where the file of one is gone. */
export async function teachCommand(kind: string | undefined, given: string[], options: TeachOptions): Promise<number> {
  const words = wordsToTeach(kind, given, options)
  const store = openFilled(options.db)
  try {
    const taught = teachAll(store, words, options)
    if (!options.json) for (const one of taught) tellTaught(one, store, options.db)
    const isOne = options.file === undefined
    const printRest = (rest: object): void => {
      const [one] = taught
      printJson(isOne && one ? { ...wordAsJson(one), ...rest } : { words: taught.map(wordAsJson), ...rest })
    }
    const concerned = stalePapers(store).length
    if (options.later) {
      if (options.json) printRest({ concerned, changed: null, gone: [] })
      else print(concerned === 0 ? papersConcerned(0) : `${papersConcerned(concerned)} The next import reads them again.`)
      return 0
    }
    const again = await readConcerned(store, options)
    if (options.json) printRest(again)
    else if (concerned > 0 || taught.some(({ id }) => id !== null)) tellRead(again, store, isOne ? (words[0] ?? null) : null, options.db)
    return again.gone.length > 0 ? 1 : 0
  } finally {
    store.close()
  }
}

/** The word of the command line, or those of a file. Throws `UsageError` where there are both, or neither. */
function wordsToTeach(kind: string | undefined, given: readonly string[], { file, council }: TeachOptions): TaughtWord[] {
  if (file !== undefined && kind !== undefined) throw new UsageError('Give a word or --file, not both.')
  if (file !== undefined && council !== undefined)
    throw new UsageError('The words in a file name their council themselves. Leave --council out.')
  if (file !== undefined) return wordsOption(file)
  if (kind === undefined) throw new UsageError('Give a kind, a word and its meaning, or a file of words: scrutineer teach --help')
  return [wordFromArguments(kind, given, council ?? null)]
}

/** Writes the words that say something new. */
function teachAll(store: Store, words: readonly TaughtWord[], { by = whoCorrects(), why, file }: TeachOptions): Lessons[] {
  const before = knownBefore(store, words)
  const isNew = (at: number): boolean => before[at]?.known === false && before[at].same === null
  const signature = { by, why: why ?? (file === undefined ? null : `from ${file}`) }
  const written = teachWords(
    store,
    words.filter((_, at) => isNew(at)),
    signature,
  ).values()
  return words.flatMap((word, at): Lessons[] => {
    const known = before[at]
    return known ? [{ word, before: known, id: isNew(at) ? (written.next().value?.id ?? null) : null, by }] : []
  })
}

const wordAsJson = ({ word, id, before }: Lessons) => ({ ...word, id, known: before.known, replaces: before.replaced?.id ?? null })

const byWhom = ({ id, by, at }: Lesson): string => `${id}, by ${by}, ${at.slice(0, 10)}`

/** Says what became of a word, and what else is taught of it. */
function tellTaught({ word, id, by, before }: Lessons, store: Store, db: string): void {
  const { known, same, replaced, beside } = before
  if (known) print(wrapped(`Known already: ${wordInWords(word)}. Nothing was stored.`))
  else if (same) print(wrapped(`Taught before: ${wordInWords(same)} (${byWhom(same)}). Nothing was stored.`))
  else print(`Taught: ${wordInWords(word)}.`)
  if (replaced) print(wrapped(`It replaces an earlier lesson: ${wordInWords(replaced)} (${byWhom(replaced)}).`))
  for (const lesson of beside) {
    const whose = lesson.council === null ? 'Papers of other councils' : `Papers of ${lesson.council}`
    print(wrapped(`${whose} are still read with another meaning: ${wordInWords(lesson)} (${byWhom(lesson)}).`))
  }
  if (id === null) return
  print(`Written to ${correctionsPath(store.path)} as ${id}, by ${by}.`)
  print(`To undo it: scrutineer correct --undo ${id}${databaseFlag(db)}`)
}

/** Reads the papers again that taught words concern, with a bar on a terminal. */
export async function readConcerned(store: Store, { password, json }: { password?: string; json?: boolean }): Promise<ReadAgain> {
  const teller = await progressTeller({ quiet: json || !process.stderr.isTTY })
  try {
    return await readAgain(store, { password }, (progress) => teller.tell(progress))
  } finally {
    teller.stop()
  }
}

const papersConcerned = (number: number): string =>
  number === 0 ? 'No stored paper contains it.' : `${counted(number, 'paper')} may contain it.`

/** Says what reading again came to, and what to do next. */
export function tellRead({ concerned, changed, gone }: ReadAgain, store: Store, word: TaughtWord | null, db: string): void {
  print(papersConcerned(concerned))
  const hint = concerned === 0 && word !== null ? nearHint(store, word) : null
  if (hint !== null) print(wrapped(hint))
  if (concerned > gone.length) print(readWords(concerned - gone.length, changed))
  tellGoneFiles(gone.map(({ path }) => path))
  print(`Next: scrutineer check${databaseFlag(db)}, scrutineer status${databaseFlag(db)}`)
}

function readWords(read: number, changed: number): string {
  if (read === 1) return `1 paper read again, ${changed === 1 ? 'with a changed reading' : 'with the same reading'}.`
  return `${counted(read, 'paper')} read again, ${changed} of them with a changed reading.`
}

/** Says which papers stay as they were read, because their files are gone. */
export function tellGoneFiles(paths: readonly string[]): void {
  if (paths.length === 0) return
  const subject = paths.length === 1 ? 'The file of 1 paper is' : `The files of ${paths.length} papers are`
  print(`${subject} gone, so the old reading stays. Put the files back and import them:`)
  for (const path of paths) print(`  ${shownPath(path)}`)
}
