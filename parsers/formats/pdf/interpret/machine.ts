import type { PageContent } from '../page/page-content.ts'
import type { DrawingState, Font } from './drawing-state.ts'
import { initialState } from './drawing-state.ts'
import type { Marking } from './glyphs-to-words.ts'
import { WordCollector } from './glyphs-to-words.ts'
import type { Matrix } from './matrix.ts'
import { matrixOf } from './matrix.ts'

/** What a page's operators need from the document around them. */
export interface Surroundings {
  font: (key: string) => Font
  /** Index into `PageContent.tags` of a marked-content id, or -1. */
  tagOf: (mcid: number) => number
  /** Whether a box or button of a form is ticked, by its annotation's id; null for other annotations. */
  isTicked: (annotation: string) => boolean | null
  /** Whether an optional content group is shown. */
  isShown: (group: unknown) => boolean
}

/** What interpreting a page changes from operator to operator. */
export interface Machine {
  readonly viewport: Matrix
  readonly around: Surroundings
  readonly into: PageContent
  readonly collector: WordCollector
  state: DrawingState
  readonly saved: DrawingState[]
  marking: Marking
  readonly marked: Marking[]
  /** The text matrix and the text line matrix (ISO 32000-2, 9.4.1). */
  text: Matrix
  lineStart: Matrix
  /** The next path is added to the clip. */
  clipNext: boolean
  /** Operators draw a box or button of a form, which is read as a tick or as nothing. */
  inButton: boolean
  /** The last operator changed the matrix: with nothing painted after it, a picture was left out there. */
  placed: boolean
}

/** What one operator does; arguments as pdfjs gives them. */
export type Handler = (machine: Machine, args: readonly unknown[]) => void

/** A machine before the first operator. */
export function newMachine(viewport: Matrix, around: Surroundings, into: PageContent): Machine {
  return {
    viewport,
    around,
    into,
    collector: new WordCollector(into),
    state: initialState(viewport, into.width, into.height),
    saved: [],
    marking: { tag: -1, artifact: false, shown: true },
    marked: [],
    text: matrixOf(null),
    lineStart: matrixOf(null),
    clipNext: false,
    inButton: false,
    placed: false,
  }
}

/** An argument as a list; empty where it is not one. */
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** An argument as a number; 0 where it is not one. */
export const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0)

/** An argument as a list of numbers, or null. */
export function numbers(value: unknown): ArrayLike<number> | null {
  return value instanceof Float32Array || (Array.isArray(value) && value.every((item) => typeof item === 'number')) ? value : null
}
