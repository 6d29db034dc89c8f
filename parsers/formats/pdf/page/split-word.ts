import type { Word } from './page-content.ts'

/** A seam that is this near to a place is at it. */
const AT_SEAM_PT = 1.5

/** A word in pieces: parted at those of its seams that are at one of the places (each an x). What follows a piece is glued to it. */
export function splitWord(word: Word, places: readonly number[]): Word[] {
  const pieces: Word[] = []
  let [from, x0] = [0, word.x0]
  const cut = (to: number, x1: number) => {
    if (to > from) pieces.push({ ...word, text: word.text.slice(from, to), x0, x1, seams: [], glued: from > 0 || word.glued })
    from = to
    x0 = x1
  }
  for (let at = 0; at + 1 < word.seams.length; at += 2) {
    const [offset = 0, x = 0] = [word.seams[at], word.seams[at + 1]]
    if (places.some((place) => Math.abs(place - x) <= AT_SEAM_PT)) cut(offset, x)
  }
  if (pieces.length === 0) return [word]
  cut(word.text.length, word.x1)
  return pieces
}
