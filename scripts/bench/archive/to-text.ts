import type { Block, Paper } from './paper.ts'

/** Letters in a line, and lines on a page, of a text as a converter leaves it. */
const LINE_LETTERS = 88
const PAGE_LINES = 52

/** Plain text as it is had from a word processor: wrapped lines, tabs between cells, a running head and a number at each page's foot. */
export function paperToText({ blocks, running }: Paper): string {
  const pages: string[][] = [[running, '']]
  for (const lines of blocks.flatMap(toChunks)) {
    let page = pages.at(-1) ?? []
    if (page.length + lines.length > PAGE_LINES && page.length > 0) {
      page = [running, '']
      pages.push(page)
    }
    page.push(...lines)
  }
  return pages.map((page, at) => `${page.join('\n')}\n${' '.repeat(LINE_LETTERS / 2)}${at + 1}\n`).join('\f')
}

/** Lines that stay on one page: a paragraph, an item, a row. */
function toChunks(block: Block): string[][] {
  if (block.type === 'heading') return [[block.level === 1 ? block.text.toUpperCase() : block.text, '']]
  if (block.type === 'paragraph') return [[...wrap(block.text, 0), '']]
  if (block.type === 'bullets') return [...block.items.map((item) => wrap(`•  ${item}`, 3)), ['']]
  if (block.type === 'list')
    return block.items.flatMap(({ label, text, parts }) => [
      [...wrap(`${label}  ${text}`, label.length + 2), ''],
      ...parts.map((part) => [...wrap(`    ${part.label} ${part.text}`, 8), '']),
    ])
  const rows = block.type === 'card' ? block.rows : [block.header, ...block.rows]
  return [...rows.map((row) => [row.map((cell) => cell.replaceAll('\n', ' ')).join('\t')]), ['']]
}

/** Breaks a text into lines; those after the first are moved in by so many spaces. */
function wrap(text: string, indent: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length >= LINE_LETTERS) {
      lines.push(line)
      line = ' '.repeat(indent) + word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
