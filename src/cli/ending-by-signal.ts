/** What a person or a service manager ends a program with. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/**
 * Aborts the signal that it gives when the process is told to end, and says `words` on standard error. A second time the
 * system's own answer holds, and the process ends at once, however soon that comes. `release` lets go of it.
 */
export function endingBySignal(words: string, onEnd: () => void = () => {}): { signal: AbortSignal; release: () => void } {
  const stop = new AbortController()
  const release = (): void => {
    for (const signal of SIGNALS) process.off(signal, end)
  }
  const end = (): void => {
    release()
    process.stderr.write(words)
    onEnd()
    stop.abort()
  }
  for (const signal of SIGNALS) process.on(signal, end)
  return { signal: stop.signal, release }
}
