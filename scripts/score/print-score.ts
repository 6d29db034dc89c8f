import { bandsOf, type JudgedRecord } from './calibration.ts'
import { byField, type Figures, faultsOf, worstPapers } from './figures.ts'
import type { Floor } from './floors.ts'
import { headingsThat, type JudgedHeading, SURE, surelyWrong } from './headings.ts'
import type { Mistake } from './mistakes.ts'
import type { SetScore } from './score-set.ts'
import { countedOnce } from './sets.ts'

const rounded = (share: number): string => share.toFixed(3)
const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`)
const FIGURES = ['expected', 'found', 'right', 'precision', 'recall', 'F1']
const figureCells = ({ expected, found, right, precision, recall, f1 }: Figures) => [
  ...[expected, found, right].map(String),
  ...[precision, recall, f1].map(rounded),
]

/** Rows of a table with its columns in line: words to the left, figures to the right. */
export function table(title: string, head: readonly string[], rows: readonly (readonly string[])[], wordColumns = 1): string {
  const all = [[title, ...head], ...rows]
  const widths = [title, ...head].map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  const cell = (text: string, column: number) =>
    column < wordColumns ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0)
  return all.map((row) => row.map(cell).join('  ').trimEnd()).join('\n')
}

/** The figures of each set, and after them how many values are wrong and how many missing. */
export function setsTable(scores: readonly SetScore[]): string {
  const rows = scores.map((score) => {
    const { wrong, missing } = faultsOf(score.mistakes)
    return [score.name, String(score.papers), ...figureCells(score), String(wrong), String(missing)]
  })
  return table('set', ['papers', ...FIGURES, 'wrong', 'missing'], rows)
}

/** What must hardly ever be wrong, set by set. */
export function risksTable(scores: readonly SetScore[]): string {
  const rows = scores.map(({ name, risky: { guarded, links }, nothing: { empty, misread } }) => [
    name,
    ...[guarded.stored, guarded.wrong].map(String),
    percent(guarded.wrong, guarded.stored),
    ...[links.stored, links.wrong, empty.length, misread.length].map(String),
  ])
  const head = ['guarded values', 'wrong', 'share', 'links', 'wrong', 'empty papers', 'given something']
  const misread = countedOnce(scores).flatMap(({ nothing }) => nothing.misread)
  return table('risks', head, rows) + (misread.length > 0 ? `\nEmpty papers that were given something: ${misread.join(', ')}` : '')
}

/** The figures of each field over all sets. */
export function fieldsTable(scores: readonly SetScore[]): string {
  const fields = byField(countedOnce(scores).flatMap((score) => score.fields))
  return table(
    'field',
    FIGURES,
    fields.map((figures) => [figures.field, ...figureCells(figures)]),
  )
}

/** The papers of all sets with most faults. */
export function worstTable(scores: readonly SetScore[], count: number): string {
  const papers = countedOnce(scores).flatMap(({ name, mistakes }) => worstPapers(mistakes).map((paper) => ({ set: name, ...paper })))
  const worst = papers.sort((a, b) => b.wrong + b.missing - a.wrong - a.missing).slice(0, count)
  const rows = worst.map(({ set, document, wrong, missing }) => [document, set, String(wrong), String(missing)])
  return table('worst papers', ['set', 'wrong', 'missing'], rows, 2)
}

/** How often records are right, by how sure reading was of them. */
export function calibrationTable(scores: readonly SetScore[]): string {
  const records = countedOnce(scores).flatMap((score) => score.records ?? [])
  if (scores.every((score) => score.records === null)) return 'calibration: no confidence column yet'
  const views = [...Map.groupBy(records, ({ view }) => view)]
  const cells = (band: number, own: readonly JudgedRecord[]) => {
    const { records: count = 0, right = 0 } = bandsOf(own)[band] ?? {}
    return count === 0 ? '–' : `${right}/${count}`
  }
  const rows = bandsOf(records).map(({ name, records: count, right }, band) => [
    name,
    ...[count, right].map(String),
    percent(right, count),
    ...views.map(([, own]) => cells(band, own)),
  ])
  const misled = records.filter(({ right, hasWrongFrame }) => right && hasWrongFrame).length
  const lines = table('confidence', ['records', 'right', 'share', ...views.map(([view]) => view)], rows)
  return misled === 0 ? lines : `${lines}\nOf those that are right, ${misled} bear a day or body that is wrong for their whole paper.`
}

/** Mistakes as the scorer tells them. */
export function mistakeLines(mistakes: readonly Mistake[]): string {
  const lines = mistakes.map(
    ({ document, field, label, invented, expected, found }) =>
      `✗ ${document} ${field} ${label}${invented ? ' (not expected)' : ''}\n    expected ${expected ?? '∅'}\n    found    ${found ?? '∅'}`,
  )
  return [...lines, `${mistakes.length} mistakes`].join('\n')
}

/** The floors, and which were missed. */
export function floorLines(floors: readonly Floor[]): string {
  const rows = floors.map(({ set, f1, floor, isReached }) => [set, floor.toFixed(2), f1.toFixed(4), isReached ? 'reached' : 'MISSED'])
  return table('floors', ['least F1', 'F1', ''], rows)
}

/** How many of the shared headings mean what readers gave, and the lines of those that do not. */
export function headingLines(judged: readonly JudgedHeading[]): string {
  const [agree, unknown, wrong] = (['agrees', 'unknown', 'wrong'] as const).map((judgement) => headingsThat(judged, judgement)) as [
    JudgedHeading[],
    JudgedHeading[],
    JudgedHeading[],
  ]
  const counts = [judged, agree, unknown, wrong, surelyWrong(judged)].map(({ length }) => String(length))
  const told = [...unknown, ...wrong].map(
    ({ line, role, certainty, expected }) => `line ${line}: ${role ?? 'unknown'} at ${certainty}, readers gave ${expected.join(' or ')}`,
  )
  return [table('headings', ['all', 'agree', 'unknown', 'wrong', `wrong at ${SURE}`], [['', ...counts]]), ...told].join('\n')
}
