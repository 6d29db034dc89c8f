import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The repository's folder. */
export const ROOT = join(import.meta.dirname, '..')

/** One fenced block of a page. */
export interface Example {
  page: string
  language: string
  code: string
  /** Where the block begins, from 1. */
  line: number
}

/** The fenced blocks of one of the repository's pages, in order. */
export function examplesOf(page: string): Example[] {
  const text = readFileSync(join(ROOT, page), 'utf8')
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gmu)].map(({ 1: language = '', 2: code = '', index }) => ({
    page,
    language,
    code,
    line: text.slice(0, index).split('\n').length,
  }))
}

/** The statements of a block of SQL: each ends with a semicolon at a line's end. */
export function statementsOf(code: string): string[] {
  return code
    .split(/;[ \t]*$/mu)
    .map((statement) => statement.trim())
    .filter(Boolean)
}
