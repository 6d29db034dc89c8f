import type { Store } from '../store/store.ts'
import { counted } from './screen.ts'

const DOUBTS = `SELECT
    (SELECT count(*) FROM unlinked JOIN documents USING (document_id) WHERE review_id = ?) AS unlinked,
    (SELECT count(*) FROM diagnostics JOIN documents USING (document_id)
      WHERE review_id = ? AND severity IN ('error', 'warning') AND settled_by IS NULL AND superseded_by IS NULL) AS warnings`

/**
 * What somebody who hands out a review should look at first: an update that could not be linked is not in the hand-out, and
 * an older one is in its place. Null where nothing is in doubt.
 */
export function handoutDoubts(store: Store, reviewId: string): string | null {
  const { unlinked, warnings } = store.query(DOUBTS, reviewId, reviewId)[0] ?? {}
  const looks = [
    Number(unlinked) > 0 && `${counted(Number(unlinked), 'item')} of its papers linked to nothing, and so not in it`,
    Number(warnings) > 0 && counted(Number(warnings), 'warning'),
  ].filter((look) => typeof look === 'string')
  return looks.length ? `To look at before you hand it out: ${looks.join('; ')}` : null
}
