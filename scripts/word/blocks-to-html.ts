import type { Block, Cell, ListItem } from '../../schema/document.ts'

const NUMBER = /^(\d+)\.$/u

/** Blocks as a page of the web that a word processor opens: lists by bullets and plain numbers are lists of its own, which it numbers itself. */
export function blocksToHtml(blocks: readonly Block[]): string {
  const parts: string[] = []
  let index = 0
  while (index < blocks.length) {
    const block = blocks[index]
    if (!block) break
    const items = listFrom(blocks, index)
    if (items.length > 0) parts.push(listToHtml(items))
    else parts.push(blockToHtml(block))
    index += Math.max(1, items.length)
  }
  return parts.join('\n')
}

/** The items of one list from an index on: bullets, or numbers that run. */
function listFrom(blocks: readonly Block[], from: number): ListItem[] {
  const items: ListItem[] = []
  for (const block of blocks.slice(from)) {
    if (block.type !== 'list-item' || (!NUMBER.test(block.marker) && /[\p{L}\p{N}]/u.test(block.marker))) break
    const last = items.at(-1)
    if (last && (block.depth !== last.depth || numberOf(block) !== (numberOf(last) === null ? null : Number(numberOf(last)) + 1))) break
    items.push(block)
  }
  return items
}

function numberOf({ marker }: ListItem): number | null {
  const number = NUMBER.exec(marker)?.[1]
  return number === undefined ? null : Number(number)
}

function listToHtml(items: readonly ListItem[]): string {
  const [first] = items
  const start = first ? numberOf(first) : null
  const inside = items.map(({ passage }) => `<li>${escaped(passage.text)}</li>`).join('')
  return start === null ? `<ul>${inside}</ul>` : `<ol start="${start}">${inside}</ol>`
}

function blockToHtml(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `<h${block.level}>${escaped(block.passage.text)}</h${block.level}>`
    case 'paragraph':
      return block.bold ? `<p><b>${escaped(block.passage.text)}</b></p>` : `<p>${escaped(block.passage.text)}</p>`
    case 'list-item':
      return `<p>${escaped(`${block.marker} ${block.passage.text}`)}</p>`
    case 'table': {
      const rows = block.rows.map((row, index) => `<tr>${row.map((cell) => cellToHtml(cell, index < block.headerRows)).join('')}</tr>`)
      return `<table border="1">${rows.join('')}</table>`
    }
  }
}

function cellToHtml({ rowSpan, colSpan, fill, blocks }: Cell, head: boolean): string {
  const tag = head ? 'th' : 'td'
  const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${colSpan > 1 ? ` colspan="${colSpan}"` : ''}`
  return `<${tag}${spans}${fill === null ? '' : ` bgcolor="${fill}"`}>${blocksToHtml(blocks)}</${tag}>`
}

function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;')
}
