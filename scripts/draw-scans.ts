// Draws PDFs as pictures, as a copier would: npm run scans -- FILE.pdf… --out FOLDER [--dpi 200] [--skew 0.6] [--two-tones] [--layer]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { drawScan, OFFICE_COPIER } from './scans/draw-scan.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ out: { type: 'string' }, dpi: { type: 'string' }, skew: { type: 'string' } },
    ...{ 'two-tones': { type: 'boolean', default: false }, layer: { type: 'boolean', default: false } },
  },
})
if (values.out === undefined || positionals.length === 0) throw new Error('Name PDFs to draw, and a folder with --out.')
mkdirSync(values.out, { recursive: true })
for (const path of positionals) {
  const look = {
    ...OFFICE_COPIER,
    ...(values.dpi === undefined ? {} : { dpi: Number(values.dpi) }),
    ...(values.skew === undefined ? {} : { skew: Number(values.skew) }),
    twoTones: values['two-tones'],
    layer: values.layer,
  }
  const scan = await drawScan(new Uint8Array(readFileSync(path)), look)
  writeFileSync(join(values.out, basename(path)), scan)
  console.log(`${basename(path)}: ${scan.length} bytes`)
}
