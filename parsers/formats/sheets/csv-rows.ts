/**
 * The cells of a text row by row (RFC 4180 and its kin). A cell in quotes may hold separators, line ends and doubled quotes;
 * other quotes stand for themselves, and so do those of a cell that goes on after them. Never throws.
 */
export function csvRows(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  const isEnd = (position: number): boolean => position >= text.length || text[position] === separator || isLineEnd(text[position])
  while (at <= text.length) {
    const quoted = text[at] === '"' ? quotedCell(text, at, isEnd) : null
    if (quoted) {
      row.push(quoted.cell)
      at = quoted.end
    } else {
      const from = at
      while (!isEnd(at)) at++
      row.push(text.slice(from, at))
    }
    if (text[at] === separator) {
      at++
      continue
    }
    rows.push(row)
    row = []
    at += text.startsWith('\r\n', at) ? 2 : 1
    // The line end of the last row begins no other.
    if (at >= text.length) break
  }
  return rows
}

/** A cell in quotes and where it ends; null for one that goes on after its quotes, and where no quote ends it. */
function quotedCell(text: string, at: number, isEnd: (position: number) => boolean): { cell: string; end: number } | null {
  let quote = text.indexOf('"', at + 1)
  while (quote >= 0 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2)
  if (quote < 0) return null
  let end = quote + 1
  while (text[end] === ' ') end++
  return isEnd(end) ? { cell: text.slice(at + 1, quote).replaceAll('""', '"'), end } : null
}

const isLineEnd = (letter: string | undefined): boolean => letter === '\n' || letter === '\r'
