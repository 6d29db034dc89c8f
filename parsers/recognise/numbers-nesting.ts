import { canonical, type Label, romanValue } from './numbers-core.ts'
import { parentNumber } from './numbers-order.ts'

/** Where a label is in its list. */
export interface NestedLabel {
  /** Canonical, with the numbers of the levels above it. */
  number: string
  /** The index, in the input, of the item of which this is a part; null at first level or where that item is not in the list. */
  parent: number | null
}

/** A way to count: "1 2 3", "a b c", "A B C", "i ii iii", "I II III". Anything else only stands for itself. */
interface Counting {
  kind: string
  rank: number
}

interface Level {
  counting: Counting
  /** How the numbers are set: "(1)", "1)", "1.", "1". */
  form: string
  number: string
  index: number
}

function countings(token: string): Counting[] {
  if (/^\d{1,6}$/.test(token)) return [{ kind: '1', rank: Number(token) }]
  const upper = token === token.toUpperCase()
  const found: Counting[] = []
  const roman = romanValue(token)
  if (roman !== null) found.push({ kind: upper ? 'I' : 'i', rank: roman })
  if (/^[A-Za-z]$/.test(token)) found.push({ kind: upper ? 'A' : 'a', rank: token.toLowerCase().charCodeAt(0) - 96 })
  return found.length > 0 ? found : [{ kind: 'reference', rank: 0 }]
}

function formOf(label: Label): string {
  const bare = label.text.trim()
  return `${bare.startsWith('(') ? '(' : ''}${/[.):]$/.exec(bare)?.[0] ?? ''}`
}

/** The first reading of a token that goes on where an open level stopped, the innermost level first. */
function continuation(open: readonly Level[], readings: readonly Counting[]): { depth: number; counting: Counting } | null {
  for (let depth = open.length - 1; depth >= 0; depth--) {
    const last = open[depth]?.counting
    const counting = readings.find((reading) => reading.kind === last?.kind && reading.rank === last.rank + 1)
    if (counting) return { depth, counting }
  }
  return null
}

/** Whether the next label counts two in a reading whose one this could be: "(i)" with "(ii)" after it. */
function begins(reading: Counting, next: Label | undefined): boolean {
  return next?.levels.length === 1 && countings(next.levels[0] ?? '').some(({ kind, rank }) => kind === reading.kind && rank === 2)
}

function placeOf(open: readonly Level[], label: Label, next: Label | undefined): { depth: number; counting: Counting } {
  const readings = countings(label.levels[0] ?? '')
  const [fallback = { kind: 'reference', rank: 0 }] = readings
  if (label.word !== null || fallback.kind === 'reference') return { depth: 0, counting: fallback }
  const form = formOf(label)
  const start = readings.find(({ rank }) => rank === 1)
  const last = open.at(-1)
  // "A) … b) … c)": a capital by mistake begins the list that small letters go on with.
  const slip = readings.find(
    ({ kind, rank }) =>
      last &&
      last.form === form &&
      kind !== last.counting.kind &&
      kind.toLowerCase() === last.counting.kind.toLowerCase() &&
      rank === last.counting.rank + 1,
  )
  if (slip && !start) return { depth: open.length - 1, counting: slip }
  const goesOn = continuation(open, readings)
  if (goesOn && !(start && goesOn.counting !== start && begins(start, next))) return goesOn
  const depthOf = (reading: Counting) => open.findLastIndex((level) => level.counting.kind === reading.kind)
  if (start) {
    const same = depthOf(start)
    if (same < 0 || (open[same]?.form !== form && same === open.length - 1 && start.kind === '1'))
      return { depth: open.length, counting: start }
    return { depth: same, counting: start }
  }
  for (const counting of readings.toSorted((a, b) => depthOf(b) - depthOf(a))) {
    const same = depthOf(counting)
    if (same >= 0) return { depth: same, counting }
  }
  return { depth: fallback.kind === '1' ? 0 : open.length, counting: readings.at(-1) ?? fallback }
}

/**
 * The labels of one running list, in order, with their full numbers and parents: (1) (a) (b) (2) (a) (i)
 * gives 1, 1(a), 1(b), 2, 2(a), 2(a)(i).
 *
 * It is on lists being counted without gaps by whoever wrote them: a label belongs to the innermost
 * level that it is the successor of; a first one (1, a, i) opens a level of its own, or starts over where
 * its way of counting is already open; "(i)" goes on after "(h)" unless "(ii)" follows it. A closing
 * bracket lost here and there ("a)" before "(b)") changes nothing. A list may begin with letters or Roman
 * numerals, which then stay bare. A label with a word before it ("Recommendation 2") is always first level.
 */
export function nestLabels(labels: readonly Label[]): NestedLabel[] {
  const nested: NestedLabel[] = []
  let open: Level[] = []
  /** Where each number is since the list last started over. */
  let known = new Map<string, number>()
  labels.forEach((label, index) => {
    if (label.levels.length > 1) {
      const parent = known.get(canonical(label.levels.slice(0, -1))) ?? null
      open = openPath(label, open, known, index)
      known.set(label.number, index)
      nested.push({ number: label.number, parent })
      return
    }
    const { depth, counting } = placeOf(open, label, labels[index + 1])
    const above = open[depth - 1]
    const token = label.levels[0] ?? ''
    const number = above ? `${above.number}(${token})` : token
    if (depth === 0 && known.has(number)) known = new Map()
    open = [...open.slice(0, depth), { counting, form: formOf(label), number, index }]
    known.set(number, index)
    nested.push({ number, parent: depth > 0 ? (known.get(parentNumber(number) ?? '') ?? null) : dottedParent(number, known) })
  })
  return nested
}

/** "2.6" is a part of "2" where the list has a "2". */
function dottedParent(number: string, known: ReadonlyMap<string, number>): number | null {
  const dot = number.lastIndexOf('.')
  return dot > 0 && /^[\d.]+$/.test(number) ? (known.get(number.slice(0, dot)) ?? null) : null
}

/** The open levels after a label that prints all of its levels itself. */
function openPath(label: Label, open: readonly Level[], known: ReadonlyMap<string, number>, index: number): Level[] {
  return label.levels.map((token, depth) => {
    const number = canonical(label.levels.slice(0, depth + 1))
    const before = open[depth]
    if (before && before.number === number) return before
    const previous = before?.counting
    const readings = countings(token)
    const counting = readings.find((reading) => reading.kind === previous?.kind) ?? readings[0] ?? { kind: 'reference', rank: 0 }
    return { counting, form: formOf(label), number, index: known.get(number) ?? index }
  })
}
