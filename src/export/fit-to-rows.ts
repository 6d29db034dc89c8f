/**
 * A spreadsheet's row is at most 409 points high (Excel's limit); what a cell holds beyond that is neither shown nor
 * printed. So many lines of ten-point text are less than that.
 */
const LINES_AT_MOST = 28
/** A line of ten-point text, and what a row has above and below its lines. */
const LINE_PT = 13.5
const PADDING_PT = 4

/** A row of a sheet to print: its texts by column, and how high it has to be. */
export interface FittedRow {
  texts: string[]
  heightPt: number
}

/**
 * Texts of cells as one row, or as several where one of them has more lines than a row can show. `widths` are in
 * characters as a sheet counts them, the width of a digit: letters are narrower on the whole, so that a text takes as
 * many lines as are counted here or fewer. Programs do not agree on fitting rows to wrapped text, so rows are given a height.
 */
export function fitToRows(texts: readonly string[], widths: readonly number[]): FittedRow[] {
  const parts = texts.map((text, index) => linesToParts(textToLines(text, widths[index] ?? 1)))
  const count = Math.max(...parts.map(({ length }) => length))
  return Array.from({ length: count }, (_, row) => {
    const cells = parts.map((part) => part[row] ?? [])
    const lines = Math.max(1, ...cells.map(({ length }) => length))
    return { texts: cells.map(linesToText), heightPt: lines * LINE_PT + PADDING_PT }
  })
}

/** A line as a cell of some width shows it, and what is between it and the next: a blank, a line's end, or nothing within a word. */
interface Line {
  text: string
  end: ' ' | '\n' | ''
}

function textToLines(text: string, width: number): Line[] {
  return text.split('\n').flatMap((paragraph): Line[] => {
    const lines: Line[] = []
    for (const word of paragraph.split(/\s+/u).filter(Boolean)) {
      const last = lines.at(-1)
      if (last && last.text.length + 1 + word.length <= width) last.text += ` ${word}`
      else lines.push(...wordToLines(word, width))
    }
    return lines.map((line, index) => (index === lines.length - 1 ? { ...line, end: '\n' } : line))
  })
}

/** A word that is longer than a line is shown in several. */
function wordToLines(word: string, width: number): Line[] {
  const count = Math.ceil(word.length / width)
  return Array.from({ length: count }, (_, index) => ({
    text: word.slice(index * width, (index + 1) * width),
    end: index === count - 1 ? ' ' : '',
  }))
}

function linesToParts(lines: readonly Line[]): Line[][] {
  return Array.from({ length: Math.ceil(lines.length / LINES_AT_MOST) }, (_, part) =>
    lines.slice(part * LINES_AT_MOST, (part + 1) * LINES_AT_MOST),
  )
}

function linesToText(lines: readonly Line[]): string {
  return lines.map(({ text, end }, index) => (index === lines.length - 1 ? text : text + end)).join('')
}
