import type { Document } from '../../schema/document.ts'
import { ATTENDANCE_LABELS, EXTRACT_OPENERS, REPORT_LINES, STAYING_APPENDICES } from '../../schema/vocabulary/fronts.ts'
import { findDates, readDate } from '../recognise/dates.ts'
import { foldWords } from '../recognise/fold.ts'
import { reviewSubject, titleKinds } from '../recognise/titles.ts'
import {
  AGENDA_ITEM,
  APPENDIX,
  begins,
  bodyAlone,
  CLOCK,
  councilAlone,
  isHeadLine,
  isNoTitle,
  labelOf,
  openerOf,
} from './front-line-kinds.ts'
import { type FrontLine, frontLines } from './front-lines.ts'

/** What kind of paper a front announces. */
export type FrontKind = 'minutes' | 'agenda' | 'decision' | 'plan' | 'update' | 'response' | 'report'

/** What the first lines of a paper, or of what may be one, say. */
export interface Front {
  lines: FrontLine[]
  /** The block where the text begins, after the letterhead, labels and title. */
  end: number
  kind: FrontKind | null
  /** The line itself says that a paper of a sitting begins: "Minutes of …", "Decision notice", "Agenda". */
  opener: 'minutes' | 'agenda' | 'decision' | null
  /** It is a word alone, as items and labels of a web page are too: "Minutes". */
  bareOpener: boolean
  /** A few items copied out of some minutes. */
  extract: boolean
  /** Who was there, or where and when it was, is below. */
  attendance: boolean
  /** Different labels of a report's or a form's front. */
  labels: ReadonlySet<string>
  /** A line that is nothing but a council's name; and one that is nothing but a committee's or another body's. */
  council: string | null
  body: string | null
  /** The first day named on the front, ISO. */
  date: string | null
  /** A line is nothing but a day, as minutes without a sentence give theirs. */
  dayAlone: boolean
  /** "Agenda item 6" on a line of its own. */
  agendaItem: boolean
  /** "Staff report": a report to a meeting says that it is one. */
  reportLine: boolean
  /** "Appendix A": its mark and what follows it or below it. `stays` where that names what is evidence only. */
  appendix: { mark: string; title: string; stays: boolean } | null
  title: string | null
  /** What the file may announce it by: its title, and the line that opens it. */
  names: string[]
  /** The title says about what: not "Action plan" alone, which a chapter may be called. */
  subject: boolean
  /** The title is in the first lines, whole. */
  titled: boolean
}

/** Openers, bodies and appendix marks are in the first so many lines. */
const OPENING_LINES = 5
/** A form with such a label records a decision, whatever its running head says. */
const DECISION_LABEL = /^(?:decision|date of decision)\b/u
/** With such a label it is an officer's report to a meeting, whatever its title is about: the plan itself is its appendix. */
const REPORT_LABEL = /^report (?:to|of|by|from|author)\b/u

