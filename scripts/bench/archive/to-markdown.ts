import type { Block, Item, Table } from './paper.ts'

/** Markdown as a converter or a careful clerk writes it: ATX headings, GFM tables, breaks within cells as `<br>`. */
export function blocksToMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(toMarkdown).join('\n\n')}\n`
}

function toMarkdown(block: Block): string {
  if (block.type === 'heading') return `${'#'.repeat(block.level)} ${block.text}`
  if (block.type === 'paragraph') return block.text
  if (block.type === 'bullets') return block.items.map((item) => `- ${item}`).join('\n')
  if (block.type === 'list') return block.items.map(itemToMarkdown).join('\n\n')
  if (block.type === 'card') return rowsToMarkdown(block.rows)
  return tableToMarkdown(block)
}

/** A label that Markdown does not count itself is in bold; parts are paragraphs of their own. */
function itemToMarkdown({ label, text, parts }: Item): string {
  const own = /^\d+\.$/u.test(label) ? label : label.startsWith('(') ? label : `**${label}**`
  return [`${own} ${text}`, ...parts.map((part) => `${part.label} ${part.text}`)].join('\n\n')
}

const tableToMarkdown = ({ header, rows }: Table): string => rowsToMarkdown([header, ...rows])

function rowsToMarkdown(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => `| ${row.map((cell) => cell.replaceAll('\n', '<br>')).join(' | ')} |`)
  lines.splice(1, 0, `|${' --- |'.repeat(rows[0]?.length ?? 0)}`)
  return lines.join('\n')
}
