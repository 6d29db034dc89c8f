import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { viewsToXlsx } from '../../src/export/xlsx.ts'
import { VIEW_NAMES } from '../../src/store/views.ts'
import { archiveDatabase } from './archive-database.ts'

const { store } = archiveDatabase()
let parts: Record<string, Uint8Array>
const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array())
beforeAll(async () => {
  parts = unzipSync((await viewsToXlsx(store)).bytes)
})

test('every sheet has frozen headings and a filter over all of its rows', () => {
  for (const [index, view] of ['Follow-up', 'about', ...VIEW_NAMES].entries()) {
    const sheet = part(`xl/worksheets/sheet${index + 1}.xml`)
    expect(sheet).toMatch(/<pane ySplit="1"[^>]* state="frozen"\/>/u)
    const [, ref] = /<\/sheetData><autoFilter ref="A1:([A-Z]+\d+)"\/>/u.exec(sheet) ?? []
    if (index > 1) expect(ref).toMatch(new RegExp(`[A-Z]${store.rows(VIEW_NAMES[index - 2] ?? 'runs').length + 1}$`, 'u'))
    const cells = ref?.replace(/^([A-Z]+)(\d+)$/u, '$A$$1:$$$1$$$2')
    expect(part('xl/workbook.xml')).toContain(`localSheetId="${index}" hidden="1">'${view}'!${cells}</definedName>`)
  }
  expect(part('xl/workbook.xml').match(/<definedNames[ />]/gu)).toHaveLength(1)
})

test('nothing in it is a formula', () => {
  for (const name of Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/'))) expect(part(name)).not.toMatch(/<f[ >]/u)
})
