import { type Block, type ListItem, type Look, type Paragraph, type Passage, PLAIN_LOOK } from '../../../schema/document.ts'
import { foldPassage, renumberFragments } from './fold-passage.ts'
import { ANY_BULLET, type LineLabel, readBullet, readLineLabel } from './labels.ts'
import { PassageBuilder, partOfPassage } from './passage-edits.ts'
import { endsOpen, isWrappedReference, startsLower } from './sentence-ends.ts'

/** How the text of blocks is set. */
export interface Style {
  bold: boolean
  indent: number
  look?: Look
}

/** A line of a paragraph or cell, and whether the mark-up asked for the break before it. */
export interface SoftLine {
  passage: Passage
  hard: boolean
}

/** The end of a text that decides whether it goes on: no more is needed. */
const GLANCE = 200

/**
 * The lines of one paragraph or cell as blocks: a line that begins with a label or a bullet, or
 * that a break sets apart, is a block of its own; the others go on where the one before ended.
 */
export function passageToBlocks(lines: readonly SoftLine[], style: Style): Block[] {
  // An array that grew keeps room for more, and a sheet has one for each cell: a copy has none.
  return softLinesToPassages(lines)
    .flatMap((passage) => bulletsToBlocks(passage, style))
    .slice()
}

function softLinesToPassages(lines: readonly SoftLine[]): Passage[] {
  const passages: Passage[] = []
  const known = new Map<string, LineLabel>()
  let builder = new PassageBuilder()
  let before = ''
  for (const { passage, hard } of lines) {
    const text = passage.text.trim()
    if (!text) {
      // An empty line between two breaks sets apart as a blank line does.
      if (hard) before = ''
      continue
    }
    const label = readLineLabel(text)
    if (builder.length && (before === '' || beginsBlock(before, text, label, hard, known))) {
      passages.push(builder.build())
      builder = new PassageBuilder()
    }
    if (builder.length) builder.addText(' ')
    else if (label) known.set(label.shape, label)
    builder.addPart(passage)
    before = text.slice(-GLANCE)
  }
  if (builder.length) passages.push(builder.build())
  return passages
}

function beginsBlock(before: string, text: string, label: LineLabel | null, hard: boolean, known: ReadonlyMap<string, LineLabel>): boolean {
  if (label) return !isWrappedReference(text, label, { before, full: !hard, blank: false }, known)
  if (readBullet(text)) return true
  if (!hard) return false
  return !endsOpen(before) && !startsLower(text)
}

/** A passage cut at the bullets in it: a paragraph, if something precedes the first, and list items. */
function bulletsToBlocks(raw: Passage, style: Style): Block[] {
  const blocks: Block[] = []
  const starts = bulletStarts(raw.text)
  const head = foldedPassage(partOfPassage(raw, 0, starts[0] ?? raw.text.length))
  if (head.text) blocks.push(paragraph(head, style))
  for (const [index, start] of starts.entries()) {
    const part = partOfPassage(raw, start, starts[index + 1] ?? raw.text.length)
    const item = passageToListItem(part, style)
    if (item?.passage.text) blocks.push(item)
    else if (/[\p{L}\p{N}]/u.test(part.text)) blocks.push(paragraph(foldedPassage(part), style))
  }
  if (blocks.length > 0) return blocks
  // Signs and nothing else: a tick in a cell, say, which means something.
  const whole = foldedPassage(raw)
  return whole.text ? [paragraph(whole, style)] : []
}

function bulletStarts(text: string): number[] {
  const starts = Array.from(text.matchAll(ANY_BULLET), (match) => match.index)
  const first = readBullet(text)
  if (first && starts[0] !== first.markerStart) starts.unshift(first.markerStart)
  return starts
}

/** A raw passage that begins with a bullet as a list item, or null where it begins with none. */
function passageToListItem(raw: Passage, style: Style): ListItem | null {
  const bullet = readBullet(raw.text)
  if (!bullet) return null
  const sign = partOfPassage(raw, bullet.markerStart, bullet.markerStart + 1)
  return {
    type: 'list-item',
    marker: bullet.marker,
    // A run is letter for letter in the source, and a private-use code is not a bullet to the eye.
    markerRuns: bullet.asPrinted ? renumberFragments(sign).runs : [],
    depth: 0,
    passage: foldedPassage(partOfPassage(raw, bullet.end)),
    indent: style.indent,
    look: style.look ?? PLAIN_LOOK,
  }
}

/** A raw passage folded, its fragments counted from 0. */
export function foldedPassage(raw: Passage): Passage {
  return renumberFragments(foldPassage(raw))
}

function paragraph(passage: Passage, style: Style): Paragraph {
  return { type: 'paragraph', passage, bold: style.bold, indent: style.indent, look: style.look ?? PLAIN_LOOK }
}
