import { type Handout, type HandoutRow, NO_UPDATE, NOT_SAID } from './handout.ts'

/** A line of a cell, and how it is set: quiet lines are smaller and grey, strong ones bold. */
export interface CellLine {
  text: string
  look: 'plain' | 'strong' | 'quiet' | 'warning'
}

/** What the cells of a row hold, line by line, in the order of `HANDOUT_HEADINGS`. */
export function rowToCells(row: HandoutRow): CellLine[][] {
  return [numberLines(row), textLines(row), whoLines(row), whenLines(row), statusLines(row), updateLines(row)]
}

/** The line below a hand-out's title. */
export function bodyWords({ body, day }: Handout): string {
  return [body, `as known on ${day}`].filter(Boolean).join(' · ')
}

/** What a hand-out is, on every page: where its values come from. */
export function originWords({ day }: Handout): string {
  return `Made by Scrutineer on ${day} from the papers themselves. What no paper says is left open.`
}

const plain = (text: string): CellLine => ({ text, look: 'plain' })
const quiet = (text: string): CellLine => ({ text, look: 'quiet' })
const lines = (...found: (CellLine | null)[]): CellLine[] => found.flatMap((line) => (line?.text ? printedLines(line) : []))

/** Names that a cell prints on lines of their own stay on them. */
function printedLines({ text, look }: CellLine): CellLine[] {
  return text.split('\n').map((line) => ({ text: line, look }))
}

function numberLines({ number }: HandoutRow): CellLine[] {
  return [{ text: number || '–', look: 'strong' }]
}

function textLines({ heading, text, source }: HandoutRow): CellLine[] {
  return lines({ text: heading, look: 'strong' }, plain(text), quiet(source && `From: ${source}`))
}

function whoLines({ who }: HandoutRow): CellLine[] {
  return lines(who ? plain(who) : quiet(NOT_SAID))
}

function whenLines({ when, overdue, movedFrom }: HandoutRow): CellLine[] {
  return lines(
    when ? plain(when) : quiet(NOT_SAID),
    overdue ? { text: 'overdue', look: 'warning' } : null,
    movedFrom ? quiet(`first: ${movedFrom}`) : null,
  )
}

function statusLines({ status, standing, corrected }: HandoutRow): CellLine[] {
  return lines(standing === 'not_known' ? quiet(status) : { text: status, look: 'strong' }, quiet(corrected))
}

function updateLines({ latest }: HandoutRow): CellLine[] {
  if (!latest) return [quiet(NO_UPDATE)]
  return lines({ text: latest.assessment, look: 'strong' }, plain(latest.text), quiet(latest.source))
}
