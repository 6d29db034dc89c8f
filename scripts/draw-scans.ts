// Draws PDFs as pictures, as a copier would: npm run scans -- FILE.pdf… --out FOLDER [--dpi 200] [--skew 0.6] [--two-tones] [--layer]
// With --archive [NAME…] it prints the papers of fixtures/archive, draws them, and holds what is read in the pictures against the papers.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { archivePapers } from '../test/read-fixture.ts'
import { f1Of } from './scans/agreement.ts'
import { drawScan, OFFICE_COPIER, type ScanLook } from './scans/draw-scan.ts'
import { type ScannedPaper, scanPaper } from './scans/scan-archive.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ out: { type: 'string' }, dpi: { type: 'string' }, skew: { type: 'string' } },
    ...{ 'two-tones': { type: 'boolean', default: false }, layer: { type: 'boolean', default: false } },
    archive: { type: 'boolean', default: false },
  },
})
const look: ScanLook = {
  ...OFFICE_COPIER,
  ...(values.dpi === undefined ? {} : { dpi: Number(values.dpi) }),
  ...(values.skew === undefined ? {} : { skew: Number(values.skew) }),
  twoTones: values['two-tones'],
  layer: values.layer,
}

async function drawFiles(out: string): Promise<void> {
  mkdirSync(out, { recursive: true })
  for (const path of positionals) {
    const scan = await drawScan(new Uint8Array(readFileSync(path)), look)
    writeFileSync(join(out, basename(path)), scan)
    console.log(`${basename(path)}: ${scan.length} bytes`)
  }
}

/** Says of each paper how its scan agrees with it, how the PDF that was scanned does, and what is wrong and missing. */
async function scanArchive(): Promise<void> {
  const papers: ScannedPaper[] = []
  for (const path of archivePapers().filter((each) => positionals.length === 0 || positionals.some((name) => each.includes(name)))) {
    const paper = await scanPaper(path, look)
    papers.push(paper)
    say(paper.name, [paper])
    for (const value of paper.scan.wrong) console.log(`    wrong    ${value.slice(0, 160)}`)
    for (const value of paper.scan.missing) console.log(`    missing  ${value.slice(0, 160)}`)
  }
  say(`${papers.length} papers`, papers)
}

function say(name: string, papers: readonly ScannedPaper[]): void {
  const [scan, printed] = [f1Of(papers.map((each) => each.scan)), f1Of(papers.map((each) => each.printed))]
  console.log(`${scan.toFixed(3)} as a scan, ${printed.toFixed(3)} as a PDF  ${name}`)
}

if (values.archive) await scanArchive()
else if (values.out === undefined || positionals.length === 0) throw new Error('Name PDFs to draw, and a folder with --out.')
else await drawFiles(values.out)
