import { zipSync } from 'fflate'

/** A workbook as a hand would write it: raw XML of its sheets, and what it has beside them. */
export interface RawWorkbook {
  /** Name, state where it is not visible, the XML within `worksheet`, and that within the `table` of its table part. */
  sheets: readonly { name: string; state?: string; xml: string; table?: string }[]
  /** Each the XML within `si`. */
  strings?: readonly string[]
  /** The XML within `styleSheet`. */
  styles?: string
  /** Attributes of `workbookPr`. */
  properties?: string
  /** Names of the main namespaces that "strict" files use. */
  strict?: boolean
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(HEAD + text)

/** The workbook as a file. */
export function makeWorkbook({ sheets, strings = [], styles = '', properties = '', strict = false }: RawWorkbook): Uint8Array {
  const base = strict ? 'http://purl.oclc.org/ooxml' : 'http://schemas.openxmlformats.org'
  const main = strict ? `${base}/spreadsheetml/main` : `${base}/spreadsheetml/2006/main`
  const relation = strict ? `${base}/officeDocument/relationships` : `${base}/officeDocument/2006/relationships`
  const relations = (items: readonly [id: string, kind: string, target: string][]): Uint8Array =>
    bytesOf(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items
        .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${relation}/${kind}" Target="${target}"/>`)
        .join('')}</Relationships>`,
    )
  return zipSync({
    '[Content_Types].xml': bytesOf(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    ),
    '_rels/.rels': relations([['r1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': bytesOf(
      `<workbook xmlns="${main}" xmlns:r="${relation}"><workbookPr ${properties}/><sheets>${sheets
        .map(
          ({ name, state }, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="s${index}" ${state ? `state="${state}"` : ''}/>`,
        )
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index): [string, string, string] => [`s${index}`, 'worksheet', `worksheets/sheet${index}.xml`]),
      ['st', 'styles', 'styles.xml'],
      ['ss', 'sharedStrings', '/xl/sharedStrings.xml'],
    ]),
    'xl/styles.xml': bytesOf(`<styleSheet xmlns="${main}">${styles}</styleSheet>`),
    'xl/sharedStrings.xml': bytesOf(`<sst xmlns="${main}">${strings.map((string) => `<si>${string}</si>`).join('')}</sst>`),
    ...Object.fromEntries(
      sheets.flatMap(({ table }, index): [string, Uint8Array][] =>
        table === undefined
          ? []
          : [
              [`xl/tables/table${index}.xml`, bytesOf(`<table xmlns="${main}">${table}</table>`)],
              [`xl/worksheets/_rels/sheet${index}.xml.rels`, relations([['t', 'table', `../tables/table${index}.xml`]])],
            ],
      ),
    ),
    ...Object.fromEntries(
      sheets.map(({ xml }, index) => [`xl/worksheets/sheet${index}.xml`, bytesOf(`<worksheet xmlns="${main}">${xml}</worksheet>`)]),
    ),
  })
}

/** Rows of strings as `sheetData`, from the first cell on; `null` is a cell that is not there. */
export function sheetData(rows: readonly (readonly (string | null)[])[], first = 1): string {
  const cell = (text: string | null): string => (text === null ? '<c/>' : `<c t="inlineStr"><is><t>${text}</t></is></c>`)
  return `<sheetData>${rows.map((row, index) => `<row r="${first + index}">${row.map(cell).join('')}</row>`).join('')}</sheetData>`
}
