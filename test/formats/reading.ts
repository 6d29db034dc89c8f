import { readDocument } from '../../parsers/formats.ts'
import { collectInto, type Diagnostic } from '../../schema/diagnostics.ts'
import { type Block, blockPassages, type Document, type Passage } from '../../schema/document.ts'

/** A document and what was reported while it was read. */
export interface Reading {
  document: Document
  diagnostics: Diagnostic[]
}

/** Reads bytes as the file of the given name. */
export async function readBytes(bytes: Uint8Array, path = 'paper.txt'): Promise<Reading> {
  const diagnostics: Diagnostic[] = []
  return { document: await readDocument({ bytes, path }, collectInto(diagnostics)), diagnostics }
}

/** Reads a text, in UTF-8, as the file of the given name. */
export async function read(text: string, path = 'paper.txt'): Promise<Document> {
  return (await readBytes(new TextEncoder().encode(text), path)).document
}

/** Blocks as short lines: "H1 Title", "P text", "P* bold", "- • item" (one "-" a depth), tables as rows of cells. */
export function outline(blocks: readonly Block[]): unknown[] {
  return blocks.map((block) => {
    if (block.type === 'table') return block.rows.map((row) => row.map((cell) => outline(cell.blocks).join(' / ')))
    if (block.type === 'heading') return `H${block.level} ${block.passage.text}`
    if (block.type === 'list-item') return `${'-'.repeat(block.depth + 1)} ${block.marker} ${block.passage.text}`
    return `P${block.bold ? '*' : ''} ${block.passage.text}`
  })
}

/** The outline of a text. */
export async function outlineOf(text: string, path?: string): Promise<unknown[]> {
  return outline((await read(text, path)).blocks)
}

/** All passages of a document, those of list markers and the furniture too. */
export function allPassages(document: Document): Passage[] {
  return [...document.blocks.flatMap(blockPassages), ...document.furniture]
}

/** All list items, those in tables too. */
export function allBlocks(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) =>
    block.type === 'table' ? [block, ...block.rows.flatMap((row) => row.flatMap((cell) => allBlocks(cell.blocks)))] : [block],
  )
}
