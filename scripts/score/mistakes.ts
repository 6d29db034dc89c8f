/** One value that is not as it should be, as the scorer tells it under `--verbose`. */
export interface Mistake {
  document: string
  /** A list and a field of it ("resolution.outcome"), or a field of the whole document ("kind"). */
  field: string
  /** Which row of the list: its number, or its first words where it has none. */
  label: string
  /** Whether the whole row was not expected. */
  invented: boolean
  /** What the gold says, cut as the scorer cuts it; null is nothing. */
  expected: string | null
  found: string | null
}

/** A value is missing; or wrong, which is another than expected or one where none was expected. */
export type MistakeSort = 'missing' | 'different' | 'unexpected'

const MARK = '  ✗ '
const NOTHING = '∅'
const NOT_EXPECTED = ' (not expected)'
const VALUES = /\n {6}expected (.*)\n {6}found {4}(.*)$/su

/** What kind of mistake it is. */
export function sortOf({ expected, found }: Mistake): MistakeSort {
  if (found === null) return 'missing'
  return expected === null ? 'unexpected' : 'different'
}

/**
 * The mistakes among what the scorer printed. Names of documents may hold spaces, so they are to be given. A value may
 * go on over lines: it ends where the next mistake begins.
 */
export function readMistakes(output: string, documents: readonly string[]): Mistake[] {
  const longestFirst = [...documents].sort((a, b) => b.length - a.length)
  const blocks = `\n${output}`.split(`\n${MARK}`).slice(1)
  return blocks.map((block) => readMistake(block.trimEnd(), longestFirst))
}

function readMistake(block: string, documents: readonly string[]): Mistake {
  const values = VALUES.exec(block)
  const document = documents.find((name) => block.startsWith(`${name} `))
  if (!values || document === undefined) throw new Error(`The scorer printed a line that is not understood: ${block}`)
  const head = block.slice(document.length + 1, values.index)
  const space = head.indexOf(' ')
  const label = head.slice(space + 1)
  const invented = label.endsWith(NOT_EXPECTED)
  return {
    document,
    field: head.slice(0, space),
    label: invented ? label.slice(0, -NOT_EXPECTED.length) : label,
    invented,
    expected: printedValue(values[1]),
    found: printedValue(values[2]),
  }
}

const printedValue = (printed = ''): string | null => (printed === NOTHING || printed === '' ? null : printed)
