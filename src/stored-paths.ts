import type { KnownDocument } from './store/store.ts'

/** What became of the paths that led to a document before this import. */
interface Standing {
  /** The first, in order, that leads to it still; null where none does. */
  first: string | null
  /** Those that lead nowhere now. */
  gone: string[]
}

/**
 * The paths that led to documents before an import, each looked for once: a file of which there are ten thousand copies would else be
 * looked for ten thousand times for each of them.
 */
export class StoredPaths {
  readonly #isThere: (path: string) => boolean
  readonly #standings = new Map<string, Standing>()

  /** `isThere` says whether a stored path leads to something still. */
  constructor(isThere: (path: string) => boolean) {
    this.#isThere = isThere
  }

  /** The first path to a document, of those that lead there still and this one. */
  first(known: KnownDocument, path: string): string {
    const standing = this.#look(known)
    if (standing.first === null || path < standing.first) standing.first = path
    return standing.first
  }

  /** The paths, without this one, that led to a document and lead nowhere now. They are given once. */
  takeGone(known: KnownDocument, path: string): string[] {
    const standing = this.#look(known)
    const gone = standing.gone.filter((other) => other !== path)
    standing.gone = []
    return gone
  }

  #look(known: KnownDocument): Standing {
    const found = this.#standings.get(known.documentId)
    if (found) return found
    const [there, gone] = [true, false].map((is) => known.paths.filter((path) => this.#isThere(path) === is))
    const made = { first: there?.sort()[0] ?? null, gone: gone ?? [] }
    this.#standings.set(known.documentId, made)
    return made
  }
}
