import type { Block, Passage } from '../../../schema/document.ts'
import { isNoteMark, NOTE_MARK } from '../passages/note-marks.ts'
import { PassageBuilder, partOfPassage, type Stretch, withoutStretches } from '../passages/passage-edits.ts'
import { passageToBlocks } from '../passages/passage-to-blocks.ts'

/** Where one line of a paragraph ends and the next begins. `hard` where the mark-up asks for it (`<br>`). */
interface LineBreak {
  at: number
  hard: boolean
}

/** Where an inline element begins or ends, and whether it is raised or lowered. */
interface Edge {
  at: number
  kind: 'raised' | 'opening' | 'closing'
}

/** How much of the text before a mark is looked at. */
const GLANCE = 20

/** Gathers the text of one block with the breaks in it, and gives it out as blocks. */
export class InlineCollector {
  #builder = new PassageBuilder()
  #breaks: LineBreak[] = []
  #edges: Edge[] = []
  #boldLetters = 0
  #plainLetters = 0
  #italicLetters = 0
  #uprightLetters = 0
  #before = ''

  /** What adds the text itself. */
  get builder(): PassageBuilder {
    return this.#builder
  }

  addBreak(hard: boolean): void {
    this.#breaks.push({ at: this.#builder.length, hard })
    this.#builder.addText('\n')
  }

  /** What raised letters here mark: the place in a text that a note is of (they are not part of a word), or the note itself; null where they are part of a word. */
  noteMark(raised: string): 'of a word' | 'of a note' | null {
    if (!NOTE_MARK.test(raised)) return null
    if (this.#before.trim() === '') return 'of a note'
    return isNoteMark(raised, this.#before) ? 'of a word' : null
  }

  addEdge(kind: Edge['kind']): void {
    this.#edges.push({ at: this.#builder.length, kind })
  }

  /** Counts letters set in bold and not, in italics and not: a block is bold when all of it is. */
  countLetters(letters: string, bold: boolean, italic: boolean): void {
    this.#before = (this.#before + letters).slice(-GLANCE)
    const seen = letters.trim().length
    if (bold) this.#boldLetters += seen
    else this.#plainLetters += seen
    if (italic) this.#italicLetters += seen
    else this.#uprightLetters += seen
  }

  /** What was gathered as blocks; the collector is empty again. `box` is the number of the block quotation that it is in, or null. */
  take(indent: number, box: number | null): Block[] {
    const raw = this.#builder.build()
    const bold = this.#boldLetters > 0 && this.#plainLetters === 0
    const italic = this.#italicLetters > 0 && this.#uprightLetters === 0
    const lines = cutAtBreaks(raw, this.#breaks, this.#edges)
    this.#builder = new PassageBuilder()
    this.#breaks = []
    this.#edges = []
    this.#boldLetters = 0
    this.#plainLetters = 0
    this.#italicLetters = 0
    this.#uprightLetters = 0
    this.#before = ''
    return passageToBlocks(lines, { bold, indent, look: { italic, box, small: false } })
  }
}

function cutAtBreaks(raw: Passage, breaks: readonly LineBreak[], edges: readonly Edge[]): { passage: Passage; hard: boolean }[] {
  const gaps = inOrder(edges.flatMap((edge) => edgeGap(raw.text, edge)))
  const lines: { passage: Passage; hard: boolean }[] = []
  let from = 0
  let hard = true
  let gap = 0
  for (const cut of [...breaks, { at: raw.text.length, hard: true }]) {
    const inside: Stretch[] = []
    for (; gap < gaps.length && (gaps[gap]?.end ?? 0) <= cut.at; gap++) {
      const stretch = gaps[gap]
      if (stretch && stretch.start >= from) inside.push({ start: stretch.start - from, end: stretch.end - from })
    }
    lines.push({ passage: withoutStretches(partOfPassage(raw, from, cut.at), inside), hard })
    from = cut.at
    hard = cut.hard
  }
  return lines
}

/** Converters set spaces around inline tags. What is raised closes up with the word before; other text only with brackets and stops. */
function edgeGap(text: string, { at, kind }: Edge): Stretch[] {
  let start = at
  let end = at
  if (kind === 'closing') while (end < text.length && isGap(text, end)) end++
  else while (start > 0 && isGap(text, start - 1)) start--
  if (start === end || start === 0 || end === text.length) return []
  if (kind === 'opening' && !/[([\u2018\u201c]/u.test(text[start - 1] ?? '')) return []
  if (kind === 'closing' && !/[)\].,;:\u2019\u201d]/u.test(text[end] ?? '')) return []
  return [{ start, end }]
}

function isGap(text: string, index: number): boolean {
  return text[index] === ' ' || text[index] === '\u00a0'
}

function inOrder(stretches: readonly Stretch[]): Stretch[] {
  const ordered: Stretch[] = []
  for (const stretch of stretches.toSorted((a, b) => a.start - b.start))
    if (stretch.start >= (ordered.at(-1)?.end ?? 0)) ordered.push(stretch)
  return ordered
}
