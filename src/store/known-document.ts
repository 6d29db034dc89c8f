import type { DocumentStatus } from './save-document.ts'

/** What is stored of a document, as far as an import asks before it reads one again. */
export interface KnownDocument {
  documentId: string
  status: DocumentStatus
  kind: string
  title: string | null
  extractor: string
  /** By which taught words it was read: a digest, or null where none concerned it. */
  words: string | null
  /** The path it was read under. */
  originPath: string
  /** All paths that lead to it, in order; asked for anew each time. */
  readonly paths: string[]
  /** The rules of the errors it was stored with. */
  errors: string[]
  /** Of all that was read of it. */
  digest: string | null
}

/** What is stored of the file at a path. */
export interface KnownFile extends KnownDocument {
  /** Of the file as it was when it was last read, or null where that says too little. */
  stamp: string | null
}
