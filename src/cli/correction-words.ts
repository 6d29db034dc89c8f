import type { Row } from '../store/database.ts'
import { shortened } from './text-width.ts'

/** What of a correction's row says what it changed; the same in `CorrectionRow` and in the view. */
type Change = { [Name in 'action' | 'field' | 'extracted' | 'corrected']?: Row[string] | undefined }

/** What a correction came to, in words: "status achieved → stalled"; empty where its action says it all. Values are cut to `longest` columns. */
export function changeInWords({ action, field, extracted, corrected }: Change, longest = Number.POSITIVE_INFINITY): string {
  const value = (text: Change['extracted']): string => (text == null ? '(nothing)' : shortened(String(text), longest))
  const note = extracted ?? corrected
  if (action === 'settle') return note == null ? `all notes of ${field} settled` : `the note of ${field} settled: ${value(note)}`
  if (action === 'undo') return 'undone'
  if (action === 'forget') return `taken out: ${value(note)}`
  if (action === 'teach') return `${field}: ${value(corrected)}`
  return field == null ? '' : `${field} ${value(extracted)} → ${value(corrected)}`
}