/** The front of what begins at a block. */
export function readFront(document: Document, at: number): Front {
  const lines = frontLines(document, at)
  const head = headOf(lines)
  // Stamps and labels come between a letterhead and a title; they do not count.
  const opening = head.filter(({ text }) => labelOf(text) === null && !AGENDA_ITEM.test(foldWords(text))).slice(0, OPENING_LINES)
  const openers = opening.map(({ text }) => openerOf(text))
  const opener = openers.find((found) => found !== null) ?? null
  const appendix = readAppendix(head)
  const title = titleOf(head, appendix?.title ?? null)
  const kinds = title ? titleKinds(title) : new Set<string>()
  const labels = new Set(head.flatMap(({ text }) => labelOf(text) ?? []))
  const reportLine = opening.some(({ text }) => REPORT_LINES.includes(foldWords(text)))
  const kind =
    opener ??
    ([...labels].some((label) => DECISION_LABEL.test(label)) ? 'decision' : null) ??
    (reportLine || [...labels].some((label) => REPORT_LABEL.test(label)) ? 'report' : null) ??
    (['minutes', 'decision', 'response', 'update', 'plan', 'report'] as const).find((name) => kinds.has(name)) ??
    (labels.size >= 3 ? 'report' : null)
  return {
    lines,
    end: lines[head.length]?.block ?? (lines.at(-1)?.block ?? at) + 1,
    kind,
    opener,
    bareOpener: opening.some(({ text }) => openerOf(text) !== null && foldWords(text).split(' ').length < 2),
    extract: opening.some(({ text }) => begins(foldWords(text), EXTRACT_OPENERS)),
    attendance:
      head.some(({ text }) => begins(foldWords(text), ATTENDANCE_LABELS)) || opening.some(({ text }) => openerOf(text) && CLOCK.test(text)),
    labels,
    council: opening.map(({ text }) => councilAlone(text)).find((name) => name !== null) ?? null,
    body: bodyOf(head),
    date: dateOf(head),
    dayAlone: head.slice(0, 6).some(({ text }) => text.length <= 60 && readDate(text)?.precision === 'day'),
    agendaItem: head.slice(0, 3).some(({ text }) => AGENDA_ITEM.test(foldWords(text))),
    reportLine,
    appendix,
    title,
    names: [title, opening.find(({ text }) => openerOf(text) !== null)?.text].flatMap((name) => name ?? []),
    subject: title !== null && reviewSubject(title) !== '',
    titled: title !== null && kinds.size > 0 && [...opening, ...head.slice(0, OPENING_LINES * 2)].some(({ text }) => text.includes(title)),
  }
}

/**
 * The lines before the text begins: a letterhead, labels and a title are short lines, and what follows a
 * sentence or a numbered item is inside a paper. The opening of minutes may be a sentence.
 */
function headOf(lines: readonly FrontLine[]): FrontLine[] {
  const end = lines.findIndex(({ text, body }) => !isHeadLine(text, body))
  return end < 0 ? [...lines] : lines.slice(0, end)
}

function bodyOf(lines: readonly FrontLine[]): string | null {
  for (const { text, body } of lines.slice(0, 8)) {
    if (body) continue
    const value = /^(?:report to|committee|meeting|decision maker|meeting of)\s*[:|]\s*(.{4,80})$/iu.exec(text)?.[1]
    const named = value ?? /\bmeeting of (?:the )?([\p{Lu}][^,.;]{3,70}?)(?= held|,| on |$)/u.exec(text)?.[1]
    const found = named ? foldWords(named.split('|')[0] ?? '') : bodyAlone(text)
    if (found) return found
  }
  return null
}

function dateOf(lines: readonly FrontLine[]): string | null {
  for (const { text } of lines.slice(0, 10)) {
    if (/deadline|call in|published|publication|issued/iu.test(text)) continue
    const day = findDates(text).find(({ precision }) => precision === 'day')
    if (day?.from) return day.from
  }
  return null
}

function readAppendix(lines: readonly FrontLine[]): Front['appendix'] {
  for (const [index, line] of lines.slice(0, 3).entries()) {
    const folded = foldWords(line.text)
    const mark = line.text.length <= 140 ? APPENDIX.exec(folded)?.[0] : undefined
    if (!mark || !/^\p{Lu}/u.test(line.text) || /[.;]$/u.test(line.text)) continue
    const rest = folded.slice(mark.length).trim()
    const title = rest || (lines.slice(index + 1, index + 4).find(({ text, body }) => !body && !isNoTitle(text))?.text ?? '')
    const words = ` ${foldWords(title)} `
    return { mark, title, stays: STAYING_APPENDICES.some((phrase) => words.includes(` ${phrase} `)) }
  }
  return null
}

function titleOf(lines: readonly FrontLine[], appended: string | null): string | null {
  if (appended) return appended
  for (const { text } of lines) {
    const value = /^(?:report title|title of report|title|subject|report)\s*[:|]\s*(.{4,180})$/iu.exec(text)?.[1]
    if (value) return value
  }
  return (
    lines.slice(0, 8).find(({ text, body }) => !body && !isNoTitle(text) && labelOf(text) === null && openerOf(text) === null)?.text ?? null
  )
}
