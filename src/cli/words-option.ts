import { readFileSync } from 'node:fs'
import { UsageError } from '../../schema/errors.ts'
import { OWN_FILES } from '../../schema/own-files.ts'
import type { TaughtWord } from '../../schema/taught-words.ts'
import { readCorrections } from '../corrections/correction-file.ts'
import { taughtWords } from '../corrections/taught.ts'
import { systemWords } from '../reading/system-words.ts'
import { readWordsFile } from '../words-file.ts'

/** The words that --words names: of a vocabulary file, or those that another archive's file of corrections teaches. Throws `UsageError`. */
export function wordsOption(file: string | undefined): TaughtWord[] {
  if (file === undefined) return []
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`${file} could not be read: ${systemWords(error)}.`)
  }
  return text.slice(0, 100).includes(`"${OWN_FILES.corrections}"`) ? taughtWords(readCorrections(file)) : readWordsFile(text, file)
}
