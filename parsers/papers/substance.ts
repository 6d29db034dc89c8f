import type { Block, Document, Table } from '../../schema/document.ts'
import { FOLLOWED_COLUMNS } from '../../schema/vocabulary/fronts.ts'
import { RECOMMENDATION_HEADINGS } from '../../schema/vocabulary/papers.ts'
import { foldWords } from '../recognise/fold.ts'
import { blockText, rowText } from './front-lines.ts'

/** What a stretch of blocks holds that can be followed from paper to paper. */
export interface Substance {
  letters: number
  /** A list of recommendations, a table with columns of a plan, response or tracker, or resolutions. */
  followed: boolean
}

/** A label or heading that opens what is recommended or decided: "Recommendation 4", "RESOLVED that". */
const OPENS = /^(?:recommendation (?:no |number )?[a-z]?\d|r\d{1,3} |resolved\b|it was resolved|agreed that|decided that|action \d)/u

/** Is about blocks `from` to `to` (exclusive) what they hold. */
export function substanceOf({ blocks }: Document): (from: number, to: number) => Substance {
  const letters = [0]
  const followed = [0]
  for (const block of blocks) {
    letters.push((letters.at(-1) ?? 0) + blockText(block).length)
    followed.push((followed.at(-1) ?? 0) + (isFollowed(block) ? 1 : 0))
  }
  const between = (sums: readonly number[], from: number, to: number) => (sums[to] ?? 0) - (sums[from] ?? 0)
  return (from, to) => ({ letters: between(letters, from, to), followed: between(followed, from, to) > 0 })
}

function isFollowed(block: Block): boolean {
  if (block.type === 'table') return hasFollowedColumns(block)
  const folded = foldWords(block.passage.text.slice(0, 80))
  return OPENS.test(folded) || (block.passage.text.length < 80 && RECOMMENDATION_HEADINGS.includes(folded.replace(/^\d+ /u, '')))
}

/** Two columns of what is followed, in one of the first two rows: one may be a word of any table. */
function hasFollowedColumns(table: Table): boolean {
  return [0, 1].some((row) => {
    const cells = rowText(table, row).split(' | ').map(foldWords)
    return (
      cells.filter(
        (cell) =>
          cell.length < 60 && FOLLOWED_COLUMNS.some((word) => ` ${cell} `.includes(` ${word} `) || ` ${cell} `.includes(` ${word}s `)),
      ).length >= 2
    )
  })
}
