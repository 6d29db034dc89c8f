import type { Box } from '../../../../schema/place.ts'
import { areaOf, isMarkSized, isSpeck, middleOf, overlapArea } from '../page/boxes.ts'
import type { Fill, PageContent, Word } from '../page/page-content.ts'
import { isDrawnColour } from '../page/page-content.ts'
import { PAPER, THICK_BORDER_PT } from '../page/tolerances.ts'
import type { PageCell } from './page-table.ts'

/**
 * Gives the cells of a table, which is in `table`, their colours, and takes from their words the marks that say nothing but a
 * colour: a shape that is alone, or one before its words. Several before words of their own are a key, and stay.
 */
export function settleColours(cells: readonly PageCell[], table: Box, paint: Paint): void {
  const meets = (box: Box) => box[0] < table[2] && box[2] > table[0] && box[1] < table[3] && box[3] > table[1]
  const near = { fills: paint.fills.filter(({ box }) => meets(box)), marks: paint.marks.filter(({ box }) => meets(box)) }
  const drawn = [...paint.pictures, ...paint.drawings, ...paint.shadings].filter((box) => meets(box) && !isSpeck(box))
  for (const cell of cells) {
    const [mark, ...more] = cell.words.filter(isDrawnColour)
    // After words on its line it is the value of their label.
    const isValue = mark !== undefined && cell.words.some(({ base, x1 }) => base === mark.base && x1 <= mark.x0 + 1)
    const alone = more.length > 0 || isValue ? null : (mark?.colour ?? colouredMark(cell.words))
    if (alone) cell.words = mark ? cell.words.filter((word) => word !== mark) : []
    cell.fill = alone ?? fillOf(cell.box, near, cell.words)
    cell.picture =
      cell.words.length === 0 && cell.fill === null && drawn.some((box) => overlapArea(box, cell.box) >= INSIDE_SHARE * areaOf(box))
  }
}

/** What is painted on a page beside its words, and may be a cell's colour. */
export type Paint = Pick<PageContent, 'fills' | 'marks' | 'pictures' | 'drawings' | 'shadings'>

/** A cell's background is what covers at least this much of it. */
const FILL_SHARE = 0.5
/** A mark is in a cell with at least this much of itself. */
const INSIDE_SHARE = 0.95
/** Marks of one cell, as the lamps of a traffic light, differ by no more than this in size. */
const SAME_SIZE_PT = 1

/**
 * The colour that a cell is seen in, "#rrggbb": of the one mark in it where it has no words, else of the last fill that
 * covers it, or its words; null where that is the page's white.
 */
function fillOf(box: Box, { fills, marks }: Pick<Paint, 'fills' | 'marks'>, words: readonly Word[] = []): string | null {
  const [x, y] = [
    words.reduce((sum, word) => sum + (word.x0 + word.x1) / 2, 0) / words.length,
    words.reduce((sum, word) => sum + middleOf(word), 0) / words.length,
  ]
  const ground = fills.findLastIndex((fill) => {
    if (overlapArea(fill.box, box) >= FILL_SHARE * areaOf(box)) return true
    return (
      words.length > 0 &&
      fill.box[3] - fill.box[1] >= box[3] - box[1] - 4 &&
      x > fill.box[0] &&
      x < fill.box[2] &&
      y > fill.box[1] &&
      y < fill.box[3]
    )
  })
  // What is painted on a cell's ground is nearer to the reader than the ground, which a whole row may share.
  const mark = words.length === 0 ? markIn(box, [...fills.slice(ground + 1), ...marks]) : null
  const colour = mark ?? fills[ground]?.colour ?? null
  return colour === PAPER ? null : colour
}

/** Discs, squares and triangles, which say nothing but by their colour. */
const SHAPE = /^[\u25a0\u25aa\u25b2\u25bc\u25c6\u25cf\u2b1b\u2b24\u2022\u26ab]$/u
/** The least difference between the strongest and the weakest of a colour's parts, of 255, that makes it one. */
const COLOURED = 64

/** Whether a colour is more than a shade of grey. */
function isColour(colour: string): boolean {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  return Math.max(...parts) - Math.min(...parts) >= COLOURED
}

/** The colour of a shape that is alone in a cell, set as a letter; null for one in black or grey, and for words. */
function colouredMark(words: readonly Word[]): string | null {
  const [mark] = words
  return mark && words.length === 1 && SHAPE.test(mark.text) && isColour(mark.colour) ? mark.colour : null
}

/**
 * The colour of the marks in a cell without words: of a square or disc that is drawn in it. Of several lamps, the one that is
 * lit: the others are grey.
 */
function markIn(box: Box, painted: readonly Fill[]): string | null {
  const inside = painted.filter(
    (fill) => fill.colour !== PAPER && isMarkSized(fill.box) && overlapArea(fill.box, box) >= INSIDE_SHARE * areaOf(fill.box),
  )
  const colours = new Set(inside.map(({ colour }) => colour))
  const [only] = colours
  if (colours.size === 1) return only ?? null
  const lit = [...colours].filter(isColour)
  return lit.length === 1 && areAlike(inside) ? (lit[0] ?? null) : null
}

function areAlike(marks: readonly Fill[]): boolean {
  const widths = marks.map(({ box }) => box[2] - box[0])
  return Math.max(...widths) - Math.min(...widths) <= SAME_SIZE_PT
}

/** A thick border on a cell's left keeps to the cell's height but for this much. */
const BORDER_OFF_PT = 3

/**
 * Gives cells without words and colour that of a thick border on their left, or of a bar that fills part of them, where it differs
 * from row to row: a border of one colour all the way down is how the table is ruled, and bars of one colour say something by
 * their length.
 */
export function barColours(cells: readonly PageCell[], fills: readonly Fill[]): void {
  const bars = fills.filter(({ box, colour }) => !isMarkSized(box) && isColour(colour))
  if (bars.length === 0) return
  const found = cells.flatMap((cell) => {
    if (cell.words.length > 0 || cell.fill !== null) return []
    const inside = bars.filter(({ box }) => !isSpeck(box) && overlapArea(box, cell.box) >= INSIDE_SHARE * areaOf(box))
    const own = new Set((inside.length > 0 ? inside : bars.filter(({ box }) => isBorderOf(box, cell.box))).map(({ colour }) => colour))
    const [colour] = own
    if (inside.length > 0) cell.picture = true
    return colour !== undefined && own.size === 1 ? [{ cell, colour }] : []
  })
  for (const { cell, colour } of found)
    if (found.some((other) => other.cell.col === cell.col && other.colour !== colour)) Object.assign(cell, { fill: colour, picture: false })
}

function isBorderOf(bar: Box, [x0, top, , bottom]: Box): boolean {
  const isBeside = bar[2] - bar[0] <= THICK_BORDER_PT && bar[0] <= x0 + 1 && bar[2] >= x0 - 1
  return isBeside && Math.abs(bar[1] - top) <= BORDER_OFF_PT && Math.abs(bar[3] - bottom) <= BORDER_OFF_PT
}
