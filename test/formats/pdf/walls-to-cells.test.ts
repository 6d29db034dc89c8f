import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Edge } from '../../../parsers/formats/pdf/page/page-content.ts'
import { emptyPage } from '../../../parsers/formats/pdf/page/page-content.ts'
import { connectEdges, edgesToFrame } from '../../../parsers/formats/pdf/rules/edges-to-frames.ts'
import { mergeEdges } from '../../../parsers/formats/pdf/rules/merge-edges.ts'
import { frameToTable } from '../../../parsers/formats/pdf/tables/frame-to-table.ts'
import { wallsToCells } from '../../../parsers/formats/pdf/tables/walls-to-cells.ts'
import { words } from './words.ts'

const positions = fc
  .array(fc.integer({ min: 20, max: 90 }), { minLength: 2, maxLength: 5 })
  .map((steps) => steps.map((_, i) => steps.slice(0, i + 1).reduce((sum, step) => sum + step, 40)))

function lattice(xs: readonly number[], ys: readonly number[]): Edge[] {
  const [x0 = 0, x1 = 0, y0 = 0, y1 = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)]
  return [...ys.map((at) => ({ across: true, at, from: x0, to: x1 })), ...xs.map((at) => ({ across: false, at, from: y0, to: y1 }))]
}

describe('edges to cells', () => {
  it('finds every cell of a complete lattice, however its rules are cut and doubled', () => {
    fc.assert(
      fc.property(positions, positions, fc.double({ min: 0.2, max: 0.8, noNaN: true }), (xs, ys, cut) => {
        const pieces = lattice(xs, ys).flatMap((edge) => {
          const middle = edge.from + cut * (edge.to - edge.from)
          return [
            { ...edge, to: middle },
            { ...edge, at: edge.at + 0.5, from: middle + 0.5 },
          ]
        })
        const groups = connectEdges(mergeEdges(pieces))
        expect(groups).toHaveLength(1)
        const frame = edgesToFrame(groups[0] ?? [])
        expect(frame?.xs).toHaveLength(xs.length)
        expect(frame?.ys).toHaveLength(ys.length)
        if (!frame) return
        const table = frameToTable(frame, [], emptyPage(1), 'lattice')
        expect(table.cells).toHaveLength((xs.length - 1) * (ys.length - 1))
      }),
    )
  })

  it('covers a grid with cells that do not overlap, whatever walls are missing', () => {
    fc.assert(
      fc.property(positions, positions, fc.infiniteStream(fc.boolean()), (xs, ys, walls) => {
        const known = new Map<string, boolean>()
        const wall = (key: string) => {
          if (!known.has(key)) known.set(key, walls.next().value === true)
          return known.get(key) === true
        }
        const grid = wallsToCells(xs, ys, { right: (r, c) => wall(`r${r} ${c}`), below: (r, c) => wall(`b${r} ${c}`) })
        const units = grid.cells.flatMap((cell) =>
          Array.from(
            { length: cell.rowSpan * cell.colSpan },
            (_, i) => `${cell.row + Math.floor(i / cell.colSpan)} ${cell.col + (i % cell.colSpan)}`,
          ),
        )
        expect(units).toHaveLength((xs.length - 1) * (ys.length - 1))
        expect(new Set(units).size).toBe(units.length)
      }),
    )
  })

  it('takes a cell over two columns where the rule between them is left out', () => {
    const edges = mergeEdges([
      ...[0, 20, 40].map((at) => ({ across: true, at, from: 0, to: 200 })),
      ...[0, 200].map((at) => ({ across: false, at, from: 0, to: 40 })),
      { across: false, at: 100, from: 20, to: 40 },
    ])
    const frame = edgesToFrame(edges)
    if (!frame) throw new Error('no frame')
    const inside = [...words('Spans both', 10, 14), ...words('left', 10, 34), ...words('right', 110, 34)]
    expect(frameToTable(frame, inside, emptyPage(1), 'lattice').cells.map(({ row, col, colSpan }) => [row, col, colSpan])).toEqual([
      [0, 0, 2],
      [1, 0, 1],
      [1, 1, 1],
    ])
  })
})
