import { beforeAll, expect, test } from 'vitest'
import { type ArchiveFate, importHostile } from './hostile-archive.ts'
import { PDFS } from './pdfs.ts'

/** What is certain of some, however slow the machine: the rule that they are reported by. */
const REPORTED: Record<string, string> = {
  'a header alone': 'damaged',
  truncated: 'damaged',
  'truncated in its content': 'damaged',
  'noise behind the header': 'damaged',
  'a cyclic page tree': 'damaged',
  'a hundred thousand pages': 'page-limit',
  'forms that multiply': 'time-limit',
  'a bomb of operators': 'time-limit',
}
/** So much of each as says what it does within the time of a test. */
const SCALE: Record<string, number> = {
  'a hundred thousand pages': 0.01,
  'states saved and never restored': 0.001,
  'notes without end': 0.01,
}
const USUAL_SCALE = 0.02

let fate: ArchiveFate
beforeAll(async () => {
  const files = PDFS.map(({ name, make }) => ({ name: `${name}.pdf`, content: make(SCALE[name] ?? USUAL_SCALE) }))
  fate = await importHostile(files, { seconds: 4, megabytes: 768, pages: 50 })
}, 300_000)

test.each(PDFS)('$name is read, or reported with what to do', ({ name }) => {
  const own = fate.files.get(`${name}.pdf`)
  if (own?.status !== 'ok') expect(own?.rules).not.toEqual([])
  if (REPORTED[name]) expect(own?.rules).toContain(REPORTED[name])
  expect(own?.rules).not.toContain('internal-error')
  expect(own?.rules).not.toContain('reader-died')
})

test('the archive around them is imported whole', () => {
  expect(fate.told).toHaveLength(PDFS.length + 2)
  expect(fate.recommendations).toBe(4)
})
