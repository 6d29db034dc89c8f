import { colourName } from '../../schema/colours.ts'
import { type Cell, cellPassage, joinPassages, type Passage, type Table } from '../../schema/document.ts'
import type { Grading } from '../../schema/records.ts'
import type { FieldRole } from '../../schema/vocabulary/fields.ts'
import { COLOURS } from '../../schema/vocabulary/grades.ts'
import { EvidenceLedger } from '../outline/evidence.ts'
import { KeyRing } from '../outline/keys.ts'
import { type Entry, type Outline, passagePlace } from '../outline/outline.ts'
import { readTableHeader } from '../outline/table-header.ts'
import { foldWords } from '../recognise/fold.ts'
import type { Grade } from '../recognise/grade.ts'
import { statusOfGrade } from '../recognise/grades.ts'
import { definesGrades, gradesOf, hasDrawnColour, readScale } from '../recognise/grades-scale.ts'
import { withoutGroundShades } from './ground-shades.ts'
import { cellAt, LONGEST_LABEL, locate, type PrintedGrade, printedGrade } from './printed-grade.ts'
import { scaleOfColours } from './scale-of-colours.ts'

/** What is drawn in colours explains something of progress if it gives at least this many grades a status. */
const LEAST_TELLING = 2

/** The scale that a document prints, and the table rows that it is printed in, which hold no recommendation. */
export interface DocumentScale {
  grades: Grade[]
  gradings: Grading[]
  rows: Set<readonly Cell[]>
  /** The lines that it is printed in, which belong to no card. */
  lines: Set<Passage>
}

/** Words near a scale that say that it is one. */
const KEY_WORDS =
  /\b(?:key|legend|rag|brag|bragg|rated|rating|ratings|grading|gradings|grade|grades|scale|status|assessment|colour|colours|traffic light|symbols?)\b/u
/** A row that holds a whole scale in one cell is no longer than this. */
const LONGEST_ROW = 200
/** A scale of more grades than this was not seen on any form. */
const MOST_GRADES = 10

const known = new WeakMap<Outline, DocumentScale | null>()

/**
 * The scale that a document prints for its grades, or null. A key may be at the head or at the end, as a table or as
 * lines. It is looked for once, whatever layouts ask.
 */
export function readDocumentScale(outline: Outline): DocumentScale | null {
  let scale = known.get(outline)
  if (scale === undefined) {
    scale = findDocumentScale(outline)
    known.set(outline, scale)
  }
  return scale
}

function findDocumentScale(outline: Outline): DocumentScale | null {
  const source = outline.document.source
  for (const [index, entry] of outline.entries.entries()) {
    if (entry.type !== 'table') continue
    const found =
      scaleOfColours(entry.table) ??
      scaleAcross(entry.table) ??
      scaleInRow(entry.table) ??
      scaleBelowRows(entry.table) ??
      scaleDown(entry.table, outline.entries[index - 1]) ??
      scaleAmongRows(entry.table)
    if (found) return toScale(found.grades, found.rows, new Set(), source)
  }
  const found = scaleLines(outline)
  return found ? toScale(found.grades, new Set(), found.lines, source) : null
}

/** What a scale's own row is headed by: names of keys, not of one card's assessment. */
const SCALE_NAME = /\b(?:key|legend|scale|grades|gradings?|ratings)\b/u

