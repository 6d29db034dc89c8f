import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { UsageError } from '../../schema/errors.ts'
import { checkProgram } from './tesseract-program.ts'

/** What reads pictures: our own engine with data of languages, or Debian's program with its own. */
export type OcrChoice = { by: 'engine'; languages: TrainedLanguage[] } | { by: 'program'; languages: string }

/** A language with the file of its data. */
export interface TrainedLanguage {
  name: string
  file: string
}

/** What is read by where nobody chose. */
export const USUAL_OCR = 'eng'

const PROGRAM = /^tesseract(?::(?<languages>[\w+]+))?$/u
const LANGUAGES = /^\w+(?:\+\w+)*$/u
/** It says which way up a page lies, and is not a language. */
const NOT_A_LANGUAGE = 'osd'

/** What `--ocr` names: languages as "eng" or "eng+cym", a folder with their data, "tesseract" or "tesseract:cym". Throws `UsageError` for what is not there. */
export function ocrChoice(given: string): OcrChoice {
  const program = PROGRAM.exec(given)
  if (program) return { by: 'program', languages: program.groups?.languages ?? USUAL_OCR }
  if (statSync(given, { throwIfNoEntry: false })?.isDirectory()) return { by: 'engine', languages: languagesIn(given) }
  if (!LANGUAGES.test(given))
    throw new UsageError(`--ocr ${given}: there is no such folder, and it names no languages such as "eng" or "eng+cym".`)
  return { by: 'engine', languages: given.split('+').map(packagedLanguage) }
}

/** Throws `UsageError` where what `--ocr` names is not there. */
export function checkOcrChoice(given: string): void {
  const choice = ocrChoice(given)
  if (choice.by === 'program') checkProgram(choice.languages)
}

/** A language's data, unpacked. */
export function trainedData({ file }: TrainedLanguage): Uint8Array {
  const bytes = readFileSync(file)
  return file.endsWith('.gz') ? gunzipSync(bytes) : bytes
}

function languagesIn(folder: string): TrainedLanguage[] {
  const found = globSync('*.traineddata{,.gz}', { cwd: folder })
    .map((name) => ({ name: basename(name).replace(/\.traineddata(?:\.gz)?$/u, ''), file: resolve(folder, name) }))
    .filter(({ name }) => name !== NOT_A_LANGUAGE)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  if (found.length === 0) throw new UsageError(`--ocr ${folder}: no file there ends in .traineddata or .traineddata.gz.`)
  return found
}

/** A language of a package, installed beside Scrutineer or where it is called. */
function packagedLanguage(name: string): TrainedLanguage {
  const path = `@tesseract.js-data/${name}/4.0.0_best_int/${name}.traineddata.gz`
  for (const from of [import.meta.url, pathToFileURL(join(process.cwd(), 'package.json')).href]) {
    try {
      const file = createRequire(from).resolve(path)
      if (existsSync(file)) return { name, file }
    } catch {
      // Not installed there.
    }
  }
  throw new UsageError(
    `--ocr: there is no data for the language "${name}". Install it (npm install @tesseract.js-data/${name}), or name a folder that holds ${name}.traineddata.`,
  )
}
