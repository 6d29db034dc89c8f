// Writes the fixtures' archive as word processors write it, into fixtures/word: node scripts/write-word-fixtures.ts [FORMAT …]
// LibreOffice writes .docx, .rtf and .doc, pandoc .odt and .docx, WeasyPrint .pdf; they must be installed. Look at what changes before
// you commit it.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { readDocument } from '../parsers/formats.ts'
import { archivePapers, FIXTURES } from '../test/read-fixture.ts'
import { blocksToHtml } from './word/blocks-to-html.ts'

/** Which papers become what: each format has plans, reports and decisions. */
const FORMATS: readonly { format: string; program: 'soffice' | 'pandoc' | 'weasyprint'; council: string }[] = [
  { format: 'docx', program: 'soffice', council: 'marlford-borough-council' },
  { format: 'docx', program: 'pandoc', council: 'london-borough-of-eastmere' },
  { format: 'odt', program: 'pandoc', council: 'tarrowdale-district-council' },
  { format: 'odt', program: 'soffice', council: 'london-borough-of-eastmere' },
  { format: 'rtf', program: 'soffice', council: 'tarrowdale-district-council' },
  { format: 'doc', program: 'soffice', council: 'london-borough-of-eastmere' },
  { format: 'pdf', program: 'weasyprint', council: 'marlford-borough-council' },
  { format: 'pdf', program: 'weasyprint', council: 'tarrowdale-district-council' },
]

/** How a page is printed: lines round cells, and the first number of a list, which WeasyPrint takes from here alone. */
const PRINTED =
  '@page{size:A4;margin:2cm}body{font:11pt Liberation Sans}table{border-collapse:collapse;width:100%}td,th{border:1px solid;vertical-align:top;text-align:left;padding:3px}'
const printed = (html: string): string =>
  html.replace(/<ol start="(\d+)">/gu, (_, start) => `<ol style="counter-reset:list-item ${Number(start) - 1}">`)

const wanted = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'word-fixtures-'))
try {
  for (const { format, program, council } of FORMATS) {
    if (wanted.length > 0 && !wanted.includes(format)) continue
    for (const path of archivePapers().filter((paper) => paper.includes(council))) {
      const { blocks } = await readDocument({ bytes: new Uint8Array(readFileSync(path)), path }, () => {})
      const name = basename(path).replace(/\.\w+$/u, '')
      const html = join(folder, `${name}.html`)
      const page = `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${blocksToHtml(blocks)}</body></html>`
      writeFileSync(html, program === 'weasyprint' ? printed(page) : page)
      const out = join(FIXTURES, 'word')
      if (program === 'weasyprint') {
        writeFileSync(join(folder, 'printed.css'), PRINTED)
        execFileSync('weasyprint', ['--quiet', '--stylesheet', join(folder, 'printed.css'), html, join(out, `${name}.pdf`)])
      } else if (program === 'pandoc') execFileSync('pandoc', ['-f', 'html', '-t', format, '-o', join(out, `${name}.${format}`), html])
      else convert(html, format, out)
    }
  }
} finally {
  rmSync(folder, { recursive: true })
}

/** By way of .docx for .doc, which LibreOffice does not write from a page of the web. */
function convert(html: string, format: string, out: string): void {
  const run = (file: string, to: string, into: string, more: readonly string[] = []): void => {
    execFileSync('soffice', ['--headless', '--convert-to', to, ...more, '--outdir', into, file], { stdio: 'ignore' })
  }
  const asText = ['--infilter=HTML (StarWriter)']
  run(html, format === 'rtf' || format === 'odt' ? format : 'docx:MS Word 2007 XML', format === 'doc' ? folder : out, asText)
  if (format === 'doc') run(html.replace(/html$/u, 'docx'), 'doc', out)
}
