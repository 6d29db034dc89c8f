import { correctionsPath } from '../../corrections/correction-file.ts'
import { openFilled } from '../../store/open-store.ts'
import type { Store } from '../../store/store.ts'
import { type ReadAgain, readAgain, stalePapers, teachWords } from '../../teach.ts'
import { progressTeller } from '../import-progress.ts'
import { counted, databaseFlag, print, shownPath, wrapped } from '../screen.ts'
import { councilHint, wordFromArguments, wordInWords } from '../taught-word.ts'
import { whoCorrects } from '../who-corrects.ts'

interface TeachOptions {
  db: string
  council?: string
  by?: string
  why?: string
  later?: boolean
  password?: string
  json?: boolean
}

/** `scrutineer teach`: writes a word beside the database and reads the papers that it concerns again. 1 where the file of one is gone. */
export async function teachCommand(kind: string, given: string[], options: TeachOptions): Promise<number> {
  const word = wordFromArguments(kind, given, options.council ?? null)
  const store = openFilled(options.db)
  try {
    const [lesson] = teachWords(store, [word], { by: options.by ?? whoCorrects(), why: options.why ?? null })
    if (!options.json) {
      print(lesson ? `Taught: ${wordInWords(word)}.` : `Taught before: ${wordInWords(word)}.`)
      if (lesson) print(`Written to ${correctionsPath(store.path)} as ${lesson.id}, by ${lesson.by}.`)
      if (lesson) print(`To take it back: scrutineer correct --undo ${lesson.id}${databaseFlag(options.db)}`)
    }
    if (options.later) {
      const concerned = stalePapers(store).length
      if (options.json) print(JSON.stringify({ ...word, id: lesson?.id ?? null, concerned, changed: null, gone: [] }, null, 2))
      else print(`${papersConcerned(concerned)} The next import of them reads them again.`)
      return 0
    }
    const again = await readConcerned(store, options)
    if (options.json) print(JSON.stringify({ ...word, id: lesson?.id ?? null, ...again }, null, 2))
    else tellRead(again, store, word.council, options.db)
    return again.gone.length > 0 ? 1 : 0
  } finally {
    store.close()
  }
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
  number === 0 ? 'It concerns no paper that is stored here.' : `It concerns ${counted(number, 'paper')}.`

/** Says what reading again came to, and what to do next. */
export function tellRead({ concerned, changed, gone }: ReadAgain, store: Store, council: string | null, db: string): void {
  print(papersConcerned(concerned))
  const hint = concerned === 0 && council !== null ? councilHint(store, council) : null
  if (hint !== null) print(wrapped(hint))
  if (concerned > gone.length)
    print(`${counted(concerned - gone.length, 'paper')} read again, ${changed} of them now with another reading.`)
  tellGoneFiles(gone.map(({ path }) => path))
  print(`Next: scrutineer check${databaseFlag(db)}, scrutineer status${databaseFlag(db)}`)
}

/** Says which papers stay as they were read, because their files are gone. */
export function tellGoneFiles(paths: readonly string[]): void {
  if (paths.length === 0) return
  const subject = paths.length === 1 ? 'The file of 1 paper is' : `The files of ${paths.length} papers are`
  print(`${subject} gone, so the reading before still holds. Put them back and import them:`)
  for (const path of paths) print(`  ${shownPath(path)}`)
}