/** One row of a table, a grade a cell, codes before labels: "Grades | 1 Fully Achieved | 2 On-Track"; or all in one cell after the scale's name. */
function scaleInRow(table: Table): { grades: PrintedGrade[]; rows: Set<readonly Cell[]> } | null {
  const rows = new Set<readonly Cell[]>()
  let grades: PrintedGrade[] = []
  for (const row of table.rows) {
    const cells = row.map(cellPassage).filter((passage) => passage.text !== '')
    const named = cells[0] !== undefined && SCALE_NAME.test(foldWords(cells[0].text))
    const values = named ? cells.slice(1) : cells
    if (values.length === 0 || values.length > MOST_GRADES || values.some(({ text }) => text.length > LONGEST_ROW)) continue
    if (!named && (values.length < 3 || !values.every(({ text }) => /^\S{1,2}\s/u.test(text)))) continue
    const read = readScale(values.map(({ text }) => text))
    const found = values.length === 1 || read.length === values.length ? read : []
    if (found.length < 2 || (!named && found.some(({ status, code }) => status === null || code === null))) continue
    rows.add(row)
    if (grades.length === 0) grades = found.map((grade, at) => locatedGrade(grade, values.length === 1 ? values[0] : values[at]))
  }
  return rows.size > 0 ? { grades, rows } : null
}

/** Rows of one grade each below the rows of a sheet, the name of the scale before the first: "Key | R = overdue" over "A = late". */
function scaleBelowRows(table: Table): { grades: PrintedGrade[]; rows: Set<readonly Cell[]> } | null {
  const filled = table.rows.map((row) => row.map(cellPassage).filter(({ text }) => text !== ''))
  const at = filled.findIndex(([name, grade, ...others]) => name && grade && others.length === 0 && SCALE_NAME.test(foldWords(name.text)))
  if (at < 0) return null
  const end = filled.findIndex((cells, below) => below > at && cells.length !== 1)
  const passages = filled.slice(at, end < 0 ? undefined : end).flatMap((cells) => cells.at(-1) ?? [])
  const grades = readScale(passages.map(({ text }) => text))
  if (grades.length < passages.length || grades.some(({ code }) => code === null)) return null
  return {
    grades: grades.map((grade, below) => locatedGrade(grade, passages[below])),
    rows: new Set(table.rows.slice(at, at + passages.length)),
  }
}

/** A grade with the places of its words within `passage`. */
function locatedGrade(grade: Grade, passage: Passage | undefined): PrintedGrade {
  return { grade, code: locate(passage, grade.code), label: locate(passage, grade.label), meaning: locate(passage, grade.meaning) }
}

/** Two rows of a table, codes above labels: "1 | 2 | 3" over "Fully Achieved | On-Track | Slipped", the name of the scale before them. */
function scaleAcross(table: Table): { grades: PrintedGrade[]; rows: Set<readonly Cell[]> } | null {
  for (let index = 0; index + 1 < table.rows.length; index++) {
    const above = table.rows[index] ?? []
    const below = table.rows[index + 1] ?? []
    const name = [above, below].map((row) => cellAt(row, 0).text).join(' ')
    const codes = above.filter((cell) => cell.col > 0 && /^[A-Z0-9]{1,2}$/u.test(cellPassage(cell).text))
    if (codes.length < 2 || codes.length > MOST_GRADES || !KEY_WORDS.test(foldWords(name))) continue
    const grades = codes.flatMap((cell): PrintedGrade[] => {
      const label = cellAt(below, cell.col)
      return label.text !== '' && label.text.length <= LONGEST_LABEL ? [printedGrade(cellPassage(cell), label, null)] : []
    })
    if (grades.length === codes.length) return { grades, rows: new Set([above, below]) }
  }
  return null
}

/** What a table says about each of its rows is not a key. */
const OF_ROWS: ReadonlySet<FieldRole> = new Set([
  'recommendation',
  'objective',
  'responsible',
  'due',
  'revised-due',
  'progress',
  'completed-on',
])
const HEADS_KEY = /^\s*(?:b?rag(?: (?:status|rating))?|status|rating|grade|key|code|colour|symbol)s?\s*:?\s*$/iu

