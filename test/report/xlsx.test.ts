import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { readSheet } from 'read-excel-file/node'
import { beforeAll, expect, test } from 'vitest'
import { isOwnPackage } from '../../src/own-package.ts'
import { outline, readBytes } from '../formats/reading.ts'

type Cell = string | number | null
let toXlsx: (name: string, rows: Cell[][]) => Uint8Array[]
beforeAll(async () => {
  // @ts-expect-error: a script of the page, which sets one value and exports nothing
  await import('../../src/report/assets/xlsx.js')
  toXlsx = (globalThis as unknown as { scrutineerXlsx: { toXlsx: typeof toXlsx } }).scrutineerXlsx.toXlsx
})
const bytesOf = (rows: Cell[][]): Buffer => Buffer.concat(toXlsx('late', rows))

const ROWS: Cell[][] = [
  ['Words', 'Day', 'Count'],
  ['=1+1', '2024-02-29', 3],
  ['two\nlines, "quoted" <b> & \'so\'', null, 0],
  [' before and after ', '2024-13-45', -1.5],
  ['_x0041_ 😀 Żółć', '1850-01-01', null],
]

test('a downloaded workbook reads back, by our reader and by another', async () => {
  const bytes = bytesOf(ROWS)
  expect(await readSheet(bytes, { trim: false })).toEqual([
    ['Words', 'Day', 'Count'],
    ['=1+1', new Date('2024-02-29'), 3],
    ['two\nlines, "quoted" <b> & \'so\'', null, 0],
    [' before and after ', '2024-13-45', -1.5],
    ['_x0041_ 😀 Żółć', '1850-01-01', null],
  ])
  const { document, diagnostics } = await readBytes(bytes, 'late.xlsx')
  expect(diagnostics).toEqual([])
  const [table] = outline(document.blocks) as string[][][]
  expect(table?.[1]).toEqual(['P =1+1', 'P 2024-02-29', 'P 3'])
  expect(table?.[4]?.[0]).toBe('P _x0041_ 😀 Żółć')
})

test('holds what no workbook can hold: control characters are left out, and what is too long is cut', async () => {
  const [, [odd] = [], [long] = []] = await readSheet(bytesOf([['Words'], ['a\u0001\u000bb\ud800c'], ['x'.repeat(40_000)]]))
  expect(odd).toBe('abc')
  expect(String(long)).toBe(`${'x'.repeat(32_766)}…`)
})

test('each file in it has its check sum, by which programs tell a damaged one', () => {
  const bytes = bytesOf(ROWS)
  let files = 0
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50; files++) {
    const [size, name] = [bytes.readUInt32LE(at + 22), bytes.readUInt16LE(at + 26)]
    const content = bytes.subarray(at + 30 + name, at + 30 + name + size)
    expect(bytes.readUInt32LE(at + 14)).toBe(crc32(content))
    at += 30 + name + size
  }
  expect(files).toBe(7)
})

test('an import takes it for no paper', () => {
  const folder = mkdtempSync(join(tmpdir(), 'scrutineer-xlsx-'))
  try {
    const path = join(folder, 'late.xlsx')
    writeFileSync(path, bytesOf(ROWS))
    expect(isOwnPackage(path)).toBe(true)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
