import type { Block, Cell, Passage, Run } from '../../../schema/document.ts'
import type { Place } from '../../../schema/place.ts'

/** What becomes of the places of a block: of the runs of each passage and marker, and of a table's and its cells' own. */
export interface PlaceMap {
  runs: (runs: readonly Run[]) => Run[]
  places: (places: readonly Place[]) => Place[]
}

/** A block with the same text at other places, with all that is in its cells. */
export function mapBlock(block: Block, map: PlaceMap): Block {
  if (block.type === 'table') {
    const cell = (one: Cell): Cell => ({ ...one, places: map.places(one.places), blocks: one.blocks.map((inner) => mapBlock(inner, map)) })
    return { ...block, places: map.places(block.places), rows: block.rows.map((row) => row.map(cell)) }
  }
  const passage = mapPassage(block.passage, map)
  return block.type === 'list-item' ? { ...block, passage, markerRuns: map.runs(block.markerRuns) } : { ...block, passage }
}

/** A passage with the same text at other places. */
export function mapPassage({ text, runs }: Passage, map: PlaceMap): Passage {
  return { text, runs: map.runs(runs) }
}
