import { statSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { UsageError } from '../schema/errors.ts'
import { findFiles } from './archive-files.ts'

/** How the files under some paths are watched. */
export interface WatchOptions {
  /** Absolute paths that do not count: what the import itself writes. */
  ignore: ReadonlySet<string>
  followLinks?: boolean | undefined
  /** Ends the watch. */
  signal: AbortSignal
  /** Waits between two looks for so many milliseconds, or until the signal ends it. */
  pause?: (milliseconds: number) => Promise<void>
}

const EVERY_MS = 1000
/** A look at a large archive takes time: it is no more than this share of the time. */
const LOOKING_SHARE = 0.05

/**
 * Yields once at the beginning and then whenever files under `paths` came, went or changed, and have been the same for two
 * looks: a file that is being copied grows from look to look. It looks at names, sizes and times itself, since the shared folders of
 * offices report no changes. What changes while the caller works is yielded next.
 */
export async function* watchFiles(paths: readonly string[], options: WatchOptions): AsyncGenerator<void> {
  const { signal, pause = (milliseconds) => setTimeout(milliseconds, undefined, { signal }).catch(() => {}) } = options
  let last = look(paths, options)
  let before = last
  yield
  while (!signal.aborted) {
    const began = performance.now()
    const now = look(paths, options)
    const looked = performance.now() - began
    if (now !== null && now !== last && now === before) {
      last = now
      yield
    }
    before = now
    await pause(Math.max(EVERY_MS, looked / LOOKING_SHARE))
  }
}

/** All files with their sizes and times; null while a path is not there, as when a drive is taken out. */
function look(paths: readonly string[], { ignore, followLinks }: WatchOptions): string | null {
  try {
    const files = findFiles(paths, { ignore, followLinks }).map(({ path }) => {
      const stats = statSync(path, { throwIfNoEntry: false })
      return `${path}\0${stats?.size} ${stats?.mtimeMs} ${stats?.ctimeMs}`
    })
    return files.join('\0')
  } catch (error) {
    if (error instanceof UsageError) return null
    throw error
  }
}
