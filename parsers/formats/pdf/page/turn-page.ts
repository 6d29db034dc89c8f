import type { Block, Passage } from '../../../../schema/document.ts'
import type { Box, Place } from '../../../../schema/place.ts'
import { mapBlock, mapPassage, type PlaceMap } from '../../passages/map-block.ts'
import type { Edge, PageContent, Word } from './page-content.ts'

/** A page most of whose letters are turned is read as if it were turned back. */
const TURNED_SHARE = 0.7

/** A page with its text upright, and how boxes on it lie on the page as it is. */
export interface TurnedPage {
  content: PageContent
  back: ((box: Box) => Box) | null
}

type Point = readonly [x: number, y: number]

function boxBetween([ax, ay]: Point, [bx, by]: Point): Box {
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)]
}

const mapBox = (map: (x: number, y: number) => Point) => (box: Box) => boxBetween(map(box[0], box[1]), map(box[2], box[3]))

/** The turn that most of a page's letters have. */
function mainTurn(words: readonly Word[]): number {
  const letters = new Map<number, number>()
  for (const word of words) letters.set(word.turn, (letters.get(word.turn) ?? 0) + word.text.length)
  const total = [...letters.values()].reduce((sum, count) => sum + count, 0)
  return [...letters].find(([, count]) => count >= TURNED_SHARE * total)?.[0] ?? 0
}

/** How far down a word's line appears once its page is turned. */
function baseOf(word: Word, turn: number, box: Box, { width, height }: PageContent): number {
  if (word.turn === turn) return turn === 90 ? width + word.base : turn === 180 ? height + word.base : word.base
  // What was upright is turned now; its line lies where its letters do, and nothing is built on it.
  return box[3] - 0.2 * word.size
}

/** A page whose text is turned, turned back; any other as it is. */
export function turnPage(content: PageContent): TurnedPage {
  const turn = mainTurn(content.words)
  if (turn === 0) return { content, back: null }
  const { width, height } = content
  const forth = mapBox((x, y) => (turn === 90 ? [y, width - x] : turn === 270 ? [height - y, x] : [width - x, height - y]))
  const back = mapBox((u, v) => (turn === 90 ? [width - v, u] : turn === 270 ? [v, height - u] : [width - u, height - v]))
  const upright = turn === 180
  const turnWord = (word: Word): Word => {
    const box = forth([word.x0, word.top, word.x1, word.bottom])
    const [x0, top, x1, bottom] = box
    return { ...word, x0, top, x1, bottom, base: baseOf(word, turn, box, content), turn: (word.turn - turn + 360) % 360 }
  }
  const turnEdge = (edge: Edge): Edge => {
    const [x0, top, x1, bottom] = forth(edge.across ? [edge.from, edge.at, edge.to, edge.at] : [edge.at, edge.from, edge.at, edge.to])
    const across = upright ? edge.across : !edge.across
    return across ? { across, at: top, from: x0, to: x1 } : { across, at: x0, from: top, to: bottom }
  }
  return {
    content: {
      ...content,
      width: upright ? width : height,
      height: upright ? height : width,
      words: content.words.map(turnWord),
      edges: content.edges.map(turnEdge),
      fills: content.fills.map((fill) => ({ ...fill, box: forth(fill.box) })),
      marks: content.marks.map((mark) => ({ ...mark, box: forth(mark.box) })),
      drawings: content.drawings.map(forth),
      pictures: content.pictures.map(forth),
      shadings: content.shadings.map(forth),
    },
    back,
  }
}

/** How boxes of turned pages lie on the pages as they are, by page. */
export type Backs = ReadonlyMap<number, (box: Box) => Box>

/** A place, or a run, as it lies on its page as it is. */
export function turnPlace<T extends Pick<Place, 'page' | 'box'>>(one: T, backs: Backs): T {
  const back = one.page === null ? undefined : backs.get(one.page)
  return back && one.box ? { ...one, box: back(one.box) } : one
}

/** A passage with its runs as they lie on the pages as they are. */
export function turnPassage(passage: Passage, backs: Backs): Passage {
  return mapPassage(passage, turningBack(backs))
}

/** Blocks with all their boxes as they lie on the pages as they are. */
export function turnBlocks(blocks: readonly Block[], backs: Backs): Block[] {
  return backs.size === 0 ? [...blocks] : blocks.map((block) => mapBlock(block, turningBack(backs)))
}

function turningBack(backs: Backs): PlaceMap {
  return { runs: (runs) => runs.map((run) => turnPlace(run, backs)), places: (places) => places.map((place) => turnPlace(place, backs)) }
}
