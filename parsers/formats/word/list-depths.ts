import type { PrintedNumber } from './text-draft.ts'

/** Two paragraphs whose indents differ by less are in one list. */
const SAME_INDENT_POINTS = 5

interface OpenList {
  list: string
  level: number
  indent: number
}

/**
 * How deep each item of a list is: under an item of its own list by its level, under that of another list (bullets below a
 * numbered paragraph) by how far it is set in.
 */
export class ListDepths {
  #open: OpenList[] = []

  /** The depth of the next item, from 0; `indent` in points. */
  next({ list, level }: PrintedNumber, indent: number): number {
    const isAbove = (open: OpenList): boolean => (open.list === list ? open.level < level : open.indent < indent - SAME_INDENT_POINTS)
    while (this.#open.length > 0 && !isAbove(this.#open.at(-1) as OpenList)) this.#open.pop()
    this.#open.push({ list, level, indent })
    return this.#open.length - 1
  }

  /** What comes between two lists ends the first: a heading, a table, a paragraph that is not set in. */
  end(): void {
    this.#open = []
  }
}
