// What is shown, as a workbook of one sheet (ECMA-376). A page from disk cannot ask a server for one, and a workbook is no more
// than a zip file of short XML files. They are stored in it as they are, not compressed: every spreadsheet program reads that.
;(() => {
  // What a cell can hold (Excel's limits), and the first day that all programs count alike: day 61.
  const CELL_CHARS_AT_MOST = 32_767
  const FIRST_DAY = '1900-03-01'
  const FIRST_DAY_NUMBER = 61
  const DAY_MS = 86_400_000
  // Columns are as wide as what they hold, within these, in characters.
  const NARROWEST = 8
  const WIDEST = 60
  // By this an import knows the file for Scrutineer's own, and does not read it as a paper.
  const KEYWORD = 'scrutineer-handout'
  const STYLE = { text: 0, heading: 1, day: 2 }

  // XML has no control characters; "_x0041_" would be read as a letter, so its underscore is written as one.
  const inXml = (text) =>
    text
      .replace(/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
      .replace(/_(?=x[\dA-F]{4}_)/giu, '_x005F_')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll('\r', '&#13;')

  // 1 → "A", 27 → "AA".
  const letters = (column) => (column > 26 ? letters(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26))

  const cell = (value, place, isHeading) => {
    if (value === null || value === undefined || value === '') return ''
    if (typeof value === 'number') return `<c r="${place}" s="${STYLE.text}"><v>${value}</v></c>`
    if (!isHeading && /^\d{4}-\d\d-\d\d$/u.test(value) && value >= FIRST_DAY && !Number.isNaN(Date.parse(value))) {
      const day = FIRST_DAY_NUMBER + Math.round((Date.parse(value) - Date.parse(FIRST_DAY)) / DAY_MS)
      return `<c r="${place}" s="${STYLE.day}"><v>${day}</v></c>`
    }
    const text = value.length > CELL_CHARS_AT_MOST ? `${value.slice(0, CELL_CHARS_AT_MOST - 1)}…` : value
    return `<c r="${place}" s="${isHeading ? STYLE.heading : STYLE.text}" t="inlineStr"><is><t xml:space="preserve">${inXml(text)}</t></is></c>`
  }

  const widthOf = (rows, column) =>
    rows.reduce((width, row) => Math.min(WIDEST, Math.max(width, String(row[column] ?? '').length + 2)), NARROWEST)

  // Headings that stay in sight and on every printed page, a filter over them, lying pages as wide as the columns.
  const sheetXml = (rows) => {
    const columns = rows[0].map(
      (_, column) => `<col min="${column + 1}" max="${column + 1}" width="${widthOf(rows, column)}" customWidth="1"/>`,
    )
    const lines = rows.map((row, at) => {
      const cells = row.map((value, column) => cell(value, `${letters(column + 1)}${at + 1}`, at === 0))
      return `<row r="${at + 1}">${cells.join('')}</row>`
    })
    return `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData><autoFilter ref="A1:${letters(rows[0].length)}${rows.length}"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`
  }

  const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
  const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
  const SHEET_TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf fontId="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs></styleSheet>`
  const relations = (...them) =>
    `<Relationships xmlns="${PACKAGE}/relationships">${them.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`).join('')}</Relationships>`

  const parts = (name, rows) => ({
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPES}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    '_rels/.rels': relations(
      [`${OFFICE}/officeDocument`, 'xl/workbook.xml'],
      [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ),
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${inXml(name)}</dc:title><dc:creator>Scrutineer</dc:creator><cp:keywords>${KEYWORD}</cp:keywords></cp:coreProperties>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">List!$A$1:$${letters(rows[0].length)}$${rows.length}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">List!$1:$1</definedName></definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([`${OFFICE}/worksheet`, 'worksheets/sheet1.xml'], [`${OFFICE}/styles`, 'styles.xml']),
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': sheetXml(rows),
  })

  // The check sum of zip files: CRC-32 as in APPNOTE 4.4.7.
  const CRC = Array.from({ length: 256 }, (_, byte) => {
    let sum = byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
    return sum
  })
  const crcOf = (bytes) => {
    let sum = -1
    for (const byte of bytes) sum = CRC[(sum ^ byte) & 0xff] ^ (sum >>> 8)
    return ~sum >>> 0
  }
  // Numbers as little-endian bytes, each with its size: 2 or 4.
  const packed = (...fields) => {
    const bytes = new Uint8Array(fields.reduce((size, [, width]) => size + width, 0))
    const view = new DataView(bytes.buffer)
    let at = 0
    for (const [value, width] of fields) {
      if (width === 4) view.setUint32(at, value, true)
      else view.setUint16(at, value, true)
      at += width
    }
    return bytes
  }

  // Files by name as one zip file whose files are stored (APPNOTE 4.3.7, 4.3.12, 4.3.16); the day of each is 1 January 1980.
  const zipOf = (files) => {
    const encoder = new TextEncoder()
    const body = []
    const directory = []
    let offset = 0
    for (const [name, text] of Object.entries(files)) {
      const [title, bytes] = [encoder.encode(name), encoder.encode(DECLARATION + text)]
      // The version that is needed, flags, method, time, day; check sum; size twice; length of the name, of what is extra.
      const facts = [
        [20, 2],
        [0, 2],
        [0, 2],
        [0, 2],
        [0x21, 2],
        [crcOf(bytes), 4],
        [bytes.length, 4],
        [bytes.length, 4],
        [title.length, 2],
        [0, 2],
      ]
      const head = packed([0x04034b50, 4], ...facts)
      directory.push(packed([0x02014b50, 4], [20, 2], ...facts, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), title)
      body.push(head, title, bytes)
      offset += head.length + title.length + bytes.length
    }
    const size = directory.reduce((sum, { length }) => sum + length, 0)
    const count = directory.length / 2
    const end = packed([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [offset, 4], [0, 2])
    return [...body, ...directory, end]
  }

  // The pieces of a workbook's bytes: the first row is the headings.
  globalThis.scrutineerXlsx = { toXlsx: (name, rows) => zipOf(parts(name, rows)) }
})()
