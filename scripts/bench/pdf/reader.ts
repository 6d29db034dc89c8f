/** One way to read PDFs, ready to be asked for file after file. */
export interface Reader {
  /** How many files may be asked for at a time. */
  lanes: number
  /** Reads one file as the tool's own documents tell to. Throws where it cannot. */
  read: (path: string, lane: number) => Promise<unknown>
  /** The letters of what `read` gave: a reader that skips its work shows here. */
  lettersOf: (result: unknown) => number
  /** Peak resident memory in MB of all processes that took part in reading the files. */
  peak: (files: readonly string[]) => number
  close: () => void
}

/** The letters of a text, white space aside. */
export const lettersIn = (text: string): number => text.replace(/\s+/gu, '').length

/** This process's peak resident memory in MB, all its threads included. */
export const ownPeak = (): number => process.resourceUsage().maxRSS / 1024
