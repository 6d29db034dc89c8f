import type { Passage } from '../../../schema/document.ts'
import { type Stretch, withoutStretches } from '../passages/passage-edits.ts'

/** Marks that conversions leave in plain text: "**bold**", "__bold__" around whole words, "# " before a heading, raised "^{1.}". */
const BOLD = /\*\*(?=[^\s*])([^*]{1,2000}?)\*\*/gu
const UNDERSCORES = /(?<![\p{L}\p{N}_])__(?=[^\s_])([^_]{1,2000}?)__(?![\p{L}\p{N}_])/gu
const RAISED = /(\s*)\^\{([^{}]{1,20})\}/gu
const HASHES = /^\s*#{1,6}\s+/u

/** A passage without such marks, and whether all of its letters were in bold. */
export function stripMarks(raw: Passage): { passage: Passage; bold: boolean } {
  const { text } = raw
  const stretches: Stretch[] = []
  let letters = 0
  if (text.includes('**') || text.includes('__')) {
    for (const pattern of [BOLD, UNDERSCORES]) {
      for (const match of text.matchAll(pattern)) {
        const end = match.index + match[0].length
        stretches.push({ start: match.index, end: match.index + 2 }, { start: end - 2, end })
        letters += lettersIn(match[1] ?? '')
      }
    }
  }
  const bold = letters > 0 && letters === lettersIn(text)
  if (text.includes('^{')) {
    for (const match of text.matchAll(RAISED)) {
      const [whole, gap = ''] = match
      const end = match.index + whole.length
      stretches.push({ start: match.index, end: match.index + gap.length + 2 }, { start: end - 1, end })
    }
  }
  const hashes = HASHES.exec(text.slice(0, 100))
  if (hashes) stretches.push({ start: 0, end: hashes[0].length })
  return { passage: withoutStretches(raw, inOrder(stretches)), bold }
}

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
}

/** In order, each one from where the one before ended. */
function inOrder(stretches: readonly Stretch[]): Stretch[] {
  const ordered: Stretch[] = []
  for (const stretch of stretches.toSorted((a, b) => a.start - b.start)) {
    const start = Math.max(stretch.start, ordered.at(-1)?.end ?? 0)
    if (stretch.end > start) ordered.push({ start, end: stretch.end })
  }
  return ordered
}
