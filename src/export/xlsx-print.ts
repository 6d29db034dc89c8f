import { escapeXml, type Feature, withNames } from './xlsx-filters.ts'
import type { Sheet } from './xlsx-guide.ts'

/** How the first sheet of a workbook is printed. */
export interface Printing {
  /** The row, from 1, that is repeated on every page. */
  headRow: number
  /** What the foot of every page says beside its number. */
  foot: string
}

/** In inches. */
const MARGINS = '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>'
/** A header or footer holds 255 characters, its codes among them (ECMA-376 part 1, 18.3.1.46). */
const FOOT_CHARS_AT_MOST = 150

/**
 * Sets the pages of the first sheet: as wide as the sheet and as many as it takes, the headings repeated on each, page
 * numbers at the foot. The library knows A4 and the orientation; the rest is set by this feature, each element where
 * ECMA-376 has it (part 1, 18.3.1.99: properties first, the foot right after the page). The heights of rows are where a
 * program begins, and not fixed: a row grows when a person writes into it.
 */
export function printSheet({ sheet }: Sheet, { headRow, foot }: Printing): Feature {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => (sheetIndex === 0 ? withPages(xml, foot) : xml),
        },
        'xl/workbook.xml': {
          transform: (xml) =>
            withNames(
              xml,
              `<definedName name="_xlnm.Print_Titles" localSheetId="0">'${escapeXml(sheet ?? '')}'!$${headRow}:$${headRow}</definedName>`,
            ),
        },
      },
    },
  }
}

function withPages(xml: string, foot: string): string {
  return xml
    .replace(/<worksheet\b[^>]*>/u, (start) => `${start}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
    .replaceAll(' customHeight="1"', '')
    .replace(/<pageMargins\b[^>]*\/>/u, MARGINS)
    .replace(/<pageSetup\b([^>]*)\/>/u, (_, attributes) => `<pageSetup${attributes} fitToWidth="1" fitToHeight="0"/>${footXml(foot)}`)
}

function footXml(text: string): string {
  const words = escapeXml(text.slice(0, FOOT_CHARS_AT_MOST).replaceAll('&', '&&'))
  return `<headerFooter><oddFooter>&amp;L${words}&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter>`
}
