/** So many texts are remembered before all are forgotten: a paper's own lines, not those of an archive. */
const MOST_REMEMBERED = 4000
/** What is longer is seldom read twice, and takes room. */
const LONGEST_REMEMBERED = 3000

/** A reading of texts that reads each text once: many ask the same line what it is. What is read must not be changed by who asks. */
export function remembering<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    if (text.length > LONGEST_REMEMBERED) return read(text)
    const found = known.get(text)
    if (found !== undefined || known.has(text)) return found as T
    const made = read(text)
    if (known.size >= MOST_REMEMBERED) known.clear()
    known.set(text, made)
    return made
  }
}
