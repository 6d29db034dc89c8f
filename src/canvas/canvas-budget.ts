import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'

/** A canvas with what draws on it, as pdfjs holds them; null once they are let go. */
interface Held {
  canvas: Canvas | null
  context: SKRSContext2D | null
}

const BYTES_OF_A_PIXEL = 4
const MEGABYTE = 2 ** 20

/** Thrown where a page asks for more canvases than its budget holds. */
export class CanvasBudgetError extends Error {
  override name = 'CanvasBudgetError'
}

/**
 * How many bytes the canvases of one page may take at one time: its own and those of groups that are drawn apart. They
 * lie outside of what a thread's memory is measured by.
 */
export class CanvasBudget {
  readonly #megabytes: number
  #held = 0

  /** `megabytes` are of 2^20 bytes. */
  constructor(megabytes: number) {
    this.#megabytes = megabytes
  }

  /** Forgets what an earlier page that failed has left. */
  startPage(): void {
    this.#held = 0
  }

  /** A new canvas. Throws `CanvasBudgetError`, and for a size that is not one. */
  create(width: number, height: number): Canvas {
    this.#take(width, height)
    return createCanvas(width, height)
  }

  /** Gives the canvas another size. Throws as `create` does. */
  resize(canvas: Canvas, width: number, height: number): void {
    this.#held -= canvas.width * canvas.height * BYTES_OF_A_PIXEL
    this.#take(width, height)
    canvas.width = width
    canvas.height = height
  }

  /** Takes the canvas's memory. One of no pixels would get the size that canvases have when nobody gives one, so it keeps one. */
  letGo(canvas: Canvas): void {
    this.resize(canvas, 1, 1)
  }

  #take(width: number, height: number): void {
    const bytes = width * height * BYTES_OF_A_PIXEL
    if (!(bytes > 0 && Number.isFinite(bytes))) throw new Error(`there is no canvas of ${width} × ${height} pixels`)
    if (this.#held + bytes > this.#megabytes * MEGABYTE) throw new CanvasBudgetError(`the limit is ${this.#megabytes} MB`)
    this.#held += bytes
  }

  /** The class of a factory that pdfjs takes its canvases from. */
  factory(): new () => object {
    const budget = this
    return class {
      create(width: number, height: number): Held {
        const canvas = budget.create(Math.floor(width), Math.floor(height))
        return { canvas, context: canvas.getContext('2d') }
      }

      reset({ canvas }: Held, width: number, height: number): void {
        if (canvas) budget.resize(canvas, Math.floor(width), Math.floor(height))
      }

      destroy(held: Held): void {
        if (held.canvas) budget.letGo(held.canvas)
        held.canvas = null
        held.context = null
      }

      getNoAlphaContext(canvas: Canvas): SKRSContext2D {
        return canvas.getContext('2d', { alpha: false })
      }
    }
  }
}
