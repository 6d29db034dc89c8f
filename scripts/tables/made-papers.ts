import { Random } from '../bench/link/random.ts'
import { FIELDS } from '../bench/link/words.ts'
import type { Setting } from './lay-out-table.ts'
import { columnsFrom, type MadeTable, makeTable, type TableTraits } from './made-table.ts'
import { LOOKS, type Look, partsRows, type Variant } from './table-looks.ts'
import { writeNote, writeProse } from './table-words.ts'

/** How tables are in a paper. */
export const SHEETS = ['one table', 'over pages', 'several a page', 'turned page', 'turned letters', 'columns on the next page'] as const
export type Sheet = (typeof SHEETS)[number]

/** A made-up paper with one table or several. */
export interface MadePaper {
  name: string
  look: Look
  sheet: Sheet
  variant: Variant
  setting: Omit<Setting, 'measure'>
  face: 'Helvetica' | 'Times'
  landscape: boolean
  /** A page's text is turned to the left, or to the right. */
  turnsLeft: boolean
  running: string
  /** The foot of a turned sheet is printed as the table, or upright. */
  uprightFoot: boolean
  title: string
  tables: { before: string; table: MadeTable; note: string | null; onNewPage: boolean }[]
}

const PER_LOOK = 5
const COLOURS = ['#e3ebf3', '#f3efe0', '#e6f2e6', '#eeeeee']

/** Papers of made-up tables: five of each look, on all kinds of sheets. The same seed gives the same papers. */
export function makePapers(seed: number): MadePaper[] {
  return LOOKS.flatMap((look, at) =>
    Array.from({ length: PER_LOOK }, (_, nth) => {
      const sheet = SHEETS[(at + nth) % SHEETS.length] ?? 'one table'
      return makePaper(look, sheet, nth, new Random(seed * 1000 + at * PER_LOOK + nth))
    }),
  )
}

function makePaper(look: Look, sheet: Sheet, nth: number, random: Random): MadePaper {
  const field = random.pick(FIELDS)
  const isTight = random.chance(0.25)
  const isWide = sheet === 'columns on the next page'
  const isTurned = sheet.startsWith('turned')
  const landscape = isTurned || (!isWide && random.chance(0.5))
  // Where only white parts rows, a row without a label of its own is one only if the white shows it.
  const merged = !isWide && !isTight && random.chance(0.4)
  const labelled = merged || look === 'short rules' || random.chance(0.25)
  const count = isWide ? random.int(5, 7) : random.int(3, landscape ? 7 : 5)
  const traits = (): TableTraits => ({
    columns: count,
    rows: sheet === 'several a page' ? random.int(4, 7) : sheet === 'over pages' ? random.int(12, 25) : random.int(5, 14),
    labelled,
    merged,
    themes: !isWide && !merged && random.chance(0.35),
    twoHeads: count >= 4 && !isWide && random.chance(0.3),
    noteUnderHead: !isWide && random.chance(0.2),
  })
  const setting: MadePaper['setting'] = {
    size: random.pick([8, 9, 10]),
    padY: isTight ? random.pick([0.5, 1]) : random.pick([2.5, 3, 4, 5]),
    padX: random.pick([3, 4, 5.4]),
    gap: look === 'boxes with gaps' ? random.pick([2.5, 4]) : 0,
    middle: partsRows(look) && !merged && random.chance(0.3),
    largeColumn: random.chance(0.15) ? 0 : -1,
    cutsRows: random.chance(0.5),
    repeatsHead: random.chance(0.6),
  }
  const tables = Array.from({ length: sheet === 'several a page' ? random.int(2, 3) : 1 }, () => makeTable(traits(), field, random))
  const split = isWide ? random.int(3, count - 2) : 0
  const parts = isWide ? tables.flatMap((table) => [columnsFrom(table, 0, split), columnsFrom(table, split, count)]) : tables
  const council = random.pick(['Harrowmere District Council', 'Vale of Tarrow Council', 'Borough of Ennerby', 'Marlford Borough Council'])
  return {
    name: `${look.replaceAll(' ', '-')}-${nth + 1}`,
    look,
    sheet,
    variant: { second: random.chance(0.5), colour: random.pick(COLOURS) },
    setting,
    face: random.pick(['Helvetica', 'Times']),
    landscape,
    turnsLeft: random.chance(0.5),
    running: `${council}: ${field.name} ${random.pick(['action plan', 'tracker', 'progress report'])}`,
    uprightFoot: random.chance(0.3),
    title: `${random.pick(['Recommendations on', 'Action plan for', 'What has been done about'])} ${random.pick(field.things)}`,
    tables: parts.map((table, i) => ({
      before: isWide || isTurned ? '' : random.chance(0.8) ? writeProse(random, field) : '',
      table,
      note: !isWide && random.chance(0.4) ? writeNote(random) : null,
      onNewPage: isWide && i > 0,
    })),
  }
}
