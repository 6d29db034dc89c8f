import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { checkOcrChoice, ocrChoice, trainedData } from '../../src/scan/ocr-choice.ts'
import { wordsOfHocr } from '../../src/scan/tesseract-program.ts'

const DATA = createRequire(import.meta.url).resolve('@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz')
const folder = mkdtempSync(join(tmpdir(), 'scrutineer-ocr-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('what --ocr names', () => {
  test('is languages whose packages are installed', () => {
    expect(ocrChoice('eng')).toEqual({ by: 'engine', languages: [{ name: 'eng', file: DATA }] })
  })

  test('is refused, with what to do, where a language is not installed', () => {
    expect(() => ocrChoice('eng+xyz')).toThrow('npm install @tesseract.js-data/xyz')
    expect(() => ocrChoice('./nowhere')).toThrow('there is no such folder')
  })

  test('is a folder with data, packed or not, in the order of their names', () => {
    expect(() => ocrChoice(folder)).toThrow('no file there ends in .traineddata')
    copyFileSync(DATA, join(folder, 'two.traineddata.gz'))
    writeFileSync(join(folder, 'one.traineddata'), 'data')
    writeFileSync(join(folder, 'osd.traineddata'), 'which way is up')
    const choice = ocrChoice(folder)
    const languages = choice.by === 'engine' ? choice.languages : []
    expect(languages.map(({ name }) => name)).toEqual(['one', 'two'])
    expect(languages.map((language) => trainedData(language).length)).toEqual([4, gunzipSync(readFileSync(DATA)).length])
  })

  test("is Debian's program, with its languages", () => {
    expect(ocrChoice('tesseract')).toEqual({ by: 'program', languages: 'eng' })
    expect(ocrChoice('tesseract:eng+cym')).toEqual({ by: 'program', languages: 'eng+cym' })
  })

  test('is refused where that program is not installed', () => {
    vi.stubEnv('PATH', folder)
    expect(() => checkOcrChoice('tesseract')).toThrow('Install it (Debian: apt-get install tesseract-ocr).')
    vi.unstubAllEnvs()
  })
})

test("the program's words have their boxes, their line's base and size, and letters that are not markup", () => {
  const letter = (text: string, box: string): string => `<span class='ocrx_cinfo' title='x_bboxes ${box}; x_conf 98'>${text}</span>`
  const word = `<span class='ocrx_word' id='word_1_1' title='bbox 20 40 60 60; x_wconf 91'>${letter('R', '20 40 34 60')}${letter('&amp;', '36 40 48 60')}${letter('D', '50 40 60 60')}</span>`
  const hocr = `<span class='ocr_line' id='line_1_1' title="bbox 10 38 210 66; baseline 0.01 -6; x_size 28; x_descenders 5">${word}</span>`
  expect(wordsOfHocr(hocr)).toEqual([{ text: 'R&D', x0: 20, y0: 40, x1: 60, y1: 60, confidence: 91, base: 60.3, size: 28 }])
})
