import type { Store } from '../store/store.ts'
import { VIEW_NAMES, type ViewName } from '../store/views.ts'

/** A view as a JSON array, piece by piece, one row a line. */
export function* viewToJson(store: Store, view: ViewName): Generator<string> {
  let first = true
  yield '['
  for (const row of store.iterate(view)) {
    yield `${first ? '\n' : ',\n'}${JSON.stringify(row)}`
    first = false
  }
  yield first ? ']\n' : '\n]\n'
}

/** A view as JSON Lines: one row an object, one object a line. */
export function* viewToJsonl(store: Store, view: ViewName): Generator<string> {
  for (const row of store.iterate(view)) yield `${JSON.stringify(row)}\n`
}

/** All views as one JSON object, `{"documents": [...], ...}`, piece by piece. */
export function* viewsToJson(store: Store): Generator<string> {
  yield '{'
  for (const [index, view] of VIEW_NAMES.entries()) {
    yield `${index ? ',' : ''}\n${JSON.stringify(view)}: `
    yield* viewToJson(store, view)
  }
  yield '}\n'
}
