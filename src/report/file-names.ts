import { hash } from 'node:crypto'
import type { Row } from '../store/database.ts'
import { rowText } from './rows.ts'

/** How many characters of an id are kept to be read; its end tells most ("…-2021-3-a"). */
const READABLE_CHARS = 48
/** Enough of a digest that two ids of one archive do not meet. */
const DIGEST_CHARS = 10

/** The first characters of a text's sha256, hexadecimal. */
export function shortDigest(text: string): string {
  return hash('sha256', text).slice(0, DIGEST_CHARS)
}

/**
 * A file name for an id: small letters, digits and hyphens only, never a device's name, different for ids that differ
 * only in case or marks, and the same at every run.
 */
export function slug(id: string): string {
  return [readableName(id), shortDigest(id)].filter(Boolean).join('-')
}

/** What of an id can be read in a file name; two ids may share it. */
export function readableName(id: string): string {
  return id
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(-READABLE_CHARS)
    .replace(/^-+|-+$/gu, '')
}

/** Paths of pages from the report's folder. `root` leads there from the page that links ("../"). */
export const pageOf = {
  front: (root = ''): string => `${root}index.html`,
  papers: (root = ''): string => `${root}papers.html`,
  look: (root = ''): string => `${root}look.html`,
  changes: (root = ''): string => `${root}changes.html`,
  charts: (root = ''): string => `${root}charts.html`,
  review: (id: string, root = ''): string => `${root}reviews/${slug(id)}.html`,
  recommendation: (id: string, root = ''): string => `${root}recommendations/${slug(id)}.html`,
  paper: (id: string, root = ''): string => `${root}papers/${slug(id)}/index.html`,
  picturePage: (id: string, page: number, root = ''): string => `${root}papers/${slug(id)}/page-${page}.html`,
  /** One that is not whole has another name, so that a later run does not keep it. */
  picture: (id: string, page: number, ending: string, isPartial = false): string =>
    `papers/${slug(id)}/page-${page}${isPartial ? '-in-part' : ''}.${ending}`,
}

/** The part of a path after its last slash. */
export function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
}

/** What a paper is called: its title, or else its file's name. */
export function paperTitle(document: Row | undefined): string {
  return rowText(document?.title) ?? fileName(rowText(document?.path) ?? 'A paper that is gone')
}
