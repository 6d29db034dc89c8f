import type { Passage } from '../../schema/document.ts'
import type { TextEntry } from '../outline/outline.ts'
import type { Item } from './items.ts'
import { unnumberedItem } from './limbs.ts'

/** An entry of a list, and the heading that it stands under within the list. */
export interface ThemedEntry {
  entry: TextEntry
  theme: Passage | null
}

/**
 * A list of bullets, or of paragraphs that each begin "That …": items without numbers. A bullet that the format
 * sets deeper is a part of the one above it.
 */
export function bulletsToItems(entries: readonly ThemedEntry[]): Item[] {
  const bullets = entries.filter(({ entry }) => entry.bullet)
  const chosen = bullets.length > 0 ? bullets : entries.filter(({ entry }) => /^That\b/u.test(entry.passage.text))
  /** The bullets that the next one may lie under, the innermost last. */
  const above: { depth: number; index: number }[] = []
  return chosen.map(({ entry, theme }, index): Item => {
    while ((above.at(-1)?.depth ?? -1) >= entry.depth) above.pop()
    const parent = above.at(-1)?.index ?? null
    above.push({ depth: entry.depth, index })
    return { ...unnumberedItem(entry.passage), parent, heading: theme }
  })
}
