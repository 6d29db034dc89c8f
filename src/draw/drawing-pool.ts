import { BoundedThreads, type Death, timeDeath } from '../reading/bounded-threads.ts'
import type { Limits } from '../reading/limits.ts'
import type { PageMark } from './page-picture.ts'
import type { SmallPicture, Undrawn, WantedPage } from './page-pictures.ts'
import type { ShownText, Told } from './show-file.ts'
import { findTooLarge, type Unshown } from './shown-file.ts'
import type { DrawAnswer, DrawTask } from './worker.ts'

const WORKER = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url)

/** One page may take this share of a paper's time, so that the others have theirs. */
const SHARE_OF_A_PAGE = 1 / 4

/** A paper's file as it was read, and which pages of it are wanted. */
export interface WantedPages {
  /** Where it lies, absolute. */
  file: string
  /** Of its bytes, hexadecimal. */
  sha256: string
  password: string | undefined
  wanted: readonly WantedPage[]
}

/** One page that is wanted with marks, at so many pixels a point. */
export interface WantedMarked {
  file: string
  password: string | undefined
  page: number
  scale: number
  marks: readonly PageMark[]
}

/**
 * Threads that draw pages of papers, each one paper at a time and each within the limits. A page that goes beyond them is
 * given up, and those after it are drawn by another thread.
 */
export class DrawingPool {
  readonly #limits: Limits
  readonly #start: () => BoundedThreads<DrawTask, DrawAnswer>
  #started: BoundedThreads<DrawTask, DrawAnswer> | null = null

  /** A paper's pages may take `limits.seconds` together, each of them a share of that; `limits.pages` of them are drawn. */
  constructor(threads: number, limits: Limits, shareOfAPage = SHARE_OF_A_PAGE) {
    this.#limits = limits
    this.#start = () => new BoundedThreads(threads, { ...limits, seconds: limits.seconds * shareOfAPage }, WORKER)
  }

  /** Is about each page that is wanted and that the file has, once, as a picture or why there is none. Gives why none could be had, or null. */
  async draw({ wanted, ...paper }: WantedPages, onPage: (page: SmallPicture | Undrawn) => void): Promise<Unshown | Death | null> {
    const { seconds, megabytes, pages } = this.#limits
    const tooLarge = findTooLarge(paper.file, megabytes)
    if (tooLarge) return tooLarge
    const over = performance.now() + seconds * 1000
    for (const { page } of wanted.slice(pages)) onPage({ type: 'undrawn', page, rule: 'page-limit', note: `the limit is ${pages} pages` })
    for (let left = wanted.slice(0, pages); ; ) {
      let isOpen = false
      const answer = await this.#threads.run({ type: 'pages', ...paper, megabytes, wanted: left }, (message) => {
        const told = message as Told
        if (told.type === 'opened') isOpen = true
        else {
          // Pages that the file does not have are passed over.
          left = left.slice(left.findIndex(({ page }) => page === told.page) + 1)
          onPage(told)
        }
        return performance.now() > over && left.length > 0 ? timeDeath({ seconds }) : null
      })
      if (answer.type === 'unshown') return answer
      if (answer.type !== 'died') return null
      const [first] = left
      if (!first || !isOpen) return answer
      const isOver = performance.now() > over
      const { rule, note } = answer
      for (const { page } of isOver ? left : [first])
        onPage({ type: 'undrawn', page, rule: rule === 'reader-died' ? 'failed' : rule, note })
      left = left.slice(1)
      if (isOver || left.length === 0) return null
    }
  }

  /** One page with marks, as a PNG. */
  async drawMarked(page: WantedMarked): Promise<{ png: Uint8Array; leftOut: number } | Unshown | Death> {
    const { megabytes } = this.#limits
    return (await this.#threads.run({ type: 'marked', sha256: null, ...page, megabytes })) as Awaited<ReturnType<DrawingPool['drawMarked']>>
  }

  /** The decoded text of a file that must be read to have it, and its sheets; null for a format that has none. */
  async text(file: string, sha256: string): Promise<ShownText | Unshown | Death> {
    const { megabytes } = this.#limits
    return (await this.#threads.run({ type: 'text', file, sha256, megabytes })) as Awaited<ReturnType<DrawingPool['text']>>
  }

  /** Ends the threads and gives back what they hold. */
  async close(): Promise<void> {
    await this.#started?.close()
  }

  /** The threads, which start when something is first to be drawn. */
  get #threads(): BoundedThreads<DrawTask, DrawAnswer> {
    this.#started ??= this.#start()
    return this.#started
  }
}
