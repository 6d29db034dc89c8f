import type { Correction, CorrectionRow } from '../schema/corrections.ts'
import { correctArchive } from './corrections/correct-archive.ts'
import { appendCorrections, correctionsPath } from './corrections/correction-file.ts'
import { linkedBy, storedCorrections } from './linker.ts'
import type { Store } from './store/store.ts'

/** What linking anew came to. */
export interface Relinked {
  /** Rows of links that were written or taken away. */
  written: number
  removed: number
  corrections: CorrectionRow[]
}

/** Links all that is stored anew, with every correction replayed. Throws `StoreError` for a line of theirs that cannot be read. */
export function relink(store: Store): Relinked {
  return relinkWith(store, () => storedCorrections(store))
}

/**
 * The same with more corrections, which are written to the file if `accept` does not throw over what became of them.
 * Either all of it is stored, tables and file, or nothing.
 */
export function relinkWithMore(store: Store, more: readonly Correction[], accept: (rows: CorrectionRow[]) => void): Relinked {
  const ids = new Set(more.map(({ id }) => id))
  const path = correctionsPath(store.path)
  let takeBack = (): void => {}
  const link = (): Relinked =>
    relinkWith(
      store,
      () => [...storedCorrections(store), ...more],
      ({ corrections }) => {
        accept(corrections.filter(({ correctionId }) => ids.has(correctionId)))
        if (path !== null) takeBack = appendCorrections(path, more)
      },
    )
  try {
    return link()
  } catch (error) {
    takeBack() // what could not be stored after the lines were written was not said
    throw error
  }
}

function relinkWith(store: Store, corrections: () => Correction[], then: (result: Relinked) => void = () => {}): Relinked {
  const result: Relinked = { written: 0, removed: 0, corrections: [] }
  const changes = store.relink(
    (documents) => {
      const replayed = corrections()
      const archive = correctArchive({ documents, documentIds: store.documentIds() }, replayed)
      result.corrections = archive.corrections
      return { ...archive, by: linkedBy(replayed) }
    },
    () => then(result),
  )
  return { ...result, ...changes }
}
