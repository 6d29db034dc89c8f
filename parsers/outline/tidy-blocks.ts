import type { Block, Heading, ListItem, Paragraph } from '../../schema/document.ts'
import { joinPassages, markerPassage } from '../../schema/document.ts'
import { findDates } from '../recognise/dates.ts'
import { withMergedRows } from './merged-rows.ts'

type TextBlock = Heading | Paragraph | ListItem

/** "Page 2 of 6", "– 3 –", "Minutes – March 19, 2024 – Page 2": what is left of a running head or foot. */
const RUNNING = /^(?:page\s\d+(?:\s(?:of|\/)\s\d+)?|[–—-]\s?\d{1,4}\s?[–—-]|.{0,90}[\s|–—-]page\s\d{1,4}(?:\sof\s\d{1,4})?)$/iu
/** A page's number alone on its line: no mark closes it. */
const PAGE_NUMBER = /^\d{1,4}$/u
/** A number or letter alone on its line, with the mark that closes it, or after "Item": the words it counts are on the next. */
const LABEL_ALONE =
  /^(?:(?:agenda item|item|minute|recommendation|resolution|rec|no)\.?\s)?(?:\(?(?:\d{1,4}(?:[./]\d{1,3}){0,3}|[a-z]|[ivx]{1,5})\)|(?:\d{1,4}(?:[./]\d{1,3}){0,3}|[A-Za-z]|[ivx]{1,5})[.:)]|\d{1,3}(?:\.\d{1,3})+|[A-Z]{1,3}\d{1,3}[.:]?)$/iu
/** The words of a title that a number alone counts are no longer. */
const LONGEST_NUMBERED_TITLE = 120
/** Papers whose lines became paragraphs: at least this many, this share of them open, and none much wider than the others. */
const LEAST_LINES = 25
const OPEN_SHARE = 0.4
const WIDEST_LINE = 150
/** A line that ends before this share of the usual width was ended on purpose. */
const FULL_LINE_SHARE = 0.72

const isText = (block: Block | undefined): block is TextBlock => block !== undefined && block.type !== 'table'
const textOf = (block: TextBlock) =>
  block.type === 'list-item' ? `${markerPassage(block).text} ${block.passage.text}`.trim() : block.passage.text
const endsOpen = (text: string) => !/[.!?:;…]["'”’)\]]*$|["”’]$/u.test(text)

/**
 * A paper's blocks without what page breaks left in them, merged rows of tables whole, a number that is alone put to
 * the words it counts, and the lines of a paper in which each is a paragraph put together again.
 */
export function tidyBlocks(blocks: readonly Block[]): Block[] {
  return withMergedRows(joinNumbersAlone(joinCutShort(joinLines(withoutRunningLines(blocks)))))
}

function withoutRunningLines(blocks: readonly Block[]): Block[] {
  const numbers = blocks.flatMap((block) => (isText(block) && PAGE_NUMBER.test(textOf(block)) ? [Number(textOf(block))] : []))
  // Pages are counted one by one; two numbers alone may be anything.
  const paged =
    numbers.length >= 2 &&
    numbers.every((number, at) => at === 0 || (number > (numbers[at - 1] ?? 0) && number - (numbers[at - 1] ?? 0) <= 3))
  return blocks.filter((block, at) => {
    if (!isText(block)) return true
    const text = textOf(block)
    if (RUNNING.test(text) && !/^(?:agenda|report)/iu.test(text)) return false
    return !(paged && PAGE_NUMBER.test(text) && !countsNext(blocks[at + 1]))
  })
}

/** Whether a block is a title that a number alone before it can count. */
function countsNext(next: Block | undefined): boolean {
  return isText(next) && next.type === 'heading' && next.passage.text.length <= LONGEST_NUMBERED_TITLE
}

/** Whether the words of a paragraph can be a title: they are short, begin large and end in no stop. */
const isTitle = ({ passage: { text } }: Paragraph): boolean =>
  text.length <= LONGEST_NUMBERED_TITLE && /^\p{Lu}/u.test(text) && !/[.;:,]$/u.test(text)

