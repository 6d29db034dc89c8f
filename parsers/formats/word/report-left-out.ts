import type { Report } from '../../../schema/diagnostics.ts'
import { NOWHERE } from '../../../schema/place.ts'
import type { LeftOut } from './run-reader.ts'

/** Reports what was left out of a document because nobody sees it printed, and that recorded changes were read as accepted. */
export function reportLeftOut({ hiddenLetters, struckLetters, changes }: LeftOut, report: Report): void {
  const left = [
    hiddenLetters > 0 ? `${hiddenLetters} hidden letters` : '',
    struckLetters > 0 ? `${struckLetters} letters struck through` : '',
  ]
  const note = left.filter((words) => words !== '').join(', ')
  if (note !== '') report('text-not-shown', NOWHERE, note)
  if (changes > 0) report('changes-accepted', NOWHERE, `${changes} changes`)
}
