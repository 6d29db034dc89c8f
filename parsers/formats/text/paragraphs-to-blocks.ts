import { type Block, type Passage, PLAIN_LOOK } from '../../../schema/document.ts'
import { mayBeMarkup } from '../html/escape-non-tags.ts'
import { htmlToBlocks } from '../html/html-to-blocks.ts'
import { hyphenAt, type WrittenWords } from '../passages/line-end-hyphens.ts'
import { PassageBuilder, sourcePassage } from '../passages/passage-edits.ts'
import { passageToBlocks } from '../passages/passage-to-blocks.ts'
import { headingLevels } from './heading-levels.ts'
import type { LineGroup } from './lines-to-paragraphs.ts'
import { stripMarks } from './strip-marks.ts'
import type { Underlines } from './take-underlines.ts'
import type { Line } from './text-to-lines.ts'

/** The blocks that groups of lines make: headings, paragraphs and list items. */
export function paragraphsToBlocks(groups: readonly LineGroup[], source: string, words: WrittenWords, underlines: Underlines): Block[] {
  const blocks: Block[] = []
  const depths = new ListDepths()
  const levels = headingLevels(groups, underlines)
  for (const [index, group] of groups.entries()) {
    const level = levels[index] ?? null
    const { passage, bold } = stripMarks(linesToPassage(group.lines, source, words))
    const indent = group.lines[0]?.indent ?? 0
    const inner = mayBeMarkup(passage.text) ? htmlToBlocks(passage) : passageToBlocks([{ passage, hard: true }], { bold, indent })
    const [only] = inner
    if (level !== null && inner.length === 1 && only?.type === 'paragraph') {
      blocks.push({ type: 'heading', level, passage: only.passage, look: PLAIN_LOOK })
      depths.end()
    } else for (const block of inner) blocks.push(depths.place(block, indent))
  }
  return blocks
}

/** The lines of a group as one raw passage: spaces for line ends, hyphens of the layout out. */
function linesToPassage(lines: readonly Line[], source: string, words: WrittenWords): Passage {
  const builder = new PassageBuilder()
  let fragment = 0
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    const fate = next ? hyphenAt(line.text, next.text, words) : null
    if (line.afterFurniture && index > 0) fragment++
    const text = line.text.trimEnd()
    const to = line.from + text.length - (fate === 'drop' ? 1 : 0)
    const from = index === 0 ? line.from : line.from + line.text.length - line.text.trimStart().length
    builder.addPart(sourcePassage(source, from, to, { page: line.page, line: line.number, fragment }))
    if (fate === 'none') builder.addText(' ')
  }
  return builder.build()
}

/** Word's order of bullets from the outermost list inwards, which tells the depth where a conversion lost the indent. */
const BULLET_ORDER: readonly RegExp[] = [/[\u2022\u25cf]/u, /[o\u25cb\u25e6\u2013-]/u, /[\u25aa\u25a0\u00a7]/u]

function isInside(outer: { indent: number; marker: string } | undefined, marker: string, indent: number): boolean {
  if (!outer || outer.indent + 1 < indent) return true
  const rank = (sign: string): number => BULLET_ORDER.findIndex((signs) => signs.test(sign))
  return outer.indent <= indent && rank(outer.marker) >= 0 && rank(marker) > rank(outer.marker)
}

/** Says how deep a list item is: deeper where it is indented further, or under another sign, than the one before. */
class ListDepths {
  readonly #open: { indent: number; marker: string }[] = []

  end(): void {
    this.#open.length = 0
  }

  place(block: Block, indent: number): Block {
    if (block.type !== 'list-item') {
      this.end()
      return block
    }
    const same = this.#open.findIndex((level) => level.marker === block.marker && Math.abs(level.indent - indent) <= 1)
    if (same >= 0) this.#open.length = same + 1
    else {
      while (this.#open.length > 0 && !isInside(this.#open.at(-1), block.marker, indent)) this.#open.pop()
      this.#open.push({ indent, marker: block.marker })
    }
    return { ...block, depth: this.#open.length - 1, indent }
  }
}
