/**
 * A piece of a pattern that matches in any case, for patterns of which other pieces do not. Regular expressions have modifiers for
 * this, `(?i:…)`, but V8 13.6 forgets them when it compiles a pattern again, so that what a text says would depend on what was read
 * before it. Takes literal letters, classes and escapes.
 */
export function anyCase(source: string): string {
  return source.replace(/\\p\{[^}]*\}|\\.|\[[^\]]*\]|\p{L}/gu, (piece) => {
    if (piece.startsWith('\\')) return piece
    if (piece.startsWith('[')) return piece.replace(/\p{L}/gu, bothCases)
    return `[${bothCases(piece)}]`
  })
}

const bothCases = (letter: string) => `${letter.toUpperCase()}${letter.toLowerCase()}`

/** Words as names are printed, each with a capital. */
export function inCapitals(words: readonly string[]): string[] {
  return words.map((word) => word.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase()))
}
