import { colourName } from '../../schema/colours.ts'
import { type Cell, cellPassage, type Passage, type Table } from '../../schema/document.ts'
import { COLOURS, KEY_NAMES } from '../../schema/vocabulary/grades.ts'
import { foldWords } from '../recognise/fold.ts'
import { statusOfGrade } from '../recognise/grades.ts'
import { cellAt, LONGEST_LABEL, type PrintedGrade, printedGrade } from './printed-grade.ts'

/** Fewer colours are not a key that needs no name. */
const LEAST_COLOURS = 3
/** Colours beside words may be anything's: at least so many of them must mention progress. */
const LEAST_TELLING = 2

/**
 * A key of colours side by side, in words or as fills: each over what it means, before it, or after it in the same cell. It
 * needs no name. Null where the table has none.
 */
export function scaleOfColours(table: Table): { grades: PrintedGrade[]; rows: Set<readonly Cell[]> } | null {
  for (const [index, row] of table.rows.entries()) {
    const below = table.rows[index + 1]
    const across = below ? coloursAcross(row, below) : null
    if (across && below) return { grades: across, rows: new Set([row, below]) }
    const cells = withoutName(row)
    const beside = coloursBeside(cells) ?? coloursWithin(cells)
    if (beside) return { grades: beside, rows: new Set([row]) }
  }
  const cells = table.rows.map(withoutName)
  const down = cells.every(({ length }) => length === 1) ? coloursWithin(cells.flat()) : null
  return down ? { grades: down, rows: new Set(table.rows) } : null
}

/** Colours side by side, in words or as fills, each over what it means. */
function coloursAcross(above: readonly Cell[], below: readonly Cell[]): PrintedGrade[] | null {
  const grades = above.map((cell): PrintedGrade | null => {
    const [word, meaning] = [cellPassage(cell), cellAt(below, cell.col)]
    const colour = word.text === '' && cell.fill ? colourName(cell.fill) : COLOURS.includes(word.text.toLowerCase()) ? word.text : null
    return colour && isMeaning(meaning) ? colourGrade(colour, word, meaning) : null
  })
  const known = grades.filter((grade) => grade !== null)
  return known.length === above.length && known.length >= LEAST_COLOURS && known.some(({ grade }) => grade.status !== null) ? known : null
}

/** Cells of a colour and cells of words by turns: each colour before what it means. */
function coloursBeside(cells: readonly Cell[]): PrintedGrade[] | null {
  if (cells.length % 2 !== 0) return null
  return toKey(
    cells.flatMap((cell, at) =>
      at % 2 === 0 ? [{ fill: cell.fill, word: cellPassage(cell), meaning: cellPassage(cells[at + 1] ?? cell) }] : [],
    ),
  )
}

/** Cells of words, each on a colour of its own, or after a mark in it. */
const coloursWithin = (cells: readonly Cell[]): PrintedGrade[] | null =>
  toKey(cells.map((cell) => ({ fill: cell.fill, word: { text: '', runs: [] }, meaning: cellPassage(cell) })))

function toKey(entries: readonly { fill: string | null; word: Passage; meaning: Passage }[]): PrintedGrade[] | null {
  const grades = entries.flatMap(({ fill, word, meaning }) => {
    const colour = fill && word.text === '' ? colourName(fill) : null
    return colour && isMeaning(meaning) ? [colourGrade(colour, word, meaning)] : []
  })
  const distinct = new Set(grades.map(({ grade }) => grade.label)).size === entries.length
  const telling = grades.filter(({ grade }) => grade.status !== null).length
  return distinct && entries.length >= LEAST_COLOURS && telling >= LEAST_TELLING ? grades : null
}

/** A row's cells that hold anything, without the name of the key before them. */
function withoutName(row: readonly Cell[]): readonly Cell[] {
  const [first, ...rest] = row.filter(({ blocks, fill }) => blocks.length > 0 || fill !== null)
  if (!first) return []
  return KEY_NAMES.includes(foldWords(cellPassage(first).text)) ? rest : [first, ...rest]
}

const isMeaning = ({ text }: Passage) => text !== '' && text.length <= LONGEST_LABEL

function colourGrade(colour: string, word: Passage, meaning: Passage): PrintedGrade {
  const grade = printedGrade(null, word, meaning)
  return { ...grade, grade: { ...grade.grade, label: colour, status: statusOfGrade(colour, meaning.text) } }
}
