import { type Cell, cellPassage, type Passage } from '../../schema/document.ts'
import type { Grade } from '../recognise/grade.ts'
import { statusOfGrade } from '../recognise/grades.ts'

/** A grade's own words are few; what is longer is text. */
export const LONGEST_LABEL = 60

/** A grade of the scale that a document prints, with where it is. */
export interface PrintedGrade {
  grade: Grade
  code: Passage | null
  label: Passage | null
  meaning: Passage | null
}

/** The part of a passage that holds `text`, or null. */
export function locate(passage: Passage | undefined, text: string | null): Passage | null {
  const start = passage && text ? passage.text.indexOf(text) : -1
  if (!passage || !text || start < 0) return null
  const runs = passage.runs.filter((run) => run.end > start && run.start < start + text.length)
  return {
    text,
    runs: runs.map((run) => ({
      ...run,
      start: Math.max(0, run.start - start),
      end: Math.min(text.length, run.end - start),
      offset: run.offset === null ? null : run.offset + Math.max(0, start - run.start),
    })),
  }
}

/** What is in a row's cell of that column; nothing where it has none. */
export function cellAt(row: readonly Cell[], col: number): Passage {
  const cell = row.find((candidate) => candidate.col === col)
  return cell ? cellPassage(cell) : { text: '', runs: [] }
}

/** A grade of the words of its code, label and meaning, with its status. */
export function printedGrade(code: Passage | null, label: Passage, meaning: Passage | null): PrintedGrade {
  const words = { code: code?.text ?? null, label: label.text, meaning: meaning && meaning.text !== '' ? meaning.text : null }
  return { grade: { ...words, status: statusOfGrade(words.label, words.meaning) }, code, label, meaning }
}
