import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { UsageError } from '../schema/errors.ts'
import { withPdf } from '../src/canvas/open-pdf.ts'
import { documentMarks, MARK_COLOURS } from '../src/draw/document-marks.ts'
import { drawPage } from '../src/draw/page-picture.ts'
import { FIXTURES, readPaper } from './read-fixture.ts'

const path = join(FIXTURES, 'pdf', 'action-plan.writer-untagged.pdf')
const OPTIONS = { page: 1, scale: 1, password: undefined, megabytes: 1024 }

it('marks the tables, rows, cells, headings and recommendations of a page', async () => {
  const { document, records } = await readPaper(path)
  const colours = documentMarks(document, records, 1).map((mark) => mark.colour)
  for (const name of ['table', 'row', 'cell', 'heading', 'recommendation', 'furniture'] as const)
    expect(colours).toContain(MARK_COLOURS[name])
  expect(
    documentMarks(document, records, 1)
      .filter((mark) => mark.colour === MARK_COLOURS.recommendation)
      .map((mark) => mark.label),
  ).toContain('1')
})

it('draws the page with its marks as a PNG of the page’s size', async () => {
  const { document } = await readPaper(path)
  const { png: plain } = await drawPage(readFileSync(path), { ...OPTIONS, marks: [] })
  const { png: marked } = await drawPage(readFileSync(path), {
    ...OPTIONS,
    marks: [{ box: [100, 100, 300, 200], colour: '#d2401e', label: 'x', fill: 0.5 }],
  })
  expect(Buffer.from(plain.subarray(1, 4)).toString()).toBe('PNG')
  expect(Buffer.from(plain).readUInt32BE(16)).toBe(Math.ceil(document.pages[0]?.width ?? 0))
  expect(Buffer.from(marked).equals(plain)).toBe(false)
})

it('says how many pages there are where it is asked for one too many', async () => {
  await expect(drawPage(readFileSync(path), { ...OPTIONS, page: 99, marks: [] })).rejects.toThrow(UsageError)
})

it('keeps no canvas after what was wanted of it is taken', async () => {
  const held = await withPdf(readFileSync(path), OPTIONS, async (file) => {
    const { taken } = await file.draw(await file.page(1), 1, (canvas) => ({ canvas, width: canvas.width }))
    return taken
  })
  expect(held.width).toBeGreaterThan(0)
  expect(held.canvas.width * held.canvas.height).toBe(1)
})
