import type { Line } from './line.ts'
import { COLUMN_GAP_LEAST_EM, lineToChunks } from './line-to-chunks.ts'

/** A white channel between columns is at least this wide, in parts of the font size: in few lines, where spaces fall above each other by chance, and in many. */
const CHANNEL_EM_FEW = 0.9
const CHANNEL_EM_MANY = 0.5
const MANY_LINES = 8
/** Down a whole page no spaces of ragged text are above each other: there any gap that is wider than a space parts columns. */
const PAGE_LINES = 16
/** So many of the lines may cross a channel: headings that span columns, totals, notes. */
const CROSSING_SHARE = 0.15
/** A column has text on at least so many lines: in a table of long texts its number is on one line of ten. */
const COLUMN_LINES = 2

/** What crosses is counted in steps of half a point: the channel of a table with narrow margins is but a few points wide. */
const STEPS_PER_PT = 2

/** Measured in steps from the left edge. */
interface Channel {
  from: number
  to: number
}

/**
 * The white channels that run down through lines, as positions in their middles from left to right:
 * what parts the columns of a table without upright rules. A few lines may cross a channel.
 * After the white-space analysis of Nurminen (2013) and of Tabula's stream mode, on whole chunks rather than on words.
 */
export function linesToColumns(lines: readonly Line[], from: number, to: number): number[] {
  if (lines.length < 2 || to - from < 2) return []
  const size = [...lines].sort((a, b) => a.size - b.size)[lines.length >> 1]?.size ?? 10
  const scaled = (x: number) => (x - from) * STEPS_PER_PT
  const chunks = lines.map((line) =>
    lineToChunks(line, COLUMN_GAP_LEAST_EM)
      .filter((chunk) => chunk.x1 > from && chunk.x0 < to)
      .map((chunk) => ({ x0: scaled(chunk.x0), x1: scaled(chunk.x1) })),
  )
  const width = Math.ceil(scaled(to))
  const crossing = new Array<number>(width).fill(0)
  for (const line of chunks) {
    let marked = 0
    for (const chunk of line) {
      const end = Math.min(width, Math.ceil(chunk.x1 - 0.25 * STEPS_PER_PT))
      for (let x = Math.max(marked, Math.floor(chunk.x0 + 0.25 * STEPS_PER_PT)); x < end; x++) crossing[x] = (crossing[x] ?? 0) + 1
      marked = Math.max(marked, end)
    }
  }
  // The white outside of all text parts nothing.
  const [first, last] = [crossing.findIndex((count) => count > 0), crossing.findLastIndex((count) => count > 0)]
  crossing.fill(Infinity, 0, Math.max(0, first)).fill(Infinity, last + 1)
  const filled = chunks.filter((line) => line.length > 0).length
  const allowed = filled >= 4 ? Math.max(1, Math.floor(CROSSING_SHARE * filled)) : 0
  const minimum = leastWidth(filled) * size * STEPS_PER_PT
  const channels = channelsOf(crossing, allowed)
    .flatMap((channel) => narrowed(channel, crossing, minimum))
    .filter((channel) => channel.to - channel.from >= minimum)
    .filter((channel) => channel.from > 0 && channel.to < width)
  return withColumns(channels, chunks, COLUMN_LINES).map((channel) => from + (channel.from + channel.to) / 2 / STEPS_PER_PT)
}

function leastWidth(lines: number): number {
  if (lines >= PAGE_LINES) return COLUMN_GAP_LEAST_EM
  return lines >= MANY_LINES ? CHANNEL_EM_MANY : CHANNEL_EM_FEW
}

function channelsOf(crossing: number[], allowed: number): Channel[] {
  const channels: Channel[] = []
  crossing.forEach((count, x) => {
    if (count > allowed) return
    const last = channels.at(-1)
    if (last && last.to === x) last.to = x + 1
    else channels.push({ from: x, to: x + 1 })
  })
  return channels
}

/** The parts of a channel that fewest lines cross, where they are wide enough: a column with little text is not a channel. */
function narrowed(channel: Channel, crossing: number[], minimum: number): Channel[] {
  const inside = crossing.slice(channel.from, channel.to)
  const parts = channelsOf(inside, Math.min(...inside)).filter(({ from, to }) => to - from >= minimum)
  return parts.length > 0 ? parts.map(({ from, to }) => ({ from: channel.from + from, to: channel.from + to })) : [channel]
}

/** Only channels that have a column on their left: what lies between two of them must hold text on enough lines. */
function withColumns(channels: Channel[], chunks: { x0: number; x1: number }[][], enough: number): Channel[] {
  const kept: Channel[] = []
  const textBetween = (a: number, b: number) =>
    chunks.filter((line) => line.some((chunk) => (chunk.x0 + chunk.x1) / 2 > a && (chunk.x0 + chunk.x1) / 2 < b)).length
  for (const channel of channels) {
    if (textBetween(kept.at(-1)?.to ?? -Infinity, channel.from) >= enough) kept.push(channel)
    else if (kept.length > 0 && channel.to - channel.from > (kept.at(-1)?.to ?? 0) - (kept.at(-1)?.from ?? 0))
      kept[kept.length - 1] = channel
  }
  while (kept.length > 0 && textBetween(kept.at(-1)?.to ?? 0, Infinity) < enough) kept.pop()
  return kept
}
