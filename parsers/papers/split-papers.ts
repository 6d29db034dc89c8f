import type { Document } from '../../schema/document.ts'
import { isSpreadsheet } from '../../schema/sheet-cells.ts'
import { FEATURES, PRIOR } from './features.ts'
import { findStarts, type Start } from './find-starts.ts'
import { likenessAt } from './likeness.ts'
import { listedTitles } from './listed-titles.ts'
import { partAtPages } from './part-at-pages.ts'
import { partDocument } from './part-document.ts'
import type { Split } from './split-signs.ts'
import { type Substance, substanceOf } from './substance.ts'

/** One paper of a file. */
export interface PaperPart {
  /** The file's document with the blocks and pages of this paper alone; the document itself where it holds one. */
  document: Document
  pageFrom: number | null
  pageTo: number | null
  hint: 'cover' | 'agenda' | 'paper'
  /** Why a paper begins here: the features that hold, the heaviest first. Empty for the first. */
  reasons: string[]
  /** How sure the split before it is, from .5 to 1; 1 for the first. */
  score: number
}

interface Step {
  start: Start
  gain: number
  total: number
  reasons: string[]
  before: Step | null
}

/** A start that gains less than this beside any other begins no paper; others are weighed. */
const LEAST_PROMISE = -1

/** So many starts before are weighed as the one that the paper before began at; no paper holds more that look like one. */
const MOST_OPEN = 60

/**
 * The papers in one file, in order. Weighs at each place where a paper may begin what speaks for and
 * against it, beside the paper before it, and takes the choice of places that is best as a whole. A false
 * split loses context and a missed one does not, so each has to win against a cost.
 */
export function splitPapers(document: Document): PaperPart[] {
  // A workbook is one paper: whoever keeps it put its sheets together.
  if (isSpreadsheet(document.mediaType)) return [whole(document, findStarts(document)[0])]
  const parted = partAtPages(document)
  const starts = findStarts(parted)
  const [first, ...others] = starts
  if (!first || others.length === 0) return [whole(document, first)]
  const listed = listedTitles(parted)
  const substance = substanceOf(parted)
  const likeness = likenessAt(parted)
  const ends = nextStarts(others, parted.blocks.length)
  const inPack = first.front.opener === 'agenda'
  let steps: Step[] = [{ start: first, gain: 0, total: 0, reasons: [], before: null }]
  for (const start of others) {
    const holds = substance(start.block, ends(start))
    const found = steps
      .map((before): Step => {
        const previous = before.start
        const split: Split = {
          previous,
          start,
          held: substance(previous.block, start.block),
          holds,
          opensWithTable: parted.blocks[start.front.end]?.type === 'table' && substance(start.front.end, start.front.end + 1).followed,
          rest: substance(start.block, parted.blocks.length).letters,
          listed: listed(start.front.names, previous.block, start.block),
          likeness: () => likeness(start.block),
          inPack,
        }
        const features = FEATURES.filter((feature) => feature.holds(split)).sort((a, b) => b.weight - a.weight)
        const gain = features.reduce((sum, { weight }) => sum + weight, PRIOR)
        return { start, gain, total: before.total + gain, reasons: features.map(({ name, weight }) => `${name} ${weight}`), before }
      })
      .reduce((best, step) => (step.total > best.total ? step : best))
    if (found.gain > LEAST_PROMISE) steps = [...steps, found].slice(-MOST_OPEN)
  }
  const best = steps.reduce((a, b) => (b.total > a.total + 1e-9 ? b : a))
  return best.before === null ? [whole(document, first)] : stepsToParts(parted, best)
}

/** For each start, where the next begins that may be another paper: what lies between is what it holds. */
function nextStarts(starts: readonly Start[], end: number): (start: Start) => number {
  const marks = starts.filter(
    ({ front, before }) => front.opener !== null || front.appendix !== null || (before.kind === 'page' && front.labels.size >= 2),
  )
  return (start) => marks.find(({ block }) => block > Math.max(start.block, start.front.end))?.block ?? end
}

function stepsToParts(document: Document, last: Step): PaperPart[] {
  const substance = substanceOf(document)
  const chain: Step[] = []
  for (let step: Step | null = last; step; step = step.before) chain.unshift(step)
  return chain.map((step, index) => {
    const to = chain[index + 1]?.start.block ?? document.blocks.length
    const part = partDocument(document, index === 0 ? 0 : step.start.block, to)
    return {
      ...part,
      hint: hintOf(step.start, substance(step.start.block, to)),
      reasons: step.reasons,
      score: index === 0 ? 1 : Math.round(100 / (1 + Math.exp(-step.gain))) / 100,
    }
  })
}

/** A part with fewer letters that opens a file of several, and decides and lists nothing, is its cover. */
const COVER_LETTERS = 400

function hintOf(start: Start, { letters, followed }: Substance): PaperPart['hint'] {
  if (start.front.opener === 'agenda') return 'agenda'
  return start.block === 0 && letters < COVER_LETTERS && !followed && start.front.opener === null ? 'cover' : 'paper'
}

function whole(document: Document, first: Start | undefined): PaperPart {
  const pages = document.pages.map(({ page }) => page)
  return {
    document,
    pageFrom: pages[0] ?? null,
    pageTo: pages.at(-1) ?? null,
    hint: first?.front.opener === 'agenda' ? 'agenda' : 'paper',
    reasons: [],
    score: 1,
  }
}
