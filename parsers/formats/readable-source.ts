import type { Document, Run } from '../../schema/document.ts'
import { hasOddLetters, plainDashes, UNSEEN_LETTERS } from '../../schema/unseen-letters.ts'
import { firstFrom } from './passages/first-from.ts'
import { mapBlock, mapPassage, type PlaceMap } from './passages/map-block.ts'

/** A stop of lines is not one of these: what else controls a device is a gap. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/gu
/** A soft hyphen at the end of a line says that the word goes on in the next: who joins lines needs it. */
const ENDS_LINE = /\u00ad(?=[^\S\r\n]*[\r\n])/u

/** Where letters were taken out: before the letter at `at` of what is left, `shift` letters in all so far. */
interface Cut {
  at: number
  shift: number
}

/**
 * Reads a source without the letters that print nothing and with plain hyphens, so that none of them hides a label, a number
 * or a date or moves a column. The document's places count in the source as it is, from which quotes are cut.
 */
export function readSource(source: string, toDocument: (source: string) => Document): Document {
  const plain = hasOddLetters(source) ? plainDashes(source) : source
  const { text, cuts } = withoutUnseen(plain.replace(CONTROL, ' '))
  if (text === source) return toDocument(source)
  const document = toDocument(text)
  const map: PlaceMap = { runs: (runs) => runs.flatMap((run) => movedRun(run, cuts)), places: (places) => [...places] }
  return {
    ...document,
    source,
    blocks: document.blocks.map((block) => mapBlock(block, map)),
    furniture: document.furniture.map((passage) => mapPassage(passage, map)),
  }
}

function withoutUnseen(text: string): { text: string; cuts: Cut[] } {
  const cuts: Cut[] = []
  const parts: string[] = []
  let from = 0
  let shift = 0
  for (const { 0: unseen, index } of text.matchAll(UNSEEN_LETTERS)) {
    const kept = ENDS_LINE.test(text.slice(index + unseen.length - 1, index + unseen.length + 40)) ? 1 : 0
    if (unseen.length === kept) continue
    parts.push(text.slice(from, index))
    from = index + unseen.length - kept
    cuts.push({ at: index - shift, shift: shift + unseen.length - kept })
    shift += unseen.length - kept
  }
  if (cuts.length === 0) return { text, cuts }
  return { text: [...parts, text.slice(from)].join(''), cuts }
}

/** The run where it is in the whole source, in pieces where letters were taken out of it. */
function movedRun(run: Run, cuts: readonly Cut[]): Run[] {
  if (run.offset === null) return [run]
  const pieces: Run[] = []
  const { offset, start, end } = run
  let from = start
  let index = firstFrom(cuts, offset + 1, ({ at }) => at)
  for (;;) {
    const cut = cuts[index]
    const to = cut ? Math.min(end, start + cut.at - offset) : end
    pieces.push({ ...run, start: from, end: to, offset: offset + from - start + (cuts[index - 1]?.shift ?? 0) })
    if (to === end) return pieces
    from = to
    index++
  }
}
