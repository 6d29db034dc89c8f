import type { Status } from '../../schema/records.ts'
import type { Grade } from './grade.ts'

/** "90%", "90 % complete": a share and nothing else. */
const WHOLE = /^\s*(\d{1,3})\s?%\s*(?:complete[d]?|done|implemented|achieved|delivered)?\s*\.?\s*$/iu
/** "26% to 75%", "0-25%"; "up to 25%", "less than 50%"; "over 75%", "at least 90%"; "100%". */
const BETWEEN = /(\d{1,3})\s?%?\s?(?:[-–—]|to|and)\s?(\d{1,3})\s?%/iu
const BELOW = /\b(?:up to|under|below|less than)\s(\d{1,3})\s?%|<\s?(\d{1,3})\s?%/iu
const ABOVE = /\b(?:over|above|more than|at least)\s(\d{1,3})\s?%|>\s?(\d{1,3})\s?%/iu
const EXACT = /(\d{1,3})\s?%/u

/** The share of the work, 0 to 100, that a text gives and says nothing else; null for any other text. */
export function readShare(text: string): number | null {
  const match = text.length <= 40 ? WHOLE.exec(text) : null
  const share = match ? Number(match[1]) : Number.NaN
  return share <= 100 ? share : null
}

/** None is not started, all is achieved, what lies between is partly achieved: all that a share by itself can say. */
export function statusOfShare(share: number): Status {
  return share === 0 ? 'not_started' : share === 100 ? 'achieved' : 'partly_achieved'
}

/** The shares that the words of a key mean, lowest and highest. */
function sharesOf(words: string): { low: number; high: number } | null {
  const between = BETWEEN.exec(words)
  if (between) return { low: Number(between[1]), high: Number(between[2]) }
  const below = BELOW.exec(words)
  if (below) return { low: 0, high: Number(below[1] ?? below[2]) }
  const above = ABOVE.exec(words)
  if (above) return { low: Number(above[1] ?? above[2]), high: 100 }
  const exact = EXACT.exec(words)
  return exact ? { low: Number(exact[1]), high: Number(exact[1]) } : null
}

/** The status of a grade that stands for shares: only where all of them have the same. */
export function statusOfShares(words: string): Status | null {
  const shares = sharesOf(words)
  if (!shares) return null
  const [low, high] = [statusOfShare(shares.low), statusOfShare(shares.high)]
  return low === high ? low : null
}

/** The grade of a document's own scale that a share falls under, if it has a status of its own ("On track: 50% to 99%"). */
export function gradeOfShare(share: number, scale: readonly Grade[]): Grade | null {
  return (
    scale.find(({ label, meaning, status }) => {
      const shares = sharesOf(`${label ?? ''} ${meaning ?? ''}`)
      return status !== null && shares !== null && share >= shares.low && share <= shares.high
    }) ?? null
  )
}
