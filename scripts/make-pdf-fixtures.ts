// Makes fixtures/pdf/*.pdf from scripts/pdf-fixture-sources.ts with LibreOffice (tagged and untagged) and Chromium, and those of
// scripts/drawn-fixture-sources.ts with Chromium: all, or with --drawn those alone.
// Wants `soffice` and `chromium` on the path; the tests want neither.
import { execFile, execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { DRAWN_SOURCES, drawnHtml } from './drawn-fixture-sources.ts'
import type { FixtureBlock, FixtureSource, FixtureTable } from './pdf-fixture-sources.ts'
import { SOURCES } from './pdf-fixture-sources.ts'

const COLOUR = /^#[0-9a-f]{6}$/u
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
/** `<sup>` is the only mark-up that sources use. */
const inline = (text: string, open: string, close: string) =>
  escaped(text).replaceAll('&lt;sup&gt;', open).replaceAll('&lt;/sup&gt;', close)

const BORDER = { all: '1px solid black', rows: 'none', none: 'none' }

function htmlTable(table: FixtureTable): string {
  const cell = (name: string, text: string) =>
    COLOUR.test(text)
      ? `<${name} style="background:${text}"></${name}>`
      : `<${name}>${text
          .split('\n')
          .map((line) => `<p>${inline(line, '<sup>', '</sup>')}</p>`)
          .join('')}</${name}>`
  const head = table.header.length ? `<thead><tr>${table.header.map((text) => cell('th', text)).join('')}</tr></thead>` : ''
  const body = table.rows.map((row) => `<tr>${row.map((text) => cell('td', text)).join('')}</tr>`).join('\n')
  const columns = table.widths.map((width) => `<col style="width:${width}%">`).join('')
  return `<table class="${table.borders}">${columns}${head}<tbody>${body}</tbody></table>`
}

function htmlBlocks(blocks: readonly FixtureBlock[]): string {
  let list = false
  let html = ''
  for (const block of blocks) {
    if (list !== (block.type === 'bullet')) html += list ? '</ul>' : '<ul>'
    list = block.type === 'bullet'
    if (block.type === 'table') html += htmlTable(block)
    else if (block.type === 'heading') html += `<h${block.level}>${inline(block.text, '<sup>', '</sup>')}</h${block.level}>`
    else if (block.type === 'bullet') html += `<li>${inline(block.text, '<sup>', '</sup>')}</li>`
    else html += `<p>${inline(block.text, '<sup>', '</sup>')}</p>`
  }
  return html + (list ? '</ul>' : '')
}

function html(source: FixtureSource): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(source.running.head)}</title>
<style>@page { size: A4 ${source.landscape ? 'landscape' : 'portrait'}; margin: 18mm } body { font: 11pt Liberation Sans, sans-serif }
table { border-collapse: collapse; width: 100%; table-layout: fixed } td, th { vertical-align: top; text-align: left; padding: 3px 6px }
td p, th p { margin: 0 } .all td, .all th { border: ${BORDER.all} } .rows tr { border-bottom: 1px solid #999 } th { break-inside: avoid }</style>
<body>${htmlBlocks(source.blocks)}</body></html>`
}

/** Flat OpenDocument text: the one format of LibreOffice that can be written by hand, with running heads. */
function fodt(source: FixtureSource): string {
  const size = source.landscape ? 'fo:page-width="29.7cm" fo:page-height="21cm"' : 'fo:page-width="21cm" fo:page-height="29.7cm"'
  const width = source.landscape ? 25.7 : 17
  const styles: string[] = []
  const span = (text: string) => inline(text, '<text:span text:style-name="Raised">', '</text:span>')
  const table = (block: FixtureTable, index: number) => {
    const borders = { all: 'fo:border="0.5pt solid #000000"', rows: 'fo:border-bottom="0.5pt solid #000000"', none: 'fo:border="none"' }[
      block.borders
    ]
    const total = block.widths.reduce((sum, part) => sum + part, 0)
    block.widths.forEach((part, i) => {
      styles.push(
        `<style:style style:name="T${index}C${i}" style:family="table-column"><style:table-column-properties style:column-width="${((width * part) / total).toFixed(2)}cm"/></style:style>`,
      )
    })
    styles.push(
      `<style:style style:name="T${index}X" style:family="table-cell"><style:table-cell-properties ${borders} fo:padding="0.1cm"/></style:style>`,
    )
    const cell = (text: string, style: string) => {
      if (!COLOUR.test(text)) {
        const paragraphs = text.split('\n').map((line) => `<text:p text:style-name="${style}">${span(line)}</text:p>`)
        return `<table:table-cell table:style-name="T${index}X">${paragraphs.join('')}</table:table-cell>`
      }
      const name = `T${index}F${text.slice(1)}`
      styles.push(
        `<style:style style:name="${name}" style:family="table-cell"><style:table-cell-properties ${borders} fo:background-color="${text}"/></style:style>`,
      )
      return `<table:table-cell table:style-name="${name}"><text:p text:style-name="Cell"/></table:table-cell>`
    }
    const row = (cells: string[], style: string) => `<table:table-row>${cells.map((text) => cell(text, style)).join('')}</table:table-row>`
    const head = block.header.length ? `<table:table-header-rows>${row(block.header, 'Head')}</table:table-header-rows>` : ''
    const columns = block.widths.map((_, i) => `<table:table-column table:style-name="T${index}C${i}"/>`).join('')
    return `<table:table table:name="T${index}">${columns}${head}${block.rows.map((cells) => row(cells, 'Cell')).join('')}</table:table>`
  }
  const body = source.blocks
    .map((block, i) => {
      if (block.type === 'table') return table(block, i)
      if (block.type === 'heading')
        return `<text:h text:style-name="H${block.level}" text:outline-level="${block.level}">${span(block.text)}</text:h>`
      if (block.type === 'bullet') {
        return `<text:list text:style-name="Bullets"><text:list-item><text:p text:style-name="Body">${span(block.text)}</text:p></text:list-item></text:list>`
      }
      return `<text:p text:style-name="Body">${span(block.text)}</text:p>`
    })
    .join('\n')
  const text = (name: string, pt: number, rest = '') =>
    `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="${name === 'Cell' || name === 'Head' ? 0 : 0.25}cm"/><style:text-properties style:font-name="Liberation Sans" fo:font-size="${pt}pt" ${rest}/></style:style>`
  const bold = 'fo:font-weight="bold"'
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text" xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0">
<office:font-face-decls><style:font-face style:name="Liberation Sans" svg:font-family="'Liberation Sans'"/></office:font-face-decls>
<office:styles>${text('Body', 11)}${text('Cell', 10)}${text('Head', 10, bold)}${text('H1', 16, bold)}${text('H2', 13, bold)}
<style:style style:name="Raised" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:space-before="0.5cm" text:min-label-width="0.6cm"/></text:list-level-style-bullet></text:list-style></office:styles>
<office:automatic-styles>${styles.join('\n')}
<style:page-layout style:name="Page"><style:page-layout-properties ${size} style:print-orientation="${source.landscape ? 'landscape' : 'portrait'}" fo:margin="2cm"/><style:header-style><style:header-footer-properties fo:margin-bottom="0.5cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:margin-top="0.5cm"/></style:footer-style></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page"><style:header><text:p text:style-name="Cell">${escaped(source.running.head)}</text:p></style:header><style:footer><text:p text:style-name="Cell">${escaped(source.running.foot)} – page <text:page-number/></text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>${body}</office:text></office:body></office:document>`
}