/** A small table of two or three columns, a grade a row: code, label or colour before its meaning. */
function scaleDown(table: Table, before: Entry | undefined): { grades: PrintedGrade[]; rows: Set<readonly Cell[]> } | null {
  if (table.columns < 2 || table.columns > 3 || table.rows.length < 2 || table.rows.length > MOST_GRADES + 2) return null
  if (readTableHeader(table)?.columns.some(({ role }) => role !== null && OF_ROWS.has(role))) return null
  const named = before !== undefined && before.type !== 'table' && KEY_WORDS.test(foldWords(before.passage.text))
  const rows = new Set<readonly Cell[]>()
  const grades: PrintedGrade[] = []
  // "Blue | Complete": where all that is beside the colours is short, they are the codes of what they stand for.
  const labelled = table.rows.every((row) => cellAt(row, 1).text.length <= LONGEST_LABEL)
  for (const row of table.rows) {
    // "RAG | Meaning" heads the key and is not a grade of it.
    if (row === table.rows[0] && HEADS_KEY.test(cellAt(row, 0).text)) continue
    const [first, second, third] = [cellAt(row, 0), cellAt(row, 1), cellAt(row, 2)]
    const fill = row.find((cell) => cell.col === 0)?.fill
    const colour = fill && first.text === '' ? colourName(fill) : null
    if ((first.text === '' && !colour) || first.text.length > LONGEST_LABEL || second.text === '') continue
    const word = COLOURS.includes(foldWords(first.text))
    const coded = /^[A-Z0-9]{1,3}$/u.test(first.text)
    const grade =
      coded || (word && labelled)
        ? printedGrade(first, second, third.text === '' ? null : third)
        : printedGrade(null, first, joinPassages([second, third]))
    if (colour) grade.grade = { ...grade.grade, label: colour, status: statusOfGrade(colour, second.text) }
    if (word) grade.grade = { ...grade.grade, status: statusOfGrade(first.text, joinPassages([second, third]).text) }
    const coloured = colour !== null || word
    if (grade.grade.status === null && !coded && !coloured) continue
    grades.push(grade)
    rows.add(row)
  }
  const telling = grades.filter((grade) => grade.grade.status !== null).length
  if (telling < 2 || rows.size < table.rows.length - 1 || (!named && telling < 3)) return null
  return { grades, rows: new Set(table.rows) }
}

/** Rows of a scale that are among the rows of something else, where a text keeps no line between two tables: codes that run, most before grades that are known. */
function scaleAmongRows(table: Table): { grades: PrintedGrade[]; rows: Set<readonly Cell[]> } | null {
  let run: { grade: PrintedGrade; row: readonly Cell[] }[] = []
  for (const row of [...table.rows, []]) {
    const [code, label, meaning, beyond] = row.map(cellPassage).filter(({ text }) => text !== '')
    const before = run.at(-1)?.grade.grade.code
    const coded = code !== undefined && row[0]?.col === 0 && /^(?:\d{1,2}|[A-Z])$/u.test(code.text)
    const runs = coded && (before === undefined || !/^\d+$/u.test(code.text) || Number(code.text) === Number(before) + 1)
    if (runs && label && label.text.length <= LONGEST_LABEL && !beyond && run.length < MOST_GRADES) {
      run.push({ grade: printedGrade(code, label, meaning ?? null), row })
      continue
    }
    const known = run.filter(({ grade }) => grade.grade.label !== null && statusOfGrade(grade.grade.label, null) !== null).length
    if (run.length >= 3 && known * 3 >= run.length * 2)
      return { grades: run.map(({ grade }) => grade), rows: new Set(run.map(({ row: own }) => own)) }
    run = []
  }
  return null
}

/** Whether grades are a key of colours: it needs no word that announces it. */
const isColourKey = (grades: readonly Grade[]) =>
  grades.length > 2 && grades.every(({ label }) => COLOURS.includes((label ?? '').toLowerCase()))

/** Whether grades are a key of letters or marks: "G = implemented, A = in progress, R = none". Every one and every meaning is known. */
const isLetterKey = (grades: readonly Grade[]) =>
  grades.length > 2 && grades.every(({ code, status }) => code !== null && /^(?:[A-Z]{1,2}|\p{So}\ufe0f?)$/u.test(code) && status !== null)

