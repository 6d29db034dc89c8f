import { squeeze } from '../../parsers/recognise/fold.ts'
import { byCodeUnits } from '../../schema/by-code-units.ts'
import type { LinkInput } from '../../schema/links.ts'
import { compareReadings } from './compare-readings.ts'
import { type PaperReading, readPapers } from './paper-reading.ts'

/** Which papers are there in several files. */
export interface SamePapers {
  /** By paper id, the paper whose reading counts in its place. */
  copies: ReadonlyMap<string, string>
  /** Papers that are very like another and not certainly the same: both count. */
  doubtful: { paperId: string; documentId: string; likeId: string }[]
}

/** More papers than these that share a text are a form, of which nothing can be said. */
const MOST_ALIKE = 12

/**
 * Finds papers that are there in several files, and which reading of each counts: the first in the order of `byWorth`. Only papers of
 * one kind and day that share a text are compared, so that the time grows with the archive. A pure function of the documents: their
 * order makes no difference. `minded` are the documents that people corrected.
 */
export function samePapers(documents: readonly LinkInput[], minded: ReadonlySet<string> = new Set()): SamePapers {
  const papers = documents.flatMap(readPapers).sort(byWorth(minded))
  const rivals = findRivals(papers)
  const copies = new Map<string, string>()
  const doubtful: SamePapers['doubtful'] = []
  for (const paper of papers) {
    const before = (rivals.get(paper) ?? []).filter(({ paperId }) => !copies.has(paperId))
    let like: PaperReading | null = null
    for (const other of before) {
      const sameness = compareReadings(other, paper)
      if (sameness === 'same') {
        copies.set(paper.paperId, other.paperId)
        break
      }
      if (sameness === 'doubtful') like ??= other
    }
    if (like && !copies.has(paper.paperId)) doubtful.push({ paperId: paper.paperId, documentId: paper.documentId, likeId: like.paperId })
  }
  return { copies, doubtful }
}

/**
 * The best reading first: what people have corrected, a text layer before recognised pictures, more records and values, fewer errors and
 * warnings, a file of its own before a pack; the id decides between equals.
 */
const byWorth = (minded: ReadonlySet<string>) => (a: PaperReading, b: PaperReading) =>
  Number(minded.has(b.documentId)) - Number(minded.has(a.documentId)) ||
  Number(a.isScanned) - Number(b.isScanned) ||
  b.size - a.size ||
  a.troubles - b.troubles ||
  Number(b.alone) - Number(a.alone) ||
  byCodeUnits(a.documentId, b.documentId) ||
  byCodeUnits(a.paperId, b.paperId)

/** For each paper those before it in the list that it may be the same as. */
function findRivals(papers: readonly PaperReading[]): Map<PaperReading, PaperReading[]> {
  const places = new Map(papers.map((paper, place) => [paper, place]))
  const rivals = new Map<PaperReading, Set<PaperReading>>()
  const meet = (alike: ReadonlySet<PaperReading>, mayMeet: (a: PaperReading, b: PaperReading) => boolean): void => {
    const list = [...alike]
    if (list.length < 2 || list.length > MOST_ALIKE) return
    list.forEach((later, index) => {
      for (const earlier of list.slice(0, index)) if (mayMeet(earlier, later)) addTo(rivals, later, earlier)
    })
  }
  for (const ofDay of Map.groupBy(papers, ({ kind, dated }) => `${kind} ${dated}`).values()) {
    if (ofDay.length < 2) continue
    const byText = new Map<string, Set<PaperReading>>()
    for (const paper of ofDay) for (const text of textsOf(paper)) addTo(byText, squeeze(text), paper)
    for (const alike of byText.values()) meet(alike, () => true)
  }
  // One of unknown day may be the same as any: their longest texts say which.
  const byLongest = new Map<string, Set<PaperReading>>()
  for (const paper of papers) addTo(byLongest, `${paper.kind} ${squeeze(longestText(paper))}`, paper)
  for (const alike of byLongest.values()) meet(alike, (a, b) => (a.dated === null) !== (b.dated === null))
  const inOrder = (others: Set<PaperReading>) => [...others].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
  return new Map([...rivals].map(([paper, others]) => [paper, inOrder(others)]))
}

function addTo<K>(sets: Map<K, Set<PaperReading>>, key: K, paper: PaperReading): void {
  const set = sets.get(key)
  if (set) set.add(paper)
  else sets.set(key, new Set([paper]))
}

const textsOf = ({ records }: PaperReading): string[] =>
  Object.values(records).flatMap((list) => list.flatMap(({ text }) => (text === '' ? [] : [text])))

function longestText(paper: PaperReading): string {
  return textsOf(paper).reduce((best, text) => (text.length > best.length ? text : best), '')
}
