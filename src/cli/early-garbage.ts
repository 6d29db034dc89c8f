import { setFlagsFromString } from 'node:v8'

/** Garbage is collected when it is as much as what is in use, in percent. */
const GARBAGE_PERCENT = 100

/**
 * Lets V8 collect garbage early, in this process and the threads that it starts. The heaps of threads may grow well beyond their
 * limit, and what is measured against that would otherwise be garbage for the most part. It is a matter of the whole process, so
 * the command decides it, and the library does not.
 */
export function collectGarbageEarly(): void {
  setFlagsFromString(`--heap-growing-percent=${GARBAGE_PERCENT}`)
}
