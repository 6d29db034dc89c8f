import type { Store } from '../store/store.ts'
import type { ViewName } from '../store/views.ts'
import { EVERYTHING, type Selection } from './selection.ts'

/** A view as a JSON array, piece by piece, one row a line. */
export function* viewToJson(store: Store, view: ViewName, reviewId: string | null = null): Generator<string> {
  let first = true
  yield '['
  for (const row of store.iterate(view, reviewId)) {
    yield `${first ? '\n' : ',\n'}${JSON.stringify(row)}`
    first = false
  }
  yield first ? ']\n' : '\n]\n'
}

/** A view as JSON Lines: one row an object, one object a line. */
export function* viewToJsonl(store: Store, view: ViewName, reviewId: string | null = null): Generator<string> {
  for (const row of store.iterate(view, reviewId)) yield `${JSON.stringify(row)}\n`
}

/** Views as one JSON object, `{"documents": [...], ...}`, piece by piece. */
export function* viewsToJson(store: Store, { views, reviewId }: Selection = EVERYTHING): Generator<string> {
  yield '{'
  for (const [index, view] of views.entries()) {
    yield `${index ? ',' : ''}\n${JSON.stringify(view)}: `
    yield* viewToJson(store, view, reviewId)
  }
  yield '}\n'
}
