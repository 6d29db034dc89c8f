import type { FootnoteDefinition, ListItem, Nodes, Table, TableCell } from 'mdast'
import type { Passage } from '../../../schema/document.ts'
import { addAligned } from '../passages/align-text.ts'
import { PassageBuilder } from '../passages/passage-edits.ts'

/** Elements that Markdown's inline marks stand for; what is not here stands for nothing that is read. */
const INLINE_ELEMENTS: Readonly<Record<string, string>> = { strong: 'strong', emphasis: 'em', delete: 'del' }
const MARKER = /^[ \t>]*(\d{1,9}[.)]|[-*+])/u

/**
 * A Markdown tree as HTML, so that the HTML that is in Markdown and the Markdown around it are read as
 * one. The passage's runs say where each stretch of text or mark-up is in the source.
 * @param source the Markdown, with the runs of where it is
 */
export function markdownToHtml(tree: Nodes, source: Passage): Passage {
  const builder = new PassageBuilder()
  const writer = new HtmlWriter(source, builder)
  writer.write(tree)
  return builder.build()
}

class HtmlWriter {
  readonly #source: Passage
  readonly #builder: PassageBuilder
  constructor(source: Passage, builder: PassageBuilder) {
    this.#source = source
    this.#builder = builder
  }

  write(node: Nodes): void {
    switch (node.type) {
      case 'text':
        this.#writeText(node.value, node)
        break
      case 'inlineCode':
        this.#writeText(node.value, node)
        break
      case 'code':
        this.#writeIn('pre', () => this.#writeText(node.value, node))
        break
      case 'html':
        addAligned(this.#builder, node.value, this.#source, startOf(node), endOf(node))
        break
      case 'break':
        this.#builder.addText('<br>')
        break
      case 'heading':
        this.#writeIn(`h${node.depth}`, () => this.#writeAll(node.children))
        break
      case 'paragraph':
        this.#writeIn('p', () => this.#writeAll(node.children))
        break
      case 'list':
        this.#writeIn(node.ordered ? 'ol' : 'ul', () => this.#writeAll(node.children))
        break
      case 'listItem':
        this.#writeItem(node)
        break
      case 'table':
        this.#writeTable(node)
        break
      case 'footnoteReference':
        this.#writeIn('sup', () => this.#writeText(`[${node.label ?? node.identifier}]`, node))
        break
      case 'footnoteDefinition':
        this.#writeFootnote(node)
        break
      default:
        this.#writeOther(node)
    }
  }

  #writeAll(nodes: readonly Nodes[]): void {
    for (const node of nodes) this.write(node)
  }

  #writeIn(element: string, write: () => void): void {
    this.#builder.addText(`<${element}>`)
    write()
    this.#builder.addText(`</${element}>`)
  }

  #writeOther(node: Nodes): void {
    if (!('children' in node)) return
    const element = INLINE_ELEMENTS[node.type]
    if (element) this.#writeIn(element, () => this.#writeAll(node.children))
    else this.#writeAll(node.children)
  }

  #writeItem(item: ListItem): void {
    const start = startOf(item)
    const printed = MARKER.exec(this.#source.text.slice(start, start + 20))?.[1] ?? ''
    const at = this.#source.text.indexOf(printed, start)
    this.#builder.addText('<li data-marker="')
    this.#builder.addPart(this.#source, at, at + printed.length)
    this.#builder.addText('">')
    this.#writeAll(item.children)
    this.#builder.addText('</li>')
  }

  /** The note with its mark, as it would be printed at the foot of a page. */
  #writeFootnote(note: FootnoteDefinition): void {
    const [first, ...others] = note.children
    this.#writeIn('p', () => {
      this.#writeText(`[${note.label ?? note.identifier}] `, note)
      if (first?.type === 'paragraph') this.#writeAll(first.children)
    })
    this.#writeAll(first?.type === 'paragraph' ? others : note.children)
  }

  #writeTable(table: Table): void {
    this.#writeIn('table', () => {
      for (const [row, line] of table.children.entries()) {
        const cell = row === 0 ? 'th' : 'td'
        this.#writeIn('tr', () => {
          for (const part of line.children) this.#writeIn(cell, () => this.#writeAll(isNothing(part) ? [] : part.children))
        })
      }
    })
  }

  /** Text with what HTML would read as mark-up escaped. Its letters keep their runs, the escaped ones not. */
  #writeText(value: string, node: Nodes): void {
    const plain = new PassageBuilder()
    addAligned(plain, value, this.#source, startOf(node), endOf(node))
    const passage = plain.build()
    let from = 0
    for (const match of passage.text.matchAll(/[&<>]/gu)) {
      this.#builder.addPart(passage, from, match.index)
      this.#builder.addText(`&#${match[0].charCodeAt(0)};`)
      from = match.index + 1
    }
    this.#builder.addPart(passage, from)
  }
}

/** What converters of sheets (pandas) write for a cell that has nothing in it. */
function isNothing({ children: [only, ...others] }: TableCell): boolean {
  return others.length === 0 && only?.type === 'text' && /^(?:NaN|NaT|Unnamed: \d+(?:_level_\d+)?)$/u.test(only.value)
}

function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0
}

function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0
}
