let works = 0

/**
 * Takes a rejection that nobody waits for. pdfjs fetches ahead what a damaged file then does not hold, and leaves such
 * promises to themselves; what it makes of the file does not depend on them. Any other is a bug, and ends the thread as
 * it would have, unless somebody else listens.
 */
export function takeLeftRejection(error: unknown): void {
  if (error instanceof Error && error.stack?.includes('pdfjs-dist')) return
  if (process.listeners('unhandledRejection').every((listener) => listener === takeLeftRejection)) throw error
}

/** Does work of which pdfjs may leave rejections behind, in a process that they must not end. */
export async function takingLeftRejections<T>(work: () => Promise<T>): Promise<T> {
  if (works++ === 0) process.on('unhandledRejection', takeLeftRejection)
  try {
    return await work()
  } finally {
    // What is rejected by now is reported when the promises at hand have settled.
    setImmediate(() => {
      if (--works === 0) process.off('unhandledRejection', takeLeftRejection)
    })
  }
}