/** Whether each line of a paper is a paragraph: most are left open, and none is longer than a line. */
function isOfLines(blocks: readonly Block[]): { width: number } | null {
  const lines = blocks.filter((block) => isText(block) && block.type !== 'heading').map((block) => textOf(block as TextBlock))
  const lengths = lines.map(({ length }) => length).sort((a, b) => a - b)
  const long = lengths[Math.floor(lengths.length * 0.97)] ?? 0
  if (lines.length < LEAST_LINES || long > WIDEST_LINE || long < 50) return null
  return lines.filter((line) => endsOpen(line) && line.length > long / 2).length >= OPEN_SHARE * lines.length ? { width: long } : null
}

function joinLines(blocks: readonly Block[]): Block[] {
  const lines = isOfLines(blocks)
  if (!lines) return [...blocks]
  const joined: Block[] = []
  /** How long the last line of the block before is. */
  let last = 0
  for (const block of blocks) {
    const before = joined.at(-1)
    if (isText(before) && isText(block) && goesOn(before, block, last, lines.width)) {
      joined[joined.length - 1] = {
        ...before,
        passage: joinPassages([
          before.passage,
          block.type === 'list-item' ? joinPassages([markerPassage(block), block.passage]) : block.passage,
        ]),
      }
      last = block.passage.text.length
      continue
    }
    joined.push(block)
    last = isText(block) ? textOf(block).length : 0
  }
  return joined
}

/** Whether a line goes on with the block before it: that is open and its last line full, or the line begins small. */
function goesOn(before: TextBlock, line: TextBlock, lastLength: number, width: number): boolean {
  const text = textOf(line)
  const open = endsOpen(before.passage.text)
  const small = /^[\p{Ll}(&]/u.test(text) && !/^\(?[a-z]{1,4}\)|^\(\d/u.test(text)
  if (line.type === 'list-item' && /^[•●▪◦o–-]$/u.test(line.marker)) return false
  if (before.type !== 'heading' && line.type === 'paragraph' && isBold(before) !== line.bold) return false
  if (open && small && lastLength > 12) return true
  if (line.type === 'heading' || before.type === 'heading') return false
  if (LABEL_ALONE.test(text) || LABEL_ALONE.test(before.passage.text)) return false
  const full = lastLength >= FULL_LINE_SHARE * width
  return (
    full &&
    (open
      ? !/^(?:\(?[a-z\d]{1,3}[.)]\s|proposed|seconded|moved|resolved)/iu.test(text)
      : /[,;]$|\b\p{L}{1,3}\.$/u.test(before.passage.text) && small)
  )
}

/** "That the report be" over "approved.": a paragraph that ends in such a word was cut, and goes on where the next begins small. */
const CUT_SHORT = /\s(?:an?|the|of|be|been|is|are|was|were|by|with|from|into)$/iu

function joinCutShort(blocks: readonly Block[]): Block[] {
  const joined: Block[] = []
  for (const block of blocks) {
    const before = joined.at(-1)
    const goesOn = isText(before) && before.type !== 'heading' && block.type === 'paragraph' && /^\p{Ll}{2}/u.test(block.passage.text)
    if (goesOn && CUT_SHORT.test(before.passage.text))
      joined[joined.length - 1] = { ...before, passage: joinPassages([before.passage, block.passage]) }
    else joined.push(block)
  }
  return joined
}

const isBold = (block: TextBlock) => block.type === 'paragraph' && block.bold

/**
 * "62." on a line of its own and "Council Tax Base" on the next are one heading; "(a)" and its words one item. Words that
 * the number after the last heading's counts are a heading, too, though nothing sets them off.
 */
function joinNumbersAlone(blocks: readonly Block[]): Block[] {
  const joined: Block[] = []
  let last: { number: number; level: number } | null = null
  for (const block of blocks) {
    const before = joined.at(-1)
    if (
      isText(before) &&
      before.type !== 'list-item' &&
      isText(block) &&
      block.type !== 'list-item' &&
      LABEL_ALONE.test(before.passage.text) &&
      !LABEL_ALONE.test(block.passage.text) &&
      findDates(block.passage.text.slice(0, 40))[0]?.start !== 0
    ) {
      const number: number | null = /^\d{1,4}\.?$/u.test(before.passage.text) ? Number.parseInt(before.passage.text, 10) : null
      const passage = joinPassages([before.passage, block.passage])
      const level: number | null =
        block.type === 'heading' ? block.level : last && number === last.number + 1 && isTitle(block) ? last.level : null
      joined[joined.length - 1] = level === null ? { ...block, passage } : { type: 'heading', level, passage, look: block.look }
      if (number !== null && level !== null) last = { number, level }
    } else joined.push(block)
  }
  return joined
}
