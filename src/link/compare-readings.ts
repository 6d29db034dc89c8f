import { foldWords, squeeze } from '../../parsers/recognise/fold.ts'
import type { PaperReading, ReadRecord } from './paper-reading.ts'

/** Whether two files hold one paper. `doubtful` is what is alike and not certain. */
export type Sameness = 'same' | 'doubtful' | 'other'

/** From this share of its records on, a paper is so like another that a person should look. */
const LIKE = 0.8
/** A reader loses one record in twenty at most; more that are only in one file are another version. */
const NEARLY_ALL = 0.95
/** Fewer words than these, "that the report be noted", are printed in many papers of one day. */
const LEAST_WORDS = 12

/**
 * Whether two readings are of one paper, printed or copied into two files. They are where kind, council, committee, day and the words
 * of nearly all records are the same and no value contradicts another. Two versions of a tracker share their wordings, so that
 * one status, date or number that differs is enough for doubt. What one file's format cannot print (the colours of grades
 * in a plain text) is missing from all of its records; what only some records lack is what a later version filled in.
 */
export function compareReadings(a: PaperReading, b: PaperReading): Sameness {
  if (a.kind !== b.kind || a.documentId === b.documentId) return 'other'
  if (differ(a.dated, b.dated) || differ(a.council, b.council)) return 'other'
  let sure = a.dated === b.dated && a.council === b.council && a.committee === b.committee
  const misread = a.isScanned || b.isScanned
  const tally = { all: 0, paired: 0, contradicted: 0, words: 0 }
  for (const list of LISTS) {
    const { pairs, left, right } = pairRecords(a.records[list], b.records[list], misread)
    const { contradicted, isPartial } = compareValues(pairs)
    tally.all += pairs.length + Math.max(left, right)
    tally.paired += pairs.length
    tally.contradicted += contradicted
    tally.words += pairs.reduce((sum, [{ text }]) => sum + (text === '' ? 0 : foldWords(text).split(' ').length), 0)
    // What is left over on both sides is one record in other words; on one side, a reader lost it.
    if ((left > 0 && right > 0) || contradicted > 0 || isPartial) sure = false
  }
  if (tally.words < LEAST_WORDS || tally.paired - tally.contradicted < LIKE * tally.all) return 'other'
  return sure && tally.paired >= NEARLY_ALL * tally.all ? 'same' : 'doubtful'
}

const LISTS = ['wordings', 'resolutions', 'commitments', 'actions', 'updates'] as const

const differ = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b

type Pair = readonly [ReadRecord, ReadRecord]

/** Records with the same words, in order; then those left over whose words were misread. */
function pairRecords(a: readonly ReadRecord[], b: readonly ReadRecord[], misread: boolean): { pairs: Pair[]; left: number; right: number } {
  const waiting = Map.groupBy(b, ({ text }) => squeeze(text))
  const pairs: Pair[] = []
  const left: ReadRecord[] = []
  for (const record of a) {
    const other = waiting.get(squeeze(record.text))?.shift()
    if (other) pairs.push([record, other])
    else left.push(record)
  }
  const right = [...waiting.values()].flat()
  if (!misread) return { pairs, left: left.length, right: right.length }
  for (const record of left) {
    const index = right.findIndex((other) => isMisreadOf(record.text, other.text))
    const [other] = index < 0 ? [] : right.splice(index, 1)
    if (other) pairs.push([record, other])
  }
  return { pairs, left: a.length - pairs.length, right: right.length }
}

/** Pairs with values that contradict each other, and whether a field was read in some records of one side and not in others. */
function compareValues(pairs: readonly Pair[]): { contradicted: number; isPartial: boolean } {
  const contradicted = pairs.filter(([a, b]) =>
    Object.keys(a.values).some((field) => differ(a.values[field] ?? null, b.values[field] ?? null)),
  )
  const isPartial = Object.keys(pairs[0]?.[0].values ?? {}).some((field) => {
    const values = pairs.map((pair) => pair.map(({ values: own }) => (own[field] ?? null) !== null))
    const isUneven = values.some(([first, second]) => first !== second)
    return isUneven && values.some(([first]) => first) && values.some(([, second]) => second)
  })
  return { contradicted: contradicted.length, isPartial }
}

/** Short words turn a sentence round ("not", "now"): one that differs is another word. */
const LEAST_LETTERS = 4
const MOST_MISREAD_LETTERS = 2
/** Of the words of a record. */
const MOST_MISREAD = 0.1

/** Whether two texts differ as recognition of a scan makes them differ: a letter or two of a few long words, and no figure. */
function isMisreadOf(a: string, b: string): boolean {
  const [left, right] = [foldWords(a).split(' '), foldWords(b).split(' ')]
  if (left.length !== right.length) return false
  const different = left.flatMap((word, index) => (word === right[index] ? [] : [[word, right[index] ?? ''] as const]))
  return different.length <= Math.max(1, MOST_MISREAD * left.length) && different.every(([one, other]) => isMisreadWord(one, other))
}

function isMisreadWord(a: string, b: string): boolean {
  if (/\d/.test(a) || /\d/.test(b) || Math.min(a.length, b.length) < LEAST_LETTERS) return false
  let start = 0
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return Math.max(a.length, b.length) - start - end <= MOST_MISREAD_LETTERS
}
