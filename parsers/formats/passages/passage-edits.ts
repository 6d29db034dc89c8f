import type { Passage, Run } from '../../../schema/document.ts'

/** Where a stretch of one source line is. */
export interface SourcePlace {
  page: number | null
  line: number
  fragment: number
}

/** A passage that is a stretch of one source line, letter for letter, white space and mark-up and all. */
export function sourcePassage(source: string, from: number, to: number, place: SourcePlace): Passage {
  if (to <= from) return { text: '', runs: [] }
  const run: Run = {
    start: 0,
    end: to - from,
    page: place.page,
    box: null,
    line: place.line,
    offset: from,
    fragment: place.fragment,
  }
  return { text: source.slice(from, to), runs: [run] }
}

/** Gathers stretches into one passage. Used for every edit: what is not taken over is left out. */
export class PassageBuilder {
  readonly #texts: string[] = []
  readonly #runs: Run[] = []
  #length = 0

  /** How much text there is so far (UTF-16 units). */
  get length(): number {
    return this.#length
  }

  /** Text that appears nowhere in the source: a space for a line break, a letter that a character reference stands for. */
  addText(text: string): void {
    if (!text) return
    this.#texts.push(text)
    this.#length += text.length
  }

  /** The stretch of `passage` from `from` to `to`, with its runs. `firstRun` is a run at or before `from`, so that runs need no search. */
  addPart(passage: Passage, from = 0, to = passage.text.length, firstRun = runIndexAt(passage.runs, from)): void {
    if (to <= from) return
    const shift = this.#length - from
    for (let index = firstRun; index < passage.runs.length; index++) {
      const run = passage.runs[index]
      if (!run || run.start >= to) break
      if (run.end <= from) continue
      this.#addRun(run, Math.max(run.start, from), Math.min(run.end, to), shift)
    }
    this.#texts.push(passage.text.slice(from, to))
    this.#length += to - from
  }

  /** The passage as gathered. */
  build(): Passage {
    return { text: this.#texts.join(''), runs: this.#runs }
  }

  #addRun(run: Run, from: number, to: number, shift: number): void {
    const offset = run.offset === null ? null : run.offset + from - run.start
    const last = this.#runs.at(-1)
    const continues =
      last !== undefined &&
      offset !== null &&
      last.offset !== null &&
      last.end === from + shift &&
      last.offset + last.end - last.start === offset &&
      last.line === run.line &&
      last.page === run.page &&
      last.fragment === run.fragment
    if (continues && last) last.end = to + shift
    else this.#runs.push({ ...run, start: from + shift, end: to + shift, offset })
  }
}

/** The index of the first run that ends after `position`: a binary search. */
export function runIndexAt(runs: readonly Run[], position: number): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    const run = runs[middle]
    if (run && run.end <= position) low = middle + 1
    else high = middle
  }
  return low
}

/** The stretch of a passage from `from` to `to`, white space kept. */
export function partOfPassage(passage: Passage, from: number, to = passage.text.length): Passage {
  const builder = new PassageBuilder()
  builder.addPart(passage, from, to)
  return builder.build()
}

/** A stretch of a passage's text, in UTF-16 offsets. */
export interface Stretch {
  start: number
  end: number
}

/** A passage without the given stretches, which are in order and do not overlap. */
export function withoutStretches(passage: Passage, stretches: readonly Stretch[]): Passage {
  if (stretches.length === 0) return passage
  const builder = new PassageBuilder()
  let from = 0
  for (const stretch of stretches) {
    builder.addPart(passage, from, stretch.start)
    from = stretch.end
  }
  builder.addPart(passage, from)
  return builder.build()
}
