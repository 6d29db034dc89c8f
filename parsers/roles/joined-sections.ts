import type { FormSection } from '../outline/form-section.ts'
import { headsMotion } from '../recognise/motions.ts'
import { nextNumber, readLabel } from '../recognise/numbers.ts'
import { readOpener } from '../recognise/openers.ts'

/** The sections of an item, where "Decision" is under a motion as one with the motion: what became of it is told there. "RESOLVED –" opens what was decided by itself. */
export function withMotions(sections: readonly FormSection[]): FormSection[] {
  const joined: FormSection[] = []
  for (const section of sections) {
    const before = joined.at(-1)
    const put = section.kind === 'record' && !opensItself(section) && before?.entries.some(({ passage }) => headsMotion(passage.text))
    if (put && before) joined[joined.length - 1] = { ...before, entries: [...before.entries, ...section.entries] }
    else joined.push(section)
  }
  return joined
}

/** Whether a record's label opens what was resolved by itself; "Decision" only heads it. */
const opensItself = ({ label }: FormSection): boolean => readOpener(label.text) !== null && !/^decisions?\b/iu.test(label.text)

/** "(i) That …", "Reason: …", "(ii) That …": a list goes on after the reason that is printed with each of its limbs. */
export function listsWhole(sections: readonly FormSection[]): FormSection[] {
  const whole: FormSection[] = []
  for (const section of sections) {
    const [list, reason] = [whole.at(-2), whole.at(-1)]
    const [first] = section.entries
    if (
      list &&
      reason?.kind === 'reasons' &&
      reason.form === 'line' &&
      section.label.text === '' &&
      first?.label &&
      lastNumber(list) !== null
    ) {
      if (nextNumber(lastNumber(list) ?? '') === first.label.number) {
        whole[whole.length - 2] = { ...list, entries: [...list.entries, ...section.entries] }
        continue
      }
    }
    whole.push(section)
  }
  return whole
}

/** The number of the last limb of what a section resolves: of its own, or right after the opener. */
function lastNumber({ entries }: FormSection): string | null {
  const opened = entries.findLastIndex(({ passage }) => readOpener(passage.text) !== null)
  const last = entries.at(-1)
  const opener = opened < 0 ? null : readOpener(entries[opened]?.passage.text ?? '')
  if (!last || !opener) return null
  return (
    last.label?.number ?? readLabel(last.passage.text.slice(opened === entries.length - 1 ? opener.end : 0).trimStart())?.number ?? null
  )
}
