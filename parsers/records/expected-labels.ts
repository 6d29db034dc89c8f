import { slicePassage } from '../../schema/document.ts'
import type { Entry, TextEntry } from '../outline/outline.ts'
import { type Label, nextNumber } from '../recognise/numbers.ts'
import { readCore } from '../recognise/numbers-core.ts'
import type { LabelledStretch } from './items.ts'

/** How many paragraphs may stand between a heading and its list. */
export const FARTHEST_FIRST_ITEM = 40

/** The first number of a section whose heading is numbered: "6.0 Recommendations" has 6.1. */
export function firstOfSection(heading: TextEntry | null): string | null {
  const number = heading?.label?.number
  if (!number || !/^\d+(?:\.\d+)*$/u.test(number)) return null
  return `${number.replace(/\.0$/u, '')}.1`
}

/** How far below the first item of a list the second may stand: the first may have parts. */
const FARTHEST_SECOND_ITEM = 16

/** The code at the head of an entry, whatever follows it: "R1", "REC 1" has none. */
function codeOf(entry: Entry | undefined): string | null {
  if (!entry || entry.type === 'table') return null
  const core = readCore(entry.passage.text.slice(0, LONGEST_CODE), 0)
  return core?.levels.length === 1 && core.style === 'reference' ? (core.levels[0] ?? null) : null
}

const LONGEST_CODE = 24

/** The code of a list's first item, if its second stands below: "R1 …" with "R2 …" to come. */
export function firstCode(entries: readonly Entry[], start: number): string | null {
  const at = entries.findIndex((entry, index) => index >= start && index < start + FARTHEST_FIRST_ITEM && codeOf(entry) !== null)
  const code = at < 0 ? null : codeOf(entries[at])
  if (code === null || !/(?<!\d)1$/u.test(code)) return null
  const next = nextNumber(code)
  return entries.slice(at + 1, at + 1 + FARTHEST_SECOND_ITEM).some((entry) => codeOf(entry) === next) ? code : null
}

/**
 * A label that only the list makes one: "6.1 plots be halved" might be running text ("2.5 above", "R1 is linked to R3"),
 * but is the next where 6.0 is the section, or 6.1 the last. Lists go on in small letters where a sentence leads into them.
 */
export function withExpectedLabel(entry: TextEntry, expected: string | null): TextEntry {
  if (entry.label || expected === null || !entry.passage.text.startsWith(`${expected} `)) return entry
  const core = readCore(entry.passage.text, 0)
  if (core?.levels.length !== 1 || core.levels[0] !== expected) return entry
  const label: Label = {
    number: expected,
    levels: core.levels,
    text: expected,
    style: core.style,
    bracketed: false,
    word: null,
    end: expected.length + 1,
  }
  return { ...entry, label, body: slicePassage(entry.passage, label.end) }
}

/** Whether a plain number among codes is no part of theirs: "3. Thanks" behind "R5" is the next section, "1." and "2." behind it are its parts. */
export function isStray({ label }: TextEntry, stretches: readonly LabelledStretch[]): boolean {
  if (stretches[0]?.label.style !== 'reference' || label?.style !== 'decimal' || label.bracketed || label.word !== null) return false
  const before = stretches.at(-1)?.label
  return label.number !== '1' && !(before?.style === 'decimal' && nextNumber(before.number) === label.number)
}