/** Prints the pages that draw what others write, each into its case. */
function printDrawn(): void {
  const work = mkdtempSync(join(tmpdir(), 'drawn-fixtures-'))
  for (const source of DRAWN_SOURCES) {
    const folder = fileURLToPath(new URL(`../fixtures/${source.folder}/`, import.meta.url))
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(work, 'page.html'), drawnHtml(source))
    const options = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', `--print-to-pdf=${join(folder, 'input.pdf')}`]
    execFileSync('chromium', [...options, join(work, 'page.html')])
  }
  rmSync(work, { recursive: true })
}

/** Prints a page from a council's web site that does not exist: the browser puts its address under every page. */
async function print(source: FixtureSource): Promise<void> {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(html(source)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const options = ['--headless', '--no-sandbox', '--disable-gpu', `--host-resolver-rules=MAP www.council.example:80 127.0.0.1:${port}`]
  await promisify(execFile)('chromium', [
    ...options,
    `--print-to-pdf=${join(out, `${source.name}.chromium.pdf`)}`,
    `http://www.council.example/${source.name}`,
  ])
  server.close()
}

printDrawn()
if (process.argv.includes('--drawn')) process.exit()
const out = fileURLToPath(new URL('../fixtures/pdf/', import.meta.url))
mkdirSync(out, { recursive: true })
const work = mkdtempSync(join(tmpdir(), 'pdf-fixtures-'))
for (const source of SOURCES) {
  writeFileSync(join(work, `${source.name}.fodt`), fodt(source))
  for (const tagged of [true, false]) {
    const options = JSON.stringify({ UseTaggedPDF: { type: 'boolean', value: String(tagged) } })
    const target = join(work, tagged ? 'tagged' : 'untagged')
    execFileSync('soffice', [
      '--headless',
      '--convert-to',
      `pdf:writer_pdf_Export:${options}`,
      '--outdir',
      target,
      join(work, `${source.name}.fodt`),
    ])
    renameSync(join(target, `${source.name}.pdf`), join(out, `${source.name}.writer-${tagged ? 'tagged' : 'untagged'}.pdf`))
  }
}
for (const source of SOURCES) await print(source)
// The same report behind a password, which is "harbour".
const locked = JSON.stringify({
  EncryptFile: { type: 'boolean', value: 'true' },
  DocumentOpenPassword: { type: 'string', value: 'harbour' },
})
execFileSync('soffice', [
  '--headless',
  '--convert-to',
  `pdf:writer_pdf_Export:${locked}`,
  '--outdir',
  work,
  join(work, 'review-report.fodt'),
])
renameSync(join(work, 'review-report.pdf'), join(out, 'locked.pdf'))
rmSync(work, { recursive: true })
