// Writes the made-up workbooks of scripts/sheets as several programs write them: node scripts/write-sheet-fixtures.ts
// LibreOffice, Gnumeric's ssconvert and Python's openpyxl must be installed. Look at what changes before you commit it.
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FIXTURES } from '../test/read-fixture.ts'
import { workbookToFods } from './sheets/workbook-to-fods.ts'
import { type MadeSheet, ONE_REVIEW, TWO_REVIEWS } from './sheets/workbooks.ts'

/** Commas, quotes, UTF-8; days as they are shown. */
const CSV = (separator: string): string => `csv:Text - txt - csv (StarCalc):${separator.charCodeAt(0)},34,76,1,,0,false,true`

/** The formats that Calc writes, with its names for them. */
const CALC = { xlsx: 'xlsx:Calc MS Excel 2007 XML', xlsm: 'xlsm:Calc MS Excel 2007 VBA XML', ods: 'ods', csv: CSV(','), tsv: CSV('\t') }
const GNUMERIC = { xlsx: 'Gnumeric_Excel:xlsx2', ods: 'Gnumeric_OpenCalc:odf', csv: 'Gnumeric_stf:stf_csv' }
const OPENPYXL = 'import openpyxl, sys; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])'

const folder = mkdtempSync(join(tmpdir(), 'sheet-fixtures-'))
try {
  writeCase('workbook-of-two-reviews', TWO_REVIEWS, ['xlsx', 'ods'], 'xlsx')
  writeCase('tracker-exported-from-a-sheet', ONE_REVIEW, ['xlsx', 'xlsm', 'ods', 'csv', 'tsv'], 'csv')
} finally {
  rmSync(folder, { recursive: true })
}

/** One workbook in these formats into fixtures/sheets; as Calc writes the `first` of them it is a case of trackers, whose golden the others are held to. */
function writeCase(name: string, sheets: readonly MadeSheet[], formats: readonly (keyof typeof CALC)[], first: keyof typeof CALC): void {
  const out = join(FIXTURES, 'sheets')
  const own = join(FIXTURES, 'tracker-table', name)
  for (const made of [out, own]) mkdirSync(made, { recursive: true })
  const source = join(folder, `${name}.fods`)
  writeFileSync(source, workbookToFods(sheets))
  for (const format of formats) {
    execFileSync('soffice', ['--headless', '--convert-to', CALC[format], '--outdir', folder, source], { stdio: 'ignore' })
    const written = join(folder, `${name}.${format === 'tsv' ? 'csv' : format}`)
    copyFileSync(written, format === first ? join(own, `input.${format}`) : join(out, `${name}.calc.${format}`))
  }
  const book = join(folder, `${name}.xlsx`)
  for (const [format, exporter] of Object.entries(GNUMERIC)) {
    if (formats.some((one) => one === format))
      execFileSync('ssconvert', ['-T', exporter, book, join(out, `${name}.gnumeric.${format}`)], { stdio: 'ignore' })
  }
  execFileSync('python3', ['-c', OPENPYXL, book, join(out, `${name}.openpyxl.xlsx`)])
}
