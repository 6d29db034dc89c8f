/** Letters and digits, with how often each appears somewhere. */
export type Letters = Map<string, number>

/** The letters and digits of a text, in their plain forms (NFKC): ligatures, full-width forms and small capitals count as what they stand for. */
export function lettersOf(text: string): Letters {
  const letters: Letters = new Map()
  for (const letter of text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]/gu) ?? [])
    letters.set(letter, (letters.get(letter) ?? 0) + 1)
  return letters
}

/** How many letters there are. */
export function countOf(letters: Letters): number {
  return [...letters.values()].reduce((sum, count) => sum + count, 0)
}

/** The letters of one set that are not in another. */
export function without(letters: Letters, others: Letters): Letters {
  const left: Letters = new Map()
  for (const [letter, count] of letters) {
    const rest = count - (others.get(letter) ?? 0)
    if (rest > 0) left.set(letter, rest)
  }
  return left
}

/** Letters as a word of them: "a3 k1". */
export function printed(letters: Letters): string {
  return [...letters].map(([letter, count]) => `${letter}${count}`).join(' ')
}
