/** What counts rows: "1", "2.3", "FR1". */
export const COUNTS = /^(?:[A-Z]{1,4}[ .]?)?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?[.):]?$/u

/** The number at the end of what counts a row: 3 in "R3." and in "2.3". */
export function countOf(text: string): { before: string; last: number } | null {
  const match = COUNTS.test(text) ? /^(.*?)(\d{1,3})[.):]?$/u.exec(text) : null
  return match ? { before: match[1] ?? '', last: Number(match[2]) } : null
}

/** Whether the number of a row is the next after another's. */
export function runsOn(above: string, below: string): boolean {
  const [a, b] = [countOf(above), countOf(below)]
  return a !== null && b !== null && a.before === b.before && b.last === a.last + 1
}