/** Lines, one a grade or all on one, under words that announce a key. */
function scaleLines(outline: Outline): { grades: PrintedGrade[]; lines: Set<Passage> } | null {
  const texts = outline.entries.map((entry) => (entry.type === 'table' ? null : entry.passage))
  const grades = remembering(gradesOf)
  for (const [index, passage] of texts.entries()) {
    if (!passage || passage.text.length > 400) continue
    const announced = KEY_WORDS.test(foldWords(passage.text))
    const own = readScale([passage.text], grades)
    // What is drawn needs no name, and may be the legend of anything.
    const drawn = hasDrawnColour(passage.text)
    if (drawn && own.length >= 2 && own.filter(({ status }) => status !== null).length < LEAST_TELLING) continue
    if (drawn && !announced && own.length >= 2 && !explainsColours(own, outline)) continue
    if (own.length >= 2 && (announced || isColourKey(own) || isLetterKey(own) || definesGrades(passage.text)))
      return { grades: own.map((grade) => locatedGrade(grade, passage)), lines: new Set([passage]) }
    if (!announced && !drawn) continue
    const following: Passage[] = drawn && own.length < 2 ? [passage] : []
    for (let next = index + 1; next < texts.length && following.length < MOST_GRADES; next++) {
      const line = texts[next]
      if (!line || line.text.length > 300 || grades(line.text).length === 0) break
      following.push(line)
    }
    for (let count = following.length; count >= 2; count--) {
      const lines = following.slice(0, count)
      const scale = readScale(
        lines.map((line) => line.text),
        grades,
      )
      if (scale.length < count || scale.filter((grade) => grade.status !== null).length < 2) continue
      if (!announced && !explainsColours(scale, outline)) continue
      return {
        grades: scale.map((grade, at) =>
          locatedGrade(grade, scale.length === count ? lines[at] : lines.find(({ text }) => text.includes(grade.label ?? ''))),
        ),
        lines: new Set([passage, ...lines]),
      }
    }
  }
  return null
}

/** Whether a scale has every colour that an empty cell of the document's tables has: a key leaves none of them open. */
function explainsColours(scale: readonly Grade[], outline: Outline): boolean {
  const own = new Set(scale.map(({ label }) => label))
  const tables = outline.entries.flatMap((entry) => (entry.type === 'table' ? [entry.table] : []))
  const cells = tables.flatMap((table) => withoutGroundShades(table, readTableHeader(table)?.rows ?? new Set()).rows.flat())
  return cells.every(({ blocks, fill }) => {
    const colour = blocks.length === 0 && fill !== null ? colourName(fill) : null
    return colour === null || colour === 'grey' || own.has(colour)
  })
}

/** The same function, asked once for each text: a line is under several that may announce it. */
function remembering(read: (text: string) => Grade[]): (text: string) => Grade[] {
  const answers = new Map<string, Grade[]>()
  return (text) => {
    const answer = answers.get(text) ?? read(text)
    answers.set(text, answer)
    return answer
  }
}

function toScale(printed: PrintedGrade[], rows: Set<readonly Cell[]>, lines: Set<Passage>, source: string | null): DocumentScale {
  const keys = new KeyRing()
  const gradings = printed.map(({ grade, code, label, meaning }): Grading => {
    const ledger = new EvidenceLedger(source)
    if (code) ledger.stated('code', code)
    if (label) ledger.stated('label', label)
    if (meaning) ledger.stated('meaning', meaning)
    return {
      key: keys.unique(`grading/${grade.code ?? grade.label ?? ''}`),
      reviewKey: null,
      place: passagePlace(label ?? code ?? { text: '', runs: [] }),
      code: grade.code,
      label: grade.label,
      meaning: grade.meaning,
      status: grade.status,
      evidence: ledger.entries,
    }
  })
  return { grades: printed.map(({ grade }) => grade), gradings, rows, lines }
}
