import { strToU8, zipSync } from 'fflate'
import { makeOutlook } from '../../test/formats/mail/make-outlook.ts'
import { makeWorkbook, sheetData } from '../../test/formats/sheets/make-workbook.ts'

/** A plan of a council that does not exist, as rows of a table. */
const ROWS = [
  ['No', 'Recommendation', 'Lead officer', 'Due date', 'Status', 'Progress'],
  ['1', 'That the lock be mended before the spring tides.', 'Harbour Master', '31/03/2024', 'Complete', 'Mended in March.'],
  ['2', 'That two lamps be hung at the weir.', 'Works Foreman', '30/06/2024', 'In progress', 'One hangs.'],
  ['3', 'That the ferry run on Sundays.', 'Ferry Manager', 'TBC', 'Not started', ''],
]

const TITLE = 'Brackwater Harbour Council: action plan'

/** Papers in the formats of which the fixtures have no files, small and whole, by the name that they would have. */
export function madeOriginals(): { name: string; bytes: Buffer }[] {
  const csv = strToU8(ROWS.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n'))
  const page = `<html><head><title>${TITLE}</title></head><body><h1>${TITLE}</h1><table>${ROWS.map(
    (row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  ).join('')}</table></body></html>`
  const workbook = makeWorkbook({
    sheets: [
      { name: 'Plan', xml: `${sheetData([[TITLE], [], ...ROWS])}<mergeCells count="1"><mergeCell ref="A1:F1"/></mergeCells>` },
      { name: 'Old', state: 'hidden', xml: sheetData(ROWS) },
    ],
  })
  const files: [name: string, bytes: Uint8Array][] = [
    ['made/plan.csv', csv],
    ['made/plan.tsv', strToU8(ROWS.map((row) => row.join('\t')).join('\n'))],
    ['made/plan.xlsx', workbook],
    ['made/plan.ods', openDocumentSheet()],
    ['made/plan.html', strToU8(page)],
    ['made/plan.mht', strToU8(savedPage(page))],
    ['made/letter.eml', strToU8(mail(csv, workbook))],
    [
      'made/letter.msg',
      makeOutlook({
        ...{ subject: TITLE, from: 'Clerk', to: ['Board'], sent: '2024-03-04T09:00:00Z', body: 'RESOLVED: That the lock be mended.' },
        attachments: [{ name: 'plan.csv', bytes: csv }],
      }),
    ],
    ['made/pack.zip', zipSync({ 'plan.csv': csv, 'more/plan.xlsx': workbook, 'more/inner.zip': zipSync({ 'page.html': strToU8(page) }) })],
  ]
  return files.map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes) }))
}

function openDocumentSheet(): Uint8Array {
  const cell = (text: string): string =>
    `<table:table-cell office:value-type="string" table:number-columns-repeated="1"><text:p>${text}</text:p></table:table-cell>`
  const rows = ROWS.map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`).join('')
  const names = ['office', 'table', 'text'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(' ')
  const content = `<office:document-content ${names}><office:body><office:spreadsheet><table:table table:name="Plan">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': strToU8(content),
  })
}

const savedPage = (page: string): string =>
  `From: <Saved by a browser>\r\nSubject: ${TITLE}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="edge"\r\n\r\n` +
  `--edge\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://council.example/plan\r\n\r\n${page.replaceAll('=', '=3D')}\r\n--edge--\r\n`

function mail(csv: Uint8Array, workbook: Uint8Array): string {
  const attached = (name: string, bytes: Uint8Array): string =>
    `--edge\r\nContent-Type: application/octet-stream; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n` +
    `${Buffer.from(bytes).toString('base64').replaceAll(/.{76}/gu, '$&\r\n')}\r\n`
  return (
    `From: Clerk <clerk@council.example>\r\nTo: Board <board@council.example>\r\nSubject: ${TITLE}\r\nDate: Mon, 4 Mar 2024 09:00:00 +0000\r\nMIME-Version: 1.0\r\n` +
    `Content-Type: multipart/mixed; boundary="edge"\r\n\r\n--edge\r\nContent-Type: text/plain; charset="utf-8"\r\n\r\nThe plan is attached.\r\nRESOLVED: That the lock be mended.\r\n` +
    `${attached('plan.csv', csv)}${attached('plan.xlsx', workbook)}--edge--\r\n`
  )
}
