import { byCodeUnits } from '../../schema/by-code-units.ts'
import type { Row, Value } from '../store/database.ts'
import { changeInWords } from './correction-words.ts'
import { type History, type Placed, recordId } from './recommendation-history.ts'
import { print, type Style, screenWidth, shownPath, styled, styledWords, words, wrapped } from './screen.ts'
import { shortened, textWidth } from './text-width.ts'

const STYLES: Record<string, Style> = {
  achieved: 'green',
  on_track: 'green',
  partly_achieved: 'yellow',
  slipped: 'yellow',
  stalled: 'red',
  not_achieved: 'red',
  not_started: 'yellow',
}

/** The colour that a status is printed in. */
export function statusStyle(status: Value | undefined): Style {
  return STYLES[String(status)] ?? 'dim'
}

/** Prints what became of a recommendation, and whether it is late: what was recommended, what was resolved, who was to do what by when, every later word on it. */
export function printHistory(history: History, isLate: (recommendation: Row) => boolean): void {
  const { recommendation, wordings, reworded, resolutions, commitments, updates, parts } = history
  const { number, heading, status, assessment_text: assessment, parent_id: parent, due_to: due } = recommendation
  print()
  const name =
    `${parent ? 'Part' : words(String(recommendation.kind)).replace(/^./u, (letter) => letter.toUpperCase())} ${number ?? ''}`.trim()
  const standing = styledWords(statusStyle(status), status ? words(String(status)) : 'no status known')
  const graded = assessment ? ` ("${shortened(String(assessment), 60)}")` : ''
  const late = isLate(recommendation) ? `, ${styledWords('red', `overdue since ${due}`)}` : ''
  print(wrapped(`${styledWords('bold', name)}${heading ? ` ${heading}` : ''}: ${standing}${graded}${late}`))
  const corrected = (row: Row | undefined, id = row && recordId(row)): void => {
    for (const correction of history.corrections) if (correction.target_id === id) printCorrection(correction)
  }
  corrected(undefined, recommendation.recommendation_id)
  const first = wordings.find((row) => row.role === 'proposed') ?? wordings[0]
  section('Recommended', first ? source(first) : '', String(first?.text ?? recommendation.text))
  corrected(first)
  const later = [...resolutions, ...reworded.filter((row) => row !== first)]
  for (const row of later.toSorted(byDay)) {
    if (row.resolution_id) printResolution(row, String(first?.text ?? recommendation.text))
    else section(row.role === 'planned' ? 'In other words in a plan' : 'In other words', source(row), String(row.text))
    corrected(row)
  }
  if (!resolutions.length && recommendation.outcome) section('Outcome', '', words(String(recommendation.outcome)))
  for (const row of commitments) {
    printCommitment(row)
    corrected(row.commitment)
  }
  for (const row of updates) {
    printUpdate(row)
    corrected(row)
  }
  if (!updates.length && !parts.some((part) => part.updates.length)) print(`  ${styled('dim', 'No paper here reports on it.')}`)
  for (const part of parts) printHistory(part, isLate)
}

/** Papers without a day come first, those of one day stay in their order. */
const byDay = (a: Placed, b: Placed): number => byCodeUnits(String(a.dated_from ?? ''), String(b.dated_from ?? ''))

/** What a person set in the place of what was read. */
function printCorrection(row: Row): void {
  const why = row.why === null ? '' : `: ${row.why}`
  print(wrapped(`corrected by ${row.by} on ${String(row.at).slice(0, 10)}, ${changeInWords(row, 60)}${why}`, 4, 'dim'))
}

function source(row: Placed): string {
  return [shownPath(String(row.path ?? '')), row.place].filter(Boolean).join(', ')
}

/** A heading with its source beside it, or under it where the line is too short, and the text under both. */
function section(title: string, where: string, text: string): void {
  const head = `  ${styled('underline', title)}`
  if (textWidth(`  ${title}  ${where}`) <= screenWidth()) print(where ? `${head}  ${styled('dim', where)}` : head)
  else {
    print(wrapped(title, 2, 'underline'))
    print(wrapped(`in ${where}`, 4, 'dim'))
  }
  if (text) print(wrapped(text, 4))
}

function printResolution(row: Placed, wording: string): void {
  const outcome = row.outcome ? words(String(row.outcome)) : 'recorded'
  const by = [row.decided_on && `on ${row.decided_on}`, row.decided_by && `by ${row.decided_by}`].filter(Boolean).join(' ')
  const text = String(row.text)
  section(
    `Resolution ${row.number ?? ''}: ${outcome}${by ? ` ${by}` : ''}`.replace(' :', ':'),
    source(row),
    text === wording ? 'The same words.' : text,
  )
}

function printCommitment({ commitment: row, actions }: History['commitments'][number]): void {
  section('Action plan', source(row), '')
  const lines = [
    ['who', row.responsible],
    ['by when', row.due_text && row.due_to && row.due_text !== row.due_to ? `${row.due_text} (by ${row.due_to})` : row.due_text],
    ['success measure', row.success_measure],
    ['timescale', row.timescale],
  ] as const
  for (const [label, value] of lines) if (value) print(wrapped(`${label}: ${value}`, 4))
  for (const action of actions) print(wrapped(`action${action.label ? ` ${action.label}` : ''}: ${action.text}`, 4))
}

function printUpdate(row: Placed): void {
  const status = row.status ? words(String(row.status)) : null
  const when = row.as_of_text ?? row.as_of_from ?? row.dated_from
  section(`Update${when ? ` ${when}` : ''}${status ? `: ${status}` : ''}`, source(row), String(row.evidence ?? ''))
  if (row.assessment_text) print(wrapped(`assessment: ${row.assessment_text}`, 4))
  if (row.impact) print(wrapped(`impact: ${row.impact}`, 4))
}
