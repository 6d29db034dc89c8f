import type { Line } from '../lines/line.ts'
import { middle } from '../lines/line.ts'
import { COLUMN_GAP_LEAST_EM, lineToChunks } from '../lines/line-to-chunks.ts'
import { linesToColumns } from '../lines/lines-to-columns.ts'
import { OUTSIDE_PT, SAME_JOINT_PT, SHORT_RULES_LEAST } from '../page/tolerances.ts'
import { withoutTitles } from '../rows/row-titles.ts'
import type { Frame } from '../rules/edges-to-frames.ts'
import { positions } from '../rules/edges-to-frames.ts'

/** A border between columns or rows. */
export interface Border {
  at: number
  /** Drawn, or seen by the white between text only. */
  drawn: boolean
}

/** A channel parts a column only if this many of its lines have text on both sides: of a column that upright rules already part from others, and of a frame of level rules alone. */
const BOTH_SIDES_LATTICE = 0.5
const BOTH_SIDES_RULES = 0.05

/** The lines' first chunks are labels of a list: what looks like a column is only their indent. */
const LABEL = /^([•▪●○·*–-]|o|\(?([a-z]|\d{1,3})[).]|\(?[ivxlc]+[).]|\d+(\.\d+)+\.?)$/iu

/** The columns of a frame: those that are drawn, and those that white channels show between them. */
export function frameColumns(frame: Frame, lines: readonly Line[]): Border[] {
  const joints = jointsOf(frame)
  const share = frame.xs.length > 2 || joints.length > 0 ? BOTH_SIDES_LATTICE : BOTH_SIDES_RULES
  const borders: Border[] = []
  const bands = linesByBand(frame, lines)
  const untitled = withoutTitles(lines)
  frame.xs.forEach((x, i) => {
    borders.push({ at: x, drawn: true })
    const next = frame.xs[i + 1]
    if (next === undefined) return
    const inner = joints.filter((at) => at > x + OUTSIDE_PT && at < next - OUTSIDE_PT)
    const starts = positions([...shortRulesFrom(frame, x, next), ...inner])
    for (const start of starts) borders.push({ at: start, drawn: false })
    for (const [j, to] of [...starts, next].entries()) {
      const from = starts[j - 1] ?? x
      for (const at of linesToColumns(untitled, from, to))
        if (isColumnBorder(at, from, to, bands, share)) borders.push({ at, drawn: false })
    }
  })
  return withoutSigns(
    borders.sort((a, b) => a.at - b.at),
    lines,
  )
}

/** So many rules that begin at one place begin at a column's border where upright rules show where all others do. */
const SHORT_RULES_RULED = 2

/** Where several rules begin between two borders: people leave the labels of a table outside of its rules. */
function shortRulesFrom(frame: Frame, from: number, to: number): number[] {
  const short = frame.edges.filter((edge) => edge.across && edge.from > from + OUTSIDE_PT && edge.from < to - OUTSIDE_PT && edge.to >= to)
  return positions(short.map((edge) => edge.from)).filter(
    (at) =>
      positions(short.filter((edge) => Math.abs(edge.from - at) < OUTSIDE_PT).map((edge) => edge.at)).length >=
      (frame.xs.length > 2 ? SHORT_RULES_RULED : SHORT_RULES_LEAST),
  )
}

/** Level rules are drawn cell by cell where the pieces of so many of them, and of so many of all, meet at one place. */
const JOINED_LEAST = 2
const JOINED_SHARE = 0.6

/**
 * Where the pieces of a frame's level rules meet: word processors and browsers draw the border of each cell by itself.
 * None where upright rules show the columns.
 */
function jointsOf({ edges }: Frame): number[] {
  if (edges.some((edge) => !edge.across)) return []
  const level = edges.filter((edge) => edge.across)
  return positions(level.flatMap(({ joints }) => joints ?? [])).filter((at) => {
    const over = level.filter((edge) => edge.from < at && edge.to > at)
    const joined = over.filter(({ joints }) => joints?.some((joint) => Math.abs(joint - at) <= SAME_JOINT_PT))
    return joined.length >= JOINED_LEAST && joined.length >= JOINED_SHARE * over.length
  })
}

/** Signs that belong to the figures on their right, and on their left. */
const SIGN_BEFORE = /^[$£€(]+$/u
const SIGN_AFTER = /^[%)*†‡]+$/u

/** Borders without those that part a column of nothing but signs from its figures. */
function withoutSigns(borders: readonly Border[], lines: readonly Line[]): Border[] {
  const only = (from: Border | undefined, to: Border | undefined, sign: RegExp) => {
    const words = lines.flatMap((line) => line.words.filter((word) => word.x0 >= (from?.at ?? 0) - 1 && word.x1 <= (to?.at ?? 0) + 1))
    return words.length > 0 && words.every((word) => sign.test(word.text))
  }
  return borders.filter(
    (border, i) => border.drawn || !(only(borders[i - 1], border, SIGN_BEFORE) || only(border, borders[i + 1], SIGN_AFTER)),
  )
}

/** Rules under so many rows show what is beside what, also where no two cells have a line in common. */
export const BANDS_LEAST = 4

/** The lines between each two rules, where there are enough of them and few hold many lines; else each line by itself. */
function linesByBand(frame: Frame, lines: readonly Line[]): Line[][] {
  const bands = frame.ys.slice(1).map((bottom, i) => lines.filter((line) => middle(line) >= (frame.ys[i] ?? 0) && middle(line) < bottom))
  const filled = bands.filter((band) => band.length > 0)
  return filled.length >= BANDS_LEAST ? filled : lines.map((line) => [line])
}

/** Whether lines, or bands of lines, have text on both sides of a channel, and not only a list's labels before it. */
function isColumnBorder(at: number, from: number, to: number, bands: readonly Line[][], share: number): boolean {
  let both = 0
  let any = 0
  let labels = 0
  let headed = false
  for (const band of bands) {
    const inside = band
      .flatMap((line) => lineToChunks(line, COLUMN_GAP_LEAST_EM))
      .filter((chunk) => chunk.x0 >= from - 1 && chunk.x1 <= to + 1)
    if (inside.length === 0) continue
    any++
    const left = inside.filter((chunk) => chunk.x1 <= at)
    if (left.length === 0 || left.length === inside.length) continue
    both++
    const isLabel = LABEL.test(left.map((chunk) => chunk.words.map((word) => word.text).join(' ')).join(' '))
    // Labels under a word of their own ("Ref") are a column.
    if (both === 1 && any === 1) headed = !isLabel
    if (isLabel && inside.length - left.length < 2) labels++
  }
  return both >= 2 && both >= share * any && (headed || labels < 0.8 * both)
}
