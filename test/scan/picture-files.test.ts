import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import UTIF from 'utif2'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withPdf } from '../../src/canvas/open-pdf.ts'
import { pictureType } from '../../src/canvas/picture-pdf.ts'
import { bytesToRecords, type Reading } from '../../src/reading/bytes-to-records.ts'
import { scanReader } from '../../src/scan/read-scans.ts'
import { runInProcess } from '../cli/run-in-process.ts'

const PAPER = join(import.meta.dirname, '../../fixtures/pdf/action-plan.writer-untagged.pdf')
const SCALE = 200 / 72

interface Pictures {
  png: Uint8Array
  jpg: Uint8Array
  tif: Uint8Array
}
let pictures: Pictures
beforeAll(async () => {
  pictures = await withPdf(new Uint8Array(readFileSync(PAPER)), { password: undefined, megabytes: 512 }, async (file) => {
    const { taken } = await file.draw(await file.page(1), SCALE, (canvas) => {
      const { width, height } = canvas
      const pixels = canvas.getContext('2d').getImageData(0, 0, width, height).data
      return {
        png: new Uint8Array(canvas.toBuffer('image/png')),
        jpg: new Uint8Array(canvas.toBuffer('image/jpeg', 90)),
        tif: new Uint8Array(UTIF.encodeImage(new Uint8Array(pixels), width, height)),
      }
    })
    return taken
  })
})

/** By its content: the name says nothing of a picture. */
const read = (bytes: Uint8Array, ocr = true): Promise<Reading> =>
  bytesToRecords({ bytes, path: 'photo.txt', readScans: ocr ? scanReader(() => {}) : 'off' })

describe('a photo of a page', { timeout: 120_000 }, () => {
  test.each([
    ['png', 'image/png'],
    ['jpg', 'image/jpeg'],
    ['tif', 'image/tiff'],
  ] as const)('as %s is read like a scan', async (name, mediaType) => {
    const { status, document, records, diagnostics } = await read(pictures[name])
    expect([status, document?.mediaType, document?.pages.length]).toEqual(['ok', mediaType, 1])
    expect(records?.title).toBe('Action Plan: Review of Neighbourhood Services')
    expect(records?.wordings.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5', '6'])
    expect(diagnostics.map(({ rule }) => rule)).toContain('read-by-ocr')
    expect(records?.wordings.every(({ place }) => place.page === 1 && place.box !== null)).toBe(true)
  })

  test('says that it was not read where a person switched that off', async () => {
    const { records, diagnostics } = await read(pictures.png, false)
    expect(records?.wordings ?? []).toEqual([])
    expect(diagnostics.map(({ rule }) => rule)).toContain('scan-not-read')
  })

  test('is imported, and drawn in the report with its passages marked', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'scrutineer-photo-'))
    afterAll(() => rmSync(cwd, { recursive: true, force: true }))
    mkdirSync(join(cwd, 'papers'))
    writeFileSync(join(cwd, 'papers', 'plan.png'), pictures.png)
    expect((await runInProcess(['import', 'papers', '--quiet'], { cwd })).stdout).toContain('1 action plan')
    expect((await runInProcess(['report', '--out', 'site'], { cwd })).code).toBe(0)
    const [page = ''] = readFileSync(join(cwd, 'site', 'papers.html'), 'utf8').match(/papers\/[^"#]+\.html/u) ?? []
    expect(readFileSync(join(cwd, 'site', page), 'utf8')).toMatch(/<img[^>]+src="[^"]+\.(?:png|jpe?g)"/u)
  })
})

describe('a picture', () => {
  test('is known by its first bytes', () => {
    expect([pictures.png, pictures.jpg, pictures.tif].map(pictureType)).toEqual(['image/png', 'image/jpeg', 'image/tiff'])
    expect(pictureType(new TextEncoder().encode('GIF89a'))).toBeNull()
  })

  test.each(['png', 'jpg', 'tif'] as const)('that is cut off is reported in words, and ends nothing: %s', async (name) => {
    const { status, records } = await read(pictures[name].slice(0, 30))
    expect([status, records]).toEqual(['failed', null])
  })

  test('of more pixels than any page has is refused before it is decoded', async () => {
    const bytes = new Uint8Array(createCanvas(10, 10).toBuffer('image/png'))
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(16, 40_000)
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(20, 40_000)
    const { diagnostics } = await read(bytes)
    expect(diagnostics.map(({ rule, note }) => [rule, note])).toEqual([['too-large', expect.stringContaining('40000 by 40000 pixels')]])
  })
})
