// Writes papers of the fixtures' archive as pages of the web that programs save, into fixtures/pages: node scripts/write-page-fixtures.ts
// LibreOffice and pandoc write .html of the fixtures in Word, Chromium .mht; they must be installed. Look at what changes before you commit it.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { chromium } from 'playwright-core'
import { readDocument } from '../parsers/formats.ts'
import { archivePapers, FIXTURES } from '../test/read-fixture.ts'
import { blocksToHtml } from './word/blocks-to-html.ts'

const WORD = join(FIXTURES, 'word')
const OUT = join(FIXTURES, 'pages')
mkdirSync(OUT, { recursive: true })

for (const file of readdirSync(WORD).filter((name) => name.endsWith('.docx'))) {
  const path = join(WORD, file)
  if (/\bBus\b/u.test(file))
    execFileSync('pandoc', ['-s', '-f', 'docx', '-t', 'html', path, '-o', join(OUT, file.replace(/docx$/u, 'html'))])
  else execFileSync('soffice', ['--headless', '--convert-to', 'html:HTML (StarWriter)', '--outdir', OUT, path], { stdio: 'ignore' })
}

const SITE = 'https://tarrowdale.example'
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
try {
  const page = await browser.newPage()
  let body = ''
  await page.route(`${SITE}/*`, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }))
  for (const path of archivePapers().filter((paper) => paper.includes('tarrowdale'))) {
    const { blocks } = await readDocument({ bytes: new Uint8Array(readFileSync(path)), path }, () => {})
    const name = basename(path).replace(/\.\w+$/u, '')
    body = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"></head><body>${blocksToHtml(blocks)}</body></html>`
    await page.goto(`${SITE}/${encodeURIComponent(name)}`)
    const session = await page.context().newCDPSession(page)
    const { data } = await session.send('Page.captureSnapshot', { format: 'mhtml' })
    writeFileSync(join(OUT, `${name}.mht`), data)
  }
} finally {
  await browser.close()
}
