import { z } from 'zod'
import { UsageError } from '../schema/errors.ts'
import { type TaughtWord, taughtWordSchema } from '../schema/taught-words.ts'

/**
 * The words of a vocabulary file: JSON lines, one word a line, or one JSON array of words. Lines that are empty are passed
 * over. Throws `UsageError` that names the line where it is neither, or a word does not fit; `name` is what the file is called.
 */
export function readWordsFile(text: string, name: string): TaughtWord[] {
  const plain = text.replace(/^\uFEFF/u, '')
  return plain.trimStart().startsWith('[') ? readArray(plain, name) : readLines(plain, name)
}

function readLines(text: string, name: string): TaughtWord[] {
  return text.split(/\r?\n/u).flatMap((line, index) => {
    if (line.trim() === '') return []
    return [toWord(parseJson(line, name, index), name, index + 1)]
  })
}

function readArray(text: string, name: string): TaughtWord[] {
  const values = parseJson(text, name, 0)
  if (!Array.isArray(values)) throw new UsageError(`${name} is neither lines of JSON nor one JSON array.`)
  const lines = linesOfEntries(text)
  return values.map((value, index) => toWord(value, name, lines[index] ?? 1))
}

/** JSON.parse, whose error is said to be on line `above` + its own. */
function parseJson(text: string, name: string, above: number): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const at = /position (\d+)/u.exec(String(error))?.[1]
    const line = above + (at === undefined ? text : text.slice(0, Number(at))).split('\n').length
    throw new UsageError(`${name}, line ${line}: this is not JSON. ${EXAMPLE}`)
  }
}

const EXAMPLE = 'A word is written {"kind": "column", "word": "Delivery note", "means": "progress", "council": null}.'

function toWord(value: unknown, name: string, line: number): TaughtWord {
  const parsed = taughtWordSchema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new UsageError(`${name}, line ${line}: ${z.prettifyError(parsed.error).replaceAll(/\s*\n\s*/gu, ' ')}. ${EXAMPLE}`)
}

/** The lines, from 1, on which the entries of an array begin. */
function linesOfEntries(text: string): number[] {
  const lines: number[] = []
  let [line, depth] = [1, 0]
  for (const [token] of text.matchAll(/"(?:\\.|[^"\\])*"|[[\]{}\n]|[^\s"[\]{},:]+/gu)) {
    if (token === '\n') {
      line++
      continue
    }
    if (depth === 1 && token !== ']' && token !== '}') lines.push(line)
    if (token === '[' || token === '{') depth++
    else if (token === ']' || token === '}') depth--
  }
  return lines
}
