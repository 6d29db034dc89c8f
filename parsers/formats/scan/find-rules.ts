import type { Ink } from './picture.ts'

/** A stretch of ink on one line of pixels, both ends in it: on which line, from where to where along it. */
export type InkRun = readonly [line: number, from: number, to: number]

/** A straight stroke of ink: its box in pixels, ends in it, and the runs that make it. */
export interface Rule {
  across: boolean
  x0: number
  y0: number
  x1: number
  y1: number
  runs: InkRun[]
}

/** In inches: shorter runs are letters' (a level one may be a dash, an upright one no more than a stem). */
const LEAST_LEVEL_IN = 0.3
const LEAST_UPRIGHT_IN = 0.16
/** In inches: scanners leave gaps, and so does turning. */
const GAP_IN = 0.02
/** So much of a run is inked. */
const INKED = 0.9
/** In inches, and beside its length: thicker strokes are shading or pictures. */
const THICKEST_IN = 0.05
const LEAST_SLENDER = 4
/** A rule is as thick all along. Runs that are shorter than so much of its longest one belong to what touches it: a shaded cell's edge, a bar. */
const LEAST_OF_LONGEST = 0.4
/** Three pixels beside a rule there is paper; beside a row of letters' feet their stems are. */
const BESIDE_PX = 3
const MOST_BESIDE = 0.2

/** In inches: shorter upright strokes may be the stems of a heading's letters. */
const STEM_IN = 0.5

/** The rules in a picture: long runs of ink, those of neighbouring lines put together, kept where they are thin and are in paper. */
export function findRules(ink: Ink, dpi: number): Rule[] {
  const level = rulesAlong(ink, dpi, true)
  const uprights = rulesAlong(ink, dpi, false)
  return [...level, ...uprights.filter((rule) => rule.y1 - rule.y0 > STEM_IN * dpi || meets(rule, level, dpi * GAP_IN))]
}

/** Whether an upright stroke ends at a level one, as the side of a cell does and the stem of a large letter does not. */
function meets(upright: Rule, level: readonly Rule[], gap: number): boolean {
  return level.some(
    ({ x0, x1, y0, y1 }) =>
      upright.x1 >= x0 - gap && upright.x0 <= x1 + gap && [upright.y0, upright.y1].some((end) => end >= y0 - gap && end <= y1 + gap),
  )
}

/** Runs of neighbouring lines that touch. */
interface Stroke {
  from: number
  to: number
  first: number
  last: number
  runs: InkRun[]
  /** Runs of what touches it. */
  touching: InkRun[]
}

function rulesAlong(ink: Ink, dpi: number, across: boolean): Rule[] {
  const { width, height, data } = ink
  const [lines, length] = across ? [height, width] : [width, height]
  const at = (line: number, along: number): number => (across ? data[line * width + along] : data[along * width + line]) ?? 0
  const least = Math.round(dpi * (across ? LEAST_LEVEL_IN : LEAST_UPRIGHT_IN))
  const gap = Math.round(dpi * GAP_IN)
  const strokes = joinRuns(
    (line) => runsOf((along) => at(line, along), length, least, gap).map(([from, to]): InkRun => [line, from, to]),
    lines,
    gap,
  ).map(withoutTouching)
  const thickest = Math.round(dpi * THICKEST_IN)
  return strokes
    .filter(({ from, to, first, last }) => last - first + 1 <= thickest && to - from + 1 >= LEAST_SLENDER * (last - first + 1))
    .filter((stroke) => [-1, 1].every((side) => inkBeside(stroke, side, lines, at) < MOST_BESIDE))
    .map(({ from, to, first, last, runs }) =>
      across ? { across, x0: from, x1: to, y0: first, y1: last, runs } : { across, x0: first, x1: last, y0: from, y1: to, runs },
    )
}

/** Stretches of ink on one line of pixels, small gaps bridged. */
function runsOf(at: (along: number) => number, length: number, least: number, gap: number): [from: number, to: number][] {
  const runs: [number, number][] = []
  let [start, end, inked] = [-1, -1, 0]
  const close = (): void => {
    const whole = end - start + 1
    if (start >= 0 && whole >= least && inked >= INKED * whole) runs.push([start, end])
    start = -1
    inked = 0
  }
  for (let along = 0; along < length; along++) {
    if (at(along)) {
      if (start < 0) start = along
      end = along
      inked++
    } else if (start >= 0 && along - end > gap) close()
  }
  close()
  return runs
}

function joinRuns(runsOn: (line: number) => readonly InkRun[], lines: number, gap: number): Stroke[] {
  let open: Stroke[] = []
  const done: Stroke[] = []
  for (let line = 0; line < lines; line++) {
    for (const run of runsOn(line)) {
      const [, from, to] = run
      const touching = open.filter((stroke) => from <= stroke.to + gap && to >= stroke.from - gap)
      const all = touching.reduce<Stroke>(joined, { from, to, first: line, last: line, runs: [run], touching: [] })
      open = [...open.filter((stroke) => !touching.includes(stroke)), all]
    }
    done.push(...open.filter((stroke) => stroke.last < line - 1))
    open = open.filter((stroke) => stroke.last >= line - 1)
  }
  return [...done, ...open]
}

function joined(a: Stroke, b: Stroke): Stroke {
  return {
    from: Math.min(a.from, b.from),
    to: Math.max(a.to, b.to),
    first: Math.min(a.first, b.first),
    last: Math.max(a.last, b.last),
    runs: [...b.runs, ...a.runs],
    touching: [],
  }
}

/** A stroke by its long runs alone. */
function withoutTouching(stroke: Stroke): Stroke {
  const lengthOf = ([, from, to]: InkRun): number => to - from + 1
  const least = LEAST_OF_LONGEST * Math.max(...stroke.runs.map(lengthOf))
  const runs = stroke.runs.filter((run) => lengthOf(run) >= least)
  const touching = stroke.runs.filter((run) => lengthOf(run) < least)
  const lines = runs.map(([line]) => line)
  return { ...stroke, runs, touching, first: Math.min(...lines), last: Math.max(...lines) }
}

/** Which share of what lies a little beside a stroke is ink, what touches it left out. */
function inkBeside({ runs, touching }: Stroke, side: number, lines: number, at: (line: number, along: number) => number): number {
  const byLine = Map.groupBy(runs, ([line]) => line)
  let [pixels, inked] = [0, 0]
  for (const [line, from, to] of runs) {
    if (byLine.get(line + side)?.some(([, otherFrom, otherTo]) => otherFrom < to && otherTo > from)) continue
    const away = line + side * BESIDE_PX
    if (away < 0 || away >= lines) continue
    const left = touching.filter(([other]) => other === away)
    for (let along = from; along <= to; along++) {
      if (left.some(([, otherFrom, otherTo]) => along >= otherFrom && along <= otherTo)) continue
      inked += at(away, along)
      pixels++
    }
  }
  return pixels ? inked / pixels : 0
}
