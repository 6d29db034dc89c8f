/** A line that says about itself that it is a heading or bold, as conversions to Markdown-like text write it. */
export interface MarkedHeading {
  /** 1 to 6 for "#" to "######", null for a line set in bold. */
  level: number | null
}

const HASHES = /^\s*(#{1,6})\s+\S/u
/** A line between two stars or two underscores, with none in it. */
const BOLD_LINE = /^\s*(?:\*\*(?=\S)[^*]{1,300}\*\*|__(?=\S)[^_]{1,300}__)\s*$/u

/** What a line is marked as, or null. */
export function markedHeading(text: string): MarkedHeading | null {
  const head = text.slice(0, 320)
  const hashes = HASHES.exec(head)?.[1]
  if (hashes) return { level: hashes.length }
  return text.length <= 320 && BOLD_LINE.test(text) ? { level: null } : null
}
