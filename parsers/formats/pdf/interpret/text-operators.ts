import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Glyph } from './glyphs-to-words.ts'
import type { Handler, Machine } from './machine.ts'
import { list, number, numbers } from './machine.ts'
import { matrixOf, multiply } from './matrix.ts'

function moveLine(machine: Machine, x: number, y: number): void {
  machine.lineStart = multiply(machine.lineStart, [1, 0, 0, 1, x, y])
  machine.text = machine.lineStart
}

function setTextMatrix(machine: Machine, matrix: ArrayLike<number> | null): void {
  machine.text = matrixOf(matrix)
  machine.lineStart = machine.text
}

/** Operators of text: its state, its position, and the showing of it (ISO 32000-2, 9.3 and 9.4). */
export const TEXT_OPERATORS: readonly [number, Handler][] = [
  [
    OPS.showText,
    (machine, [glyphs]) => {
      const { collector, marking, state } = machine
      // Letters that are added to the clip leave another shape of it than a box.
      if (state.renderMode > 3) state.clipIsBox = false
      const drawn = list(glyphs) as readonly (Glyph | number)[]
      const shift = collector.show(drawn, multiply(state.ctm, machine.text), state, marking)
      machine.text = multiply(machine.text, [1, 0, 0, 1, shift * state.horizontalScale, 0])
    },
  ],
  [
    OPS.setFont,
    ({ state, around }, [key, size]) => {
      state.font = around.font(String(key))
      state.size = number(size)
    },
  ],
  [OPS.beginText, (machine) => setTextMatrix(machine, null)],
  [OPS.setTextMatrix, (machine, args) => setTextMatrix(machine, numbers(args[0]) ?? numbers(args))],
  [OPS.moveText, (machine, [x, y]) => moveLine(machine, number(x), number(y))],
  [
    OPS.setLeadingMoveText,
    (machine, [x, y]) => {
      machine.state.leading = -number(y)
      moveLine(machine, number(x), number(y))
    },
  ],
  [OPS.nextLine, (machine) => moveLine(machine, 0, -machine.state.leading)],
  [
    OPS.setCharSpacing,
    ({ state }, [value]) => {
      state.charSpacing = number(value)
    },
  ],
  [
    OPS.setWordSpacing,
    ({ state }, [value]) => {
      state.wordSpacing = number(value)
    },
  ],
  [
    OPS.setHScale,
    ({ state }, [value]) => {
      state.horizontalScale = number(value) / 100
    },
  ],
  [
    OPS.setLeading,
    ({ state }, [value]) => {
      state.leading = number(value)
    },
  ],
  [
    OPS.setTextRise,
    ({ state }, [value]) => {
      state.rise = number(value)
    },
  ],
  [
    OPS.setTextRenderingMode,
    ({ state }, [value]) => {
      state.renderMode = number(value)
    },
  ],
]
