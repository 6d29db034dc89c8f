import type { Report } from '../../schema/diagnostics.ts'
import { cellPassage, type Passage, type Table } from '../../schema/document.ts'
import type { Place } from '../../schema/place.ts'
import { meaningAndCouncil, type TaughtWord, taughtWordNote, type WordKind } from '../../schema/taught-words.ts'
import type { Paper } from '../frame/paper.ts'
import { LINE_LABEL, lineStarts } from '../outline/label-lines.ts'
import { passagePlace } from '../outline/outline.ts'
import { readTableHeader } from '../outline/table-header.ts'
import { foldWords } from '../recognise/fold.ts'
import { gradeOf } from '../recognise/grades.ts'
import { type Words, wordsInForce } from '../recognise/taught.ts'
import { FOLDS } from '../recognise/word-book.ts'
import { readDocumentScale } from '../tables/scale.ts'
import type { PaperReading } from './paper-reading.ts'

/** A taught word that a paper has, and its place. */
interface Use {
  kind: WordKind
  /** As the reader of its kind folds it. */
  folded: string
  place: Place
}

/** Reports the taught words by which a paper was read, each once: what rests on them is a person's word too. */
export function reportTaughtWords(paper: Paper, reading: PaperReading, report: Report): void {
  const words = wordsInForce()
  if (words.taught.size === 0) return
  const seen = new Set<TaughtWord>()
  for (const { kind, folded, place } of [
    ...textUses(paper, words),
    ...gradeUses(paper, reading),
    ...verdictUses(reading),
    ...bodyUses(paper),
  ]) {
    const taught = words.taught.get(`${kind} ${folded}`)
    if (taught && !seen.has(taught)) report('word-taught', place, taughtWordNote(taught.kind, taught.word, meaningAndCouncil(taught)))
    if (taught) seen.add(taught)
  }
}

function* textUses({ outline }: Paper, { openers }: Words): Generator<Use> {
  for (const entry of outline.entries) {
    if (entry.type === 'table') {
      yield* labels(labelCells(entry.table))
      continue
    }
    const { passage } = entry
    const place = passagePlace(passage)
    yield { kind: 'heading', folded: FOLDS.heading(passage.text), place }
    yield* labels(
      [passage, ...lineStarts(passage).flatMap((start) => LINE_LABEL.exec(passage.text.slice(start))?.[1] ?? [])].map((label) => ({
        label,
        place,
      })),
    )
    const folded = openers.size > 0 ? ` ${foldWords(passage.text)} ` : ''
    for (const opener of openers.keys()) if (folded.includes(` ${opener} `)) yield { kind: 'opener', folded: opener, place }
  }
}

interface Labelled {
  label: Passage | string
  place: Place
}

function labels(all: readonly Labelled[]): Use[] {
  return all.map(({ label, place }) => ({ kind: 'column', folded: FOLDS.column(typeof label === 'string' ? label : label.text), place }))
}

/** The cells of a table that name what others hold: its header, or the first of each row. */
function labelCells(table: Table): Labelled[] {
  const header = readTableHeader(table)
  const cells = table.rows.flatMap((row, at) => row.filter(({ col }) => (header === null ? col === 0 : header.rows.has(at))))
  return cells.map(cellPassage).map((label) => ({ label, place: passagePlace(label) }))
}

function gradeUses({ outline }: Paper, { progressUpdates }: PaperReading): Use[] {
  const scale = readDocumentScale(outline)?.grades ?? null
  return progressUpdates.flatMap(({ assessmentText, place }): Use[] => {
    const grade = assessmentText === null ? null : gradeOf(assessmentText, scale).grade
    if (!grade) return []
    if (!scale?.includes(grade)) return [{ kind: 'grade', folded: grade.label ?? '', place }]
    // A grade whose own key says nothing of progress means what people say.
    return [grade.label, grade.code].flatMap((words): Use[] => {
      const folded = FOLDS.grade(words ?? '')
      return folded !== '' && wordsInForce().grades.get(folded) === grade.status ? [{ kind: 'grade', folded, place }] : []
    })
  })
}

function verdictUses({ resolutions, commitments }: PaperReading): Use[] {
  return [...resolutions, ...commitments].flatMap(({ evidence, place }): Use[] => {
    const words = evidence.find(({ field }) => field === 'outcome')?.quote
    return words == null ? [] : [{ kind: 'verdict', folded: FOLDS.verdict(words), place }]
  })
}

function bodyUses({ about }: Paper): Use[] {
  const names = [about.council, about.committee, about.decidedBy?.text].flatMap((name) => name ?? [])
  const place = about.evidence[0]?.place
  return place === undefined ? [] : names.map((name) => ({ kind: 'body', folded: FOLDS.body(name), place }))
}
