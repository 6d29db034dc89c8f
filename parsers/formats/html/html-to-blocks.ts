import type { Element, ElementContent, Nodes, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { type Block, type ListItem, type Passage, PLAIN_LOOK } from '../../../schema/document.ts'
import { addAligned } from '../passages/align-text.ts'
import { formatNumber } from '../passages/format-number.ts'
import { foldedPassage } from '../passages/passage-to-blocks.ts'
import { cleanPage } from './clean-page.ts'
import { escapeNonTags } from './escape-non-tags.ts'
import type { HtmlContext } from './html-context.ts'
import { BLOCK_ELEMENTS, SILENT_ELEMENTS } from './html-elements.ts'
import { tableToBlock } from './html-table.ts'
import { InlineCollector } from './inline-collector.ts'

/** How far an item of a list is indented from the list around it, in columns. */
const LIST_INDENT_COLUMNS = 2
const BOLD = new Set(['b', 'strong'])
/** Words that are struck out are said no longer. */
const STRUCK = new Set(['del', 's', 'strike'])
const ITALIC = new Set(['i', 'em', 'cite'])
/** HTML's own numbering of headings. */
const HEADING = /^h([1-6])$/u
/** An ordered list's item without a number of its own is shown with the number HTML gives it. */
const MARKER_ATTRIBUTE = 'dataMarker'

/**
 * Mark-up as blocks. The passage's text is HTML; its runs say where that is in the source, and the
 * blocks' runs are those of the text in it. Of a page of the web, whose `hidden` classes are given, only the content is taken.
 */
export function htmlToBlocks(html: Passage, hidden: ReadonlySet<string> | null = null): Block[] {
  const markup = escapeNonTags(html)
  const root = fromHtml(markup.text, { fragment: true })
  return contentToBlocks(hidden ? cleanPage(root.children, hidden) : root.children, {
    markup,
    bold: false,
    italic: false,
    box: null,
    preformatted: false,
    listDepth: -1,
    indent: 0,
  })
}

/** The blocks that some nodes make. Nodes nest no deeper than `escapeNonTags` lets them. */
export function contentToBlocks(nodes: readonly (RootContent | ElementContent)[], context: HtmlContext): Block[] {
  const blocks: Block[] = []
  const inline = new InlineCollector()
  const visit = (children: readonly (RootContent | ElementContent)[], at: HtmlContext): void => {
    for (const node of children) {
      if (node.type === 'text') addText(inline, node, at)
      if (node.type !== 'element' || SILENT_ELEMENTS.has(node.tagName) || STRUCK.has(node.tagName)) continue
      const mark = node.tagName === 'sup' ? inline.noteMark(lettersOf(node)) : null
      if (mark === 'of a word') continue
      if (mark === 'of a note') inline.builder.addText('[')
      if (node.tagName === 'br') inline.addBreak(true)
      else if (BLOCK_ELEMENTS.has(node.tagName)) {
        blocks.push(...inline.take(at.indent, at.box), ...elementToBlocks(node, at))
      } else {
        inline.addEdge(node.tagName === 'sup' || node.tagName === 'sub' ? 'raised' : 'opening')
        visit(node.children, { ...at, bold: at.bold || BOLD.has(node.tagName), italic: at.italic || ITALIC.has(node.tagName) })
        if (mark === 'of a note') inline.builder.addText('] ')
        inline.addEdge('closing')
      }
    }
  }
  visit(nodes, context)
  blocks.push(...inline.take(context.indent, context.box))
  return blocks
}

/** The letters in an element, its own and those of what is in it. */
function lettersOf(element: Element): string {
  return element.children.map((node) => (node.type === 'text' ? node.value : node.type === 'element' ? lettersOf(node) : '')).join('')
}

function addText(inline: InlineCollector, node: Nodes & { type: 'text' }, context: HtmlContext): void {
  const from = node.position?.start.offset ?? context.markup.text.length
  const to = node.position?.end.offset ?? context.markup.text.length
  inline.countLetters(node.value, context.bold, context.italic)
  let at = from
  const lines = node.value.split('\n')
  for (const [index, line] of lines.entries()) {
    if (index > 0) inline.addBreak(context.preformatted)
    addAligned(inline.builder, line, context.markup, at, to)
    // The next line's text follows this line's end; without a line end in the mark-up it is found by aligning.
    if (index < lines.length - 1) {
      const end = context.markup.text.indexOf('\n', at)
      at = end >= 0 && end < to ? end + 1 : at
    }
  }
}

function elementToBlocks(element: Element, context: HtmlContext): Block[] {
  const heading = HEADING.exec(element.tagName)
  if (heading) return headingBlocks(element, Number(heading[1]), context)
  switch (element.tagName) {
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
      return listToBlocks(element, context)
    case 'table':
      return tableToBlocks(element, context)
    case 'blockquote':
      // A quotation within a quotation is a part of it.
      return contentToBlocks(element.children, { ...context, box: context.box ?? element.position?.start.offset ?? 0 })
    case 'pre':
      return contentToBlocks(element.children, { ...context, preformatted: true })
    default:
      return contentToBlocks(element.children, context)
  }
}

/** A table with its caption before it. */
function tableToBlocks(element: Element, context: HtmlContext): Block[] {
  const captions = element.children.filter((child) => child.type === 'element').filter((child) => child.tagName === 'caption')
  const table = tableToBlock(element, context, contentToBlocks)
  return [
    ...contentToBlocks(
      captions.flatMap((caption) => caption.children),
      context,
    ),
    ...(table.rows.length ? [table] : []),
  ]
}

/** A heading's content is one passage: what looks like a label or a bullet in it belongs to it. */
function headingBlocks(element: Element, level: number, context: HtmlContext): Block[] {
  return contentToBlocks(element.children, { ...context, bold: false }).reduce<Block[]>((found, block) => {
    if (block.type === 'paragraph') found.push({ type: 'heading', level, passage: block.passage, look: block.look })
    else found.push(block)
    return found
  }, [])
}

function listToBlocks(list: Element, context: HtmlContext): Block[] {
  const blocks: Block[] = []
  let number = typeof list.properties.start === 'number' ? list.properties.start : 1
  for (const child of list.children) {
    if (child.type === 'text' && !child.value.trim()) continue
    if (child.type !== 'element' || child.tagName !== 'li') {
      blocks.push(...contentToBlocks([child], context))
      continue
    }
    if (typeof child.properties.value === 'number') number = child.properties.value
    const printed = child.properties[MARKER_ATTRIBUTE]
    const marker =
      typeof printed === 'string'
        ? markerPassage(child, printed, context)
        : { text: list.tagName === 'ol' ? `${formatNumber(number, formOf(list))}.` : '\u2022', runs: [] }
    number++
    blocks.push(...itemToBlocks(child, marker, context))
  }
  return blocks
}

/** The form in which a list counts, by its `type` (HTML standard, 4.4.5): "a", "A", "i", "I", or figures. */
const formOf = ({ properties }: Element): string => FORMS[String(properties.type ?? '1')] ?? 'decimal'
const FORMS: Readonly<Record<string, string>> = { a: 'lowerLetterPlaces', A: 'upperLetterPlaces', i: 'lowerRoman', I: 'upperRoman' }

/** The marker as the source prints it; it is in the mark-up as the value of an attribute. */
function markerPassage(item: Element, printed: string, context: HtmlContext): Passage {
  const start = item.position?.start.offset
  if (start === undefined) return { text: printed, runs: [] }
  const inline = new InlineCollector()
  const quote = context.markup.text.indexOf('"', start)
  addAligned(inline.builder, printed, context.markup, quote + 1, quote + 1 + printed.length)
  return foldedPassage(inline.builder.build())
}

function itemToBlocks(item: Element, marker: Passage, context: HtmlContext): Block[] {
  const depth = context.listDepth + 1
  const indent = context.indent + LIST_INDENT_COLUMNS
  const inside = contentToBlocks(item.children, { ...context, listDepth: depth, indent })
  const first = inside[0]
  const opens = first?.type === 'paragraph'
  const opening: ListItem = {
    type: 'list-item',
    marker: marker.text,
    markerRuns: marker.runs,
    depth,
    passage: opens ? first.passage : { text: '', runs: [] },
    indent,
    look: opens ? first.look : PLAIN_LOOK,
  }
  const rest = opens ? inside.slice(1) : inside
  return opening.passage.text || /[\p{L}\p{N}]/u.test(opening.marker) ? [opening, ...rest] : rest
}
