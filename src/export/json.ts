import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
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
  yield first ? ']' : '\n]'
}

/** All views as one JSON object, `{"documents": [...], ...}`, piece by piece. */
export function* viewsToJson(store: Store): Generator<string> {
  yield '{'
  for (const [index, view] of VIEW_NAMES.entries()) {
    yield `${index ? ',\n' : '\n'}${JSON.stringify(view)}: `
    yield* viewToJson(store, view)
  }
  yield '\n}\n'
}

/** Writes one file a view, `recommendations.json`, into `folder`, and gives their paths. Each file is whole or as it was before. */
export function exportJson(store: Store, folder: string): string[] {
  mkdirSync(folder, { recursive: true })
  return VIEW_NAMES.map((view) => {
    const path = join(folder, `${view}.json`)
    writeAtomically(path, viewToJson(store, view))
    return path
  })
}

/** Rows are gathered to pieces of this many characters, so that a large view is not a system call a row. */
const PIECE_CHARS = 65_536

/** Writes `pieces` beside the file and puts it in its place when it is whole. */
function writeAtomically(path: string, pieces: Iterable<string>): void {
  const draft = `${path}.${process.pid}.part`
  const file = openSync(draft, 'w')
  try {
    let piece = ''
    for (const text of pieces) {
      piece += text
      if (piece.length < PIECE_CHARS) continue
      writeSync(file, piece)
      piece = ''
    }
    writeSync(file, `${piece}\n`)
    fsyncSync(file)
    closeSync(file)
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}
