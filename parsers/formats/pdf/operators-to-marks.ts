import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Handler, Surroundings } from './machine.ts'
import { list, newMachine } from './machine.ts'
import type { Matrix } from './matrix.ts'
import type { PageContent } from './page-content.ts'
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

/**
 * Interprets one page: adds its words, rules, fills and pictures to `into`. One pass over the operators
 * does for all of them, so that a page is never parsed twice.
 */
export function operatorsToMarks(operators: OperatorList, viewport: Matrix, around: Surroundings, into: PageContent): void {
  const machine = newMachine(viewport, around, into)
  operators.fnArray.forEach((operator, i) => {
    if (!machine.inButton || operator === OPS.endAnnotation) HANDLERS[operator]?.(machine, list(operators.argsArray[i]))
    machine.placed = operator === OPS.transform
  })
  into.words = machine.collector.words
}
