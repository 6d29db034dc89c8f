/**
 * A spreadsheet's row is at most 409 points high (Excel's limit), some thirty lines of ordinary size; what a cell holds
 * beyond that is neither shown nor printed. A few lines are kept back, since programs break lines differently.
 */
const LINES_AT_MOST = 26

/** Texts of cells as one row, or as several where one of them has more lines than a row can show. `widths` are in characters. */
export function fitToRows(texts: readonly string[], widths: readonly number[]): string[][] {
  const parts = texts.map((text, index) => textToParts(text, widths[index] ?? 1))
  const count = Math.max(...parts.map(({ length }) => length))
  return Array.from({ length: count }, (_, row) => parts.map((part) => part[row] ?? ''))
}

/** A text in parts that are each at most `LINES_AT_MOST` lines, broken between words and only where it must be. */
function textToParts(text: string, width: number): string[] {
  const parts = ['']
  let lines = 1
  let filled = 0
  for (const [piece = '', end = ''] of pieces(text)) {
    const long = Math.ceil(piece.length / width)
    const fits = filled + piece.length <= width
    const more = filled === 0 ? long - 1 : fits ? 0 : long
    if (lines + more > LINES_AT_MOST && parts.at(-1)) {
      parts.push('')
      lines = Math.max(1, long)
      filled = 0
    } else lines += more
    parts[parts.length - 1] += piece + end
    filled = end.includes('\n') ? 0 : (more ? piece.length % width : filled + piece.length) + end.length
    if (end.includes('\n')) lines += 1
  }
  return parts.map((part) => part.trimEnd())
}

/** Words, each with the white space after it. */
function pieces(text: string): string[][] {
  return [...text.matchAll(/(\S+)(\s*)/gu)].map(([, word = '', space = '']) => [word, space])
}
