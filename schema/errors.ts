/** Why a file could not be read: the word that `diagnostics.rule` carries. */
export type UnreadableReason =
  | 'empty-file'
  | 'binary-file'
  | 'unknown-format'
  | 'no-access'
  | 'encrypted'
  | 'damaged'
  | 'error-page'
  | 'no-text-layer'
  | 'unsupported-feature'
  | 'too-large'

/** A file that cannot be read. Caught once, in `src/import.ts`; the run goes on. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError'
  readonly reason: UnreadableReason
  constructor(reason: UnreadableReason, message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}

/** A command that cannot be carried out as it was given: one line on stderr, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** A database that does not fit: another program's, a newer version's, locked. One line on stderr, exit code 2. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
}
