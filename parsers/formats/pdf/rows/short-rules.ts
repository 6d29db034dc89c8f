import type { Line } from '../lines/line.ts'
import { middle, middleOfLines } from '../lines/line.ts'
import { lineToChunks } from '../lines/line-to-chunks.ts'
import type { Word } from '../page/page-content.ts'
import { LEADING_EM } from '../page/tolerances.ts'
import type { Frame } from '../rules/edges-to-frames.ts'
import { coverage } from '../rules/edges-to-frames.ts'
import { isMeant } from './lines-to-rows.ts'

/** A column is ruled where this much of its width is, and left out by the rules where no more than this share of them covers it. */
const RULED_SHARE = 0.5
const COVERING_MOST = 0.34
/** Or nearly every rule that passes it by has a label under it. */
const BEGUN_SHARE = 0.6
/** Fewer rules that pass a column by may each go round a cell of their own. */
const PASSING_LEAST = 2
/** Lines on one base line differ by less, in parts of their size. */
const BASE_EM = 0.2

/** What begins no text: a small letter, or the label of a list's item that is not its first. */
const GOES_ON = /^(?:\(?(?:[b-z]|[ivx]*(?:ii|iv|v|x))[).]$|\p{Ll})/u

interface Unit {
  base: number
  size: number
  words: Word[]
}

/** The lines in each unit ("row column") of a grid. */
function unitsOf(lines: readonly Line[], xs: readonly number[], ys: readonly number[]): Map<string, Unit[]> {
  const units = new Map<string, Unit[]>()
  for (const line of lines) {
    const row = ys.findIndex((y, i) => i > 0 && middle(line) < y) - 1
    for (const { words, x0, x1 } of lineToChunks(line)) {
      const key = `${row} ${xs.findIndex((x, i) => i > 0 && (x0 + x1) / 2 < x) - 1}`
      const unit = units.get(key) ?? []
      const last = unit.at(-1)
      if (last && last.base === line.base) last.words.push(...words)
      else unit.push({ base: line.base, size: line.size, words: [...words] })
      units.set(key, unit)
    }
  }
  return units
}

/**
 * The units ("row column") that begin a cell of their own although the rule above stops short of their column. People leave
 * the labels of a table outside of its rules; there a cell that goes on over several rows is seen by the white under its
 * words, and text that begins on the line on which its row's other cells begin is a label of that row.
 */
export function rowsPastShortRules(frame: Frame, lines: readonly Line[], xs: readonly number[], ys: readonly number[]): Set<string> {
  const begun = new Set<string>()
  const inner = ys.flatMap((y, row) => (row > 0 && row < ys.length - 1 && isDrawn(frame, y, xs) ? [row] : []))
  const passed = xs.slice(1).flatMap((to, col) => {
    const from = xs[col] ?? 0
    const passing = inner.filter((row) => coverage(frame, true, ys[row] ?? 0, from, to) < RULED_SHARE)
    // A head and a foot have rules over the whole width.
    const among = inner.filter((row) => row >= (passing[0] ?? 0) && row <= (passing.at(-1) ?? 0))
    const isLeftOut = among.length - passing.length <= Math.max(1, COVERING_MOST * among.length)
    return passing.length > 0 ? [{ col, passing, isLeftOut }] : []
  })
  if (passed.length === 0 || passed.length === xs.length - 1) return begun
  const units = unitsOf(lines, xs, ys)
  for (const { col, passing, isLeftOut } of passed) {
    const own = new Set<string>()
    const width = (xs[col + 1] ?? 0) - (xs[col] ?? 0)
    for (const row of passing) {
      const inside = units.get(`${row} ${col}`) ?? []
      const [first] = inside
      // What is above, back to the last rule over this column: a label in the middle of its rows has nothing there.
      const top = ys.slice(0, row).findLastIndex((_, at) => !passing.includes(at))
      const above = ys.slice(top, row).flatMap((_, at) => units.get(`${top + at} ${col}`) ?? [])
      const last = above.at(-1)
      if (!first) continue
      const beside = xs.slice(1).flatMap((_, other) => (other === col ? [] : (units.get(`${row} ${other}`)?.[0] ?? [])))
      const isLevel = beside.some(({ base }) => Math.abs(base - first.base) <= BASE_EM * first.size)
      // The rest of a row that the page's end cut has no label: what is level with the next row's words is that row's.
      if (!last) {
        const rest = xs.slice(1).flatMap((_, other) => units.get(`${top} ${other}`)?.[0]?.words[0]?.text ?? [])
        if (isLevel && top === row - 1 && top === 0 && rest.some((text) => GOES_ON.test(text))) own.add(`${row} ${col}`)
        continue
      }
      // One rule alone may go round a cell of two paragraphs.
      const isApart = first.base - last.base > LEADING_EM * first.size
      if (passing.length < PASSING_LEAST && !(isLevel && isApart)) continue
      if (!isLevel && !isCentred(inside, ys[row] ?? 0, ys[row + 1] ?? 0)) continue
      if (first.base - last.base > LEADING_EM * first.size || isMeant(last.words, first.words, width)) own.add(`${row} ${col}`)
    }
    if (isLeftOut || own.size >= BEGUN_SHARE * passing.length) for (const unit of own) begun.add(unit)
  }
  return begun
}

/** Whether lines are in the upright middle of their row. */
function isCentred(own: readonly Unit[], top: number, bottom: number): boolean {
  const [first, last] = [own[0], own.at(-1)]
  if (!first || !last) return false
  return Math.abs(middleOfLines(first.base, last.base, first.size) - (top + bottom) / 2) <= BASE_EM * first.size
}

const isDrawn = (frame: Frame, y: number, xs: readonly number[]) => coverage(frame, true, y, xs[0] ?? 0, xs.at(-1) ?? 0) > 0
