import type { Line } from './text-to-lines.ts'

/** Lines that a line of "=" or "-" is under, by their number. */
export type Underlines = ReadonlyMap<number, '=' | '-'>

/** A line drawn with signs: it parts, or it is under a heading. */
const RULE = /^\s*(?:[=_\u2500\u2501\u2550]{3,}|-{3,}|[*~#]{3,}|(?:[-=_*] ){2,}[-=_*])\s*$/u
/** A rule much longer than the line above parts what is above from what is below. */
const LONGEST_UNDERLINE_SHARE = 1.6
/** Longer lines above a rule are text. */
const LONGEST_HEADING = 120

/** The lines without rules, and which of them a rule is under as under a heading. */
export function takeUnderlines(lines: readonly Line[]): { lines: Line[]; underlines: Underlines } {
  const kept: Line[] = []
  const underlines = new Map<number, '=' | '-'>()
  let gap = false
  for (const line of lines) {
    if (line.text.length <= 400 && RULE.test(line.text)) {
      const above = kept.at(-1)
      if (above && line.blanksBefore === 0 && isUnderline(line, above)) underlines.set(above.number, line.text.includes('=') ? '=' : '-')
      if (above) kept[kept.length - 1] = { ...above, blanksAfter: Math.max(1, above.blanksAfter) }
      gap = true
      continue
    }
    kept.push(gap ? { ...line, blanksBefore: Math.max(1, line.blanksBefore) } : line)
    gap = false
  }
  return { lines: kept, underlines }
}

function isUnderline(rule: Line, above: Line): boolean {
  if (!/[=-]/u.test(rule.text) || (above.blanksBefore === 0 && above.number > 1 && !above.opensPage)) return false
  return above.length <= LONGEST_HEADING && rule.length <= above.length * LONGEST_UNDERLINE_SHARE + 2 && !above.text.trim().includes('\t')
}
