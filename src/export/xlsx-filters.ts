import type writeExcelFile from 'write-excel-file/node'
import type { Sheet } from './xlsx-guide.ts'

/** The library names this type without exporting what it is made of. */
export type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>[number]

/**
 * Puts a filter on the headings of every sheet, which are in the row `headRow` (from 1); the library leaves that to such a feature. Excel goes by the sheet's
 * `autoFilter`, whose place is right after the rows; LibreOffice by the hidden name `_FilterDatabase` as well, for
 * which the library leaves an empty list (ECMA-376 part 1, 18.3.1.2 and 18.2.6).
 */
export function filterSheets(sheets: readonly Sheet[], headRow = 1): Feature {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const { letters, rows } = extent(sheets[sheetIndex], headRow)
            return xml.replace('</sheetData>', `</sheetData><autoFilter ref="A${headRow}:${letters}${rows}"/>`)
          },
        },
        'xl/workbook.xml': {
          transform: (xml) => withNames(xml, sheets.map((sheet, index) => filterName(sheet, index, headRow)).join('')),
        },
      },
    },
  }
}

/** Adds names to a workbook's list of them, which the library leaves empty. */
export function withNames(xml: string, names: string): string {
  return xml.replace(
    /<definedNames\/>|<\/definedNames>/u,
    (found) => `${found === '<definedNames/>' ? '<definedNames>' : ''}${names}</definedNames>`,
  )
}

function filterName(sheet: Sheet, index: number, headRow: number): string {
  const { letters, rows } = extent(sheet, headRow)
  return `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">'${escapeXml(sheet.sheet ?? '')}'!$A$${headRow}:$${letters}$${rows}</definedName>`
}

function extent(sheet: Sheet | undefined, headRow: number): { letters: string; rows: number } {
  return { letters: columnLetters(sheet?.data[headRow - 1]?.length ?? 1), rows: sheet?.data.length ?? 1 }
}

/** 1 → "A", 26 → "Z", 27 → "AA". */
function columnLetters(count: number): string {
  const [rest, last] = [Math.floor((count - 1) / 26), String.fromCharCode(65 + ((count - 1) % 26))]
  return rest ? columnLetters(rest) + last : last
}

/** Text within an element. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
