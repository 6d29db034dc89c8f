import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PageContent } from '../page/page-content.ts'
import type { Handler, Surroundings } from './machine.ts'
import { list, newMachine } from './machine.ts'
import type { Matrix } from './matrix.ts'
import { PAINT_OPERATORS } from './paint-operators.ts'
import { STATE_OPERATORS } from './state-operators.ts'
import { TEXT_OPERATORS } from './text-operators.ts'

interface OperatorList {
  fnArray: number[]
  argsArray: unknown[]
}

const HANDLERS: readonly (Handler | undefined)[] = [...TEXT_OPERATORS, ...STATE_OPERATORS, ...PAINT_OPERATORS].reduce<
  (Handler | undefined)[]
>((handlers, [operator, handler]) => {
  handlers[operator] = handler
  return handlers
}, [])

/** Operators that may come between where a picture is placed and the picture: they paint nothing. */
const SETS: readonly (boolean | undefined)[] = [
  OPS.dependency,
  OPS.setGState,
  OPS.setLineWidth,
  OPS.setStrokeRGBColor,
  OPS.setFillRGBColor,
  OPS.beginMarkedContent,
  OPS.beginMarkedContentProps,
  OPS.endMarkedContent,
].reduce<boolean[]>((sets, operator) => {
  sets[operator] = true
  return sets
}, [])

/**
 * Interprets one page: adds its words, rules, fills and pictures to `into`. One pass over the operators
 * does for all of them, so that a page is never parsed twice.
 */
export function operatorsToMarks(operators: OperatorList, viewport: Matrix, around: Surroundings, into: PageContent): void {
  const machine = newMachine(viewport, around, into)
  operators.fnArray.forEach((operator, i) => {
    if (!machine.inButton || operator === OPS.endAnnotation) HANDLERS[operator]?.(machine, list(operators.argsArray[i]))
    if (!SETS[operator]) machine.placed = operator === OPS.transform
  })
  into.words = machine.collector.words
}
