import type { Tag } from '../page/page-content.ts'

/** A node of the structure tree as pdfjs gives it. */
interface Node {
  role?: string
  type?: string
  id?: string
  children?: Node[]
}

/** Elements that hold text of their own; what is inside of them is inline (ISO 32000-2, 14.8.4). */
const BLOCKS = /^(P|H[1-6]?|Title|Lbl|LBody|LI|Caption|TH|TD|BlockQuote|Note|FENote|TOCI|Figure|Formula|Aside)$/

/** The tags of a page, and which marked-content id has which. */
export interface PageTags {
  tags: Tag[]
  byContent: Map<number, number>
}

interface Position {
  block: number
  role: string
  table: number
  row: number
  cell: number
  header: boolean
}

/**
 * Flattens the structure tree of a page: each marked-content id is given the innermost block that it
 * is in and, in a table, its row and cell. Roles are the standard ones: pdfjs maps the others.
 */
export function treeToTags(tree: unknown): PageTags {
  const tags: Tag[] = []
  const byContent = new Map<number, number>()
  const counts = { block: 0, table: 0, row: 0, cell: 0 }
  const visit = (node: Node, at: Position): void => {
    if (node.type === 'content') {
      const mcid = Number(/_mc(\d+)$/.exec(node.id ?? '')?.[1] ?? Number.NaN)
      if (Number.isNaN(mcid) || byContent.has(mcid)) return
      byContent.set(mcid, tags.length)
      tags.push({ ...at })
      return
    }
    const role = node.role ?? ''
    let here = at
    if (role === 'Table') here = { ...here, table: counts.table++, row: -1, cell: -1 }
    else if (role === 'TR' && here.table >= 0) here = { ...here, row: counts.row++, cell: -1 }
    else if ((role === 'TD' || role === 'TH') && here.row >= 0) here = { ...here, cell: counts.cell++, header: role === 'TH' }
    if (BLOCKS.test(role)) here = { ...here, block: counts.block++, role }
    for (const child of node.children ?? []) visit(child, here)
  }
  if (tree && typeof tree === 'object') {
    visit(tree, { block: -1, role: '', table: -1, row: -1, cell: -1, header: false })
  }
  return { tags, byContent }
}
