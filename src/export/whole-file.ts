import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/** Rows are gathered to pieces of this many characters, so that a large view is not a system call a row. */
const PIECE_CHARS = 65_536

/** Writes `pieces` beside the file and puts it in its place when it is whole: it is there in full, or as it was before. */
export function writeWhole(path: string, pieces: Iterable<string>): void {
  const file = openDraft(path)
  try {
    let piece = ''
    for (const text of pieces) {
      piece += text
      if (piece.length < PIECE_CHARS) continue
      writeFileSync(file.handle, piece)
      piece = ''
    }
    writeFileSync(file.handle, piece)
    file.keep()
  } finally {
    file.close()
  }
}

/** The same for bytes that are at hand. */
export function writeWholeBytes(path: string, bytes: Uint8Array): void {
  const file = openDraft(path)
  try {
    writeFileSync(file.handle, bytes)
    file.keep()
  } finally {
    file.close()
  }
}

interface Draft {
  handle: number
  /** Puts what was written in the file's place. */
  keep: () => void
  /** Lets go of the draft, and takes it away where it was not kept. */
  close: () => void
}

function openDraft(path: string): Draft {
  const draft = `${path}.${process.pid}.part`
  const handle = openSync(draft, 'w')
  let open = true
  const release = (): void => {
    if (open) closeSync(handle)
    open = false
  }
  return {
    handle,
    keep: () => {
      fsyncSync(handle)
      release()
      renameSync(draft, path)
    },
    close: () => {
      release()
      rmSync(draft, { force: true })
    },
  }
}
