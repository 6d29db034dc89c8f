/** How far one document may go before it is given up: nothing that a file holds may stop the others. */
export interface Limits {
  /** Seconds that reading it may take. */
  seconds: number
  /** Megabytes (2^20 bytes) that its file may have, and that reading it may take. */
  megabytes: number
  /** Pages that are read of it; those after them are left, and said to be. */
  pages: number
}

/** Enough for the pack of a full council's meeting on a slow machine; as many pages fit into the memory. */
export const DEFAULT_LIMITS: Limits = { seconds: 120, megabytes: 1024, pages: 2000 }

/** The rules that a document is reported by when it goes beyond a limit, and that wider limits may repair. */
export const LIMIT_RULES: ReadonlySet<string> = new Set(['time-limit', 'memory-limit', 'page-limit', 'too-large'])
