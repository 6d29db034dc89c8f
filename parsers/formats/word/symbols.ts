/** What fonts of signs draw for the low byte of a letter, as characters that any font has. What is not here is told by its private code. */
const SIGNS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  symbol: { 183: '\u2022', 45: '-', 163: '\u2264', 179: '\u2265', 176: '\u00b0', 177: '\u00b1', 174: '\u2192', 214: '\u221a' },
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

/** Whether letters in a font (its name in small letters) are drawn as signs. */
export function isSymbolFont(font: string | null): font is string {
  return font !== null && font in SIGNS
}

/** What a font of signs draws for a text: a tick for "\u00fc" in Wingdings. A sign without a name stays a letter of the private area, where such fonts have it. */
export function symbolText(text: string, font: string): string {
  return Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0
    // The private area repeats the font's 224 letters; other letters beyond Latin are drawn by another font.
    if (/\s/u.test(letter) || (code > 0xff && (code < 0xf000 || code > 0xf0ff))) return letter
    return SIGNS[font]?.[code & 0xff] ?? String.fromCharCode(0xf000 | (code & 0xff))
  }).join('')
}
