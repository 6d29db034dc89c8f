/** What fonts of signs draw for the low byte of a letter, as characters that any font has. What is not here is recognised by its private code. */
const SIGNS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  symbol: { 183: '\u2022', 45: '-', 190: '-', 163: '\u2264', 179: '\u2265', 176: '\u00b0', 177: '\u00b1', 174: '\u2192', 214: '\u221a' },
  wingdings: {
    108: '\u25cf',
    110: '\u25a0',
    111: '\u25a1',
    113: '\u2751',
    118: '\u2756',
    159: '\u2022',
    167: '\u25aa',
    168: '\u25a1',
    216: '\u27a2',
    224: '\u2192',
    232: '\u2192',
    251: '\u2717',
    252: '\u2713',
    253: '\u2612',
    254: '\u2611',
  },
  'wingdings 2': { 79: '\u2717', 80: '\u2713', 81: '\u2612', 82: '\u2611', 83: '\u2612', 84: '\u2612', 163: '\u25a1' },
  'wingdings 3': { 112: '\u25b2', 113: '\u25bc', 117: '\u25b6' },
  webdings: { 97: '\u2713', 114: '\u2717', 99: '\u25a1', 103: '\u25a0', 110: '\u25cf' },
}

/** The bullet and the dashes of Symbol. */
const SYMBOL_MARKS = new Set([183, 45, 190])
/** The private area repeats the 224 letters of a font of signs from here on. */
const PRIVATE = 0xf000

/** Whether letters in a font (its name in small letters) are drawn as signs. */
export function isSymbolFont(font: string | null): font is string {
  return font !== null && font in SIGNS
}

/** What a font of signs draws for a text: a tick for "\u00fc" in Wingdings. A sign without a name stays a letter of the private area, where such fonts have it. */
export function symbolText(text: string, font: string): string {
  return Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0
    // Letters beyond Latin and the private area are drawn by another font.
    if (/\s/u.test(letter) || (code > 0xff && (code < PRIVATE || code > PRIVATE + 0xff))) return letter
    return SIGNS[font]?.[code & 0xff] ?? String.fromCharCode(PRIVATE | (code & 0xff))
  }).join('')
}

/**
 * What a letter of the private area shows whose font is not known, as a character that any font has; any other letters as they are. It is
 * Wingdings', whose letters have no other code, or a bullet or dash of Symbol's, whose other letters most programs write as what they are.
 */
export function symbolOf(letters: string): string {
  const code = letters.codePointAt(0) ?? 0
  if (letters.length !== 1 || code < PRIVATE || code > PRIVATE + 0xff) return letters
  return SIGNS.wingdings?.[code & 0xff] ?? (SYMBOL_MARKS.has(code & 0xff) ? SIGNS.symbol?.[code & 0xff] : undefined) ?? letters
}
