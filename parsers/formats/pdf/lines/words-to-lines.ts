import type { Word } from '../page/page-content.ts'
import { CAPITAL_EM, RAISED_SIZE } from '../page/tolerances.ts'
import type { Line } from './line.ts'
import { lineOf } from './line.ts'

/** Words whose baselines differ by less, in parts of their size, are on one line; lines of text are at least 1 apart. */
const SAME_LINE_EM = 0.3
/** And not smaller than this: small print beside a large title is text of its own. */
const SCRIPT_SIZE_LEAST = 0.4
/** It is no further from one of them than this, in parts of their size. */
const SCRIPT_GAP_EM = 0.5
/** And this much of its height lies within theirs. */
const SCRIPT_OVERLAP = 0.35

/**
 * Puts words together into lines by their baselines, from top to bottom. Raised and sunk words
 * ("31st", footnote marks, CO2) go to the line of the word that they are at. Every word is in
 * exactly one line. Turned text comes after upright text.
 */
export function wordsToLines(words: readonly Word[], page: number): Line[] {
  const upright = words.filter((word) => word.turn === 0)
  if (upright.length === words.length) return sameTurnLines(words, page)
  return [0, 90, 180, 270].flatMap((turn) =>
    sameTurnLines(
      words.filter((word) => word.turn === turn),
      page,
    ),
  )
}

function sameTurnLines(words: readonly Word[], page: number): Line[] {
  const groups: { base: number; size: number; words: Word[] }[] = []
  for (const word of [...words].sort((a, b) => a.base - b.base)) {
    const last = groups.at(-1)
    if (last && word.base - last.base <= SAME_LINE_EM * Math.min(word.size, last.size)) {
      last.words.push(word)
      // The baseline of the largest letters leads.
      if (word.size > last.size) [last.base, last.size] = [word.base, word.size]
    } else {
      groups.push({ base: word.base, size: word.size, words: [word] })
    }
  }
  const lines = groups.map((group) => lineOf(group.words, page))
  return joinLarge(joinScripts(lines, page), page).sort((a, b) => a.base - b.base || a.x0 - b.x0)
}

/** Letters this much larger beside small ones may be set to the same height as the first line of the small ones. */
const LARGE = 1.25
/** Their tops differ by no more than this, in parts of the small size. */
const SAME_TOP_EM = 0.25
/** So many lines above are looked at for them. */
const HOSTS = 3

/** Puts large letters that are beside a line, as high as it, on that line: a row's number, or its grade, in large type. */
function joinLarge(lines: Line[], page: number): Line[] {
  const least = lines.reduce((size, line) => Math.min(size, line.size), Infinity)
  if (!lines.some(({ size }) => size >= LARGE * least)) return lines
  const top = (line: Line) => line.base - CAPITAL_EM * line.size
  const joined: Line[] = []
  for (const line of [...lines].sort((a, b) => a.base - b.base)) {
    const host = joined
      .slice(-HOSTS)
      .findLast((other) => line.size >= LARGE * other.size && Math.abs(top(line) - top(other)) <= SAME_TOP_EM * other.size)
    const isBeside = host && line.words.every((word) => host.words.every((other) => word.x1 <= other.x0 || word.x0 >= other.x1))
    if (host && isBeside) joined[joined.indexOf(host)] = lineOf([...host.words, ...line.words], page)
    else joined.push(line)
  }
  return joined
}

/** Lines this far above and below are looked at for the words that raised and sunk ones belong to. */
const NEIGHBOURS = [-1, 1, -2, 2]

function joinScripts(lines: Line[], page: number): Line[] {
  const moved = new Map<Word, Line>()
  lines.forEach((line, i) => {
    const around = NEIGHBOURS.flatMap((step) => lines[i + step] ?? [])
    const largest = Math.max(0, ...around.map((other) => other.size))
    for (const word of line.words) {
      if (word.size > RAISED_SIZE * largest) continue
      const host = around.find((other) => isScriptOf(word, other))
      if (host) moved.set(word, host)
    }
  })
  if (moved.size === 0) return lines
  return lines.flatMap((line) => {
    const own = line.words.filter((word) => !moved.has(word))
    const joined = [...moved].filter(([, host]) => host === line).map(([word]) => word)
    return own.length + joined.length === 0
      ? []
      : [joined.length === 0 && own.length === line.words.length ? line : lineOf([...own, ...joined], page)]
  })
}

function isScriptOf(word: Word, line: Line): boolean {
  if (word.size > RAISED_SIZE * line.size) return false
  const overlap = Math.min(word.bottom, line.bottom) - Math.max(word.top, line.top)
  if (overlap < SCRIPT_OVERLAP * (word.bottom - word.top)) return false
  return line.words.some((other) => {
    const gap = Math.max(other.x0 - word.x1, word.x0 - other.x1)
    return other.size * RAISED_SIZE >= word.size && other.size * SCRIPT_SIZE_LEAST <= word.size && gap <= SCRIPT_GAP_EM * other.size
  })
}
