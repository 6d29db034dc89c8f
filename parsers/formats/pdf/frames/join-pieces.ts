import type { Box } from '../../../../schema/place.ts'
import { COLUMN_GAP_LEAST_EM, lineToChunks } from '../lines/line-to-chunks.ts'
import { wordsToLines } from '../lines/words-to-lines.ts'
import { middleOf } from '../page/boxes.ts'
import type { Edge, Word } from '../page/page-content.ts'
import { OUTSIDE_PT } from '../page/tolerances.ts'
import { edgesToFrame, frameBox } from '../rules/edges-to-frames.ts'

/** Pieces of one table are no further apart: a title of its next rows is between them. */
const GAP_MOST_PT = 40
/** Sides of pieces that are above each other differ by less. */
const SAME_PT = 4
/** The pieces of a page; a drawing has more. */
const PIECES_MOST = 60

interface Piece {
  edges: Edge[]
  box: Box
  uprights: number[]
  /** Where the rules begin that leave the labels out. */
  inner: number
}

/**
 * Groups of rules, those put together that titles of rows part: where the labels of a table relate to the left of its rules,
 * nothing drawn goes on past a title over its whole width. Such pieces end at the same right side, share their columns,
 * and have labels beside them.
 */
export function joinPieces(groups: readonly Edge[][], words: readonly Word[]): Edge[][] {
  const pieces = groups.flatMap((edges): Piece[] => {
    const frame = edgesToFrame(edges)
    const uprights = [...new Set(edges.filter((edge) => !edge.across).map((edge) => edge.at))]
    const first = Math.min(...uprights)
    const inner = Math.max(...edges.filter((edge) => edge.across && edge.from < first).map((edge) => edge.from))
    return frame && uprights.length > 0 && (frame.open.left || frame.open.right) ? [{ edges, box: frameBox(frame), uprights, inner }] : []
  })
  if (pieces.length < 2 || pieces.length > PIECES_MOST) return [...groups]
  const joined: Piece[] = []
  for (const piece of pieces.sort((a, b) => a.box[1] - b.box[1])) {
    const above = joined.findLast((other) => goesOn(other, piece, words))
    if (!above) {
      joined.push({ ...piece })
      continue
    }
    above.edges = [...above.edges, ...piece.edges]
    above.inner = Math.max(above.inner, piece.inner)
    above.uprights = [...above.uprights, ...piece.uprights]
    above.box = [Math.min(above.box[0], piece.box[0]), above.box[1], above.box[2], piece.box[3]]
  }
  const taken = new Set(pieces.flatMap(({ edges }) => edges))
  return [...groups.filter(([edge]) => !edge || !taken.has(edge)), ...joined.map(({ edges }) => edges)]
}

function goesOn(above: Piece, below: Piece, words: readonly Word[]): boolean {
  const gap = below.box[1] - above.box[3]
  if (gap <= 0 || gap > GAP_MOST_PT || Math.abs(above.box[2] - below.box[2]) > SAME_PT) return false
  const shares = (a: readonly number[], b: readonly number[]) => a.every((x) => b.some((y) => Math.abs(x - y) <= SAME_PT))
  if (!shares(above.uprights, below.uprights) && !shares(below.uprights, above.uprights)) return false
  const inner = Math.max(above.inner, below.inner)
  const beside = words.filter((word) => word.turn === 0 && word.x0 < above.box[2])
  const labels = beside.filter((word) => word.x1 < inner && middleOf(word) > above.box[1] && middleOf(word) < below.box[3])
  const left = Math.min(...labels.map((word) => word.x0))
  if (!(left < inner - OUTSIDE_PT)) return false
  const between = wordsToLines(
    beside.filter((word) => middleOf(word) > above.box[3] && middleOf(word) < below.box[1]),
    0,
  )
  return between.every((line) => Math.abs(line.x0 - left) <= SAME_PT && lineToChunks(line, COLUMN_GAP_LEAST_EM).length === 1)
}
