import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { importPaths } from '../../../src/import.ts'
import { openStore } from '../../../src/store/open-store.ts'
import { archivePapers, FIXTURES, plainRecords, readPaper } from '../../read-fixture.ts'

const MAILS = join(FIXTURES, 'mails')
/** The paper that Python's email package and nodemailer wrote into a mail, as its text and attached to it. */
const original = archivePapers().find((path) => basename(path).startsWith('Cabinet 15.04.21')) ?? ''

it.each(readdirSync(MAILS))('%s says what the paper in it says, and so does what is attached', async (file) => {
  const paper = await readPaper(original)
  const mail = await readPaper(join(MAILS, file))
  expect(plainRecords(mail.records)).toEqual(plainRecords(paper.records))

  const folder = mkdtempSync(join(tmpdir(), 'scrutineer-mails-'))
  const store = openStore(join(folder, 'council.db'), { create: true })
  try {
    await importPaths([join(MAILS, file)], { store, jobs: 1 })
    expect(store.rows('documents').map(({ kind }) => kind)).toEqual(['decision_record', 'decision_record'])
    expect(store.count('recommendations')).toBe(paper.records.wordings.length)
  } finally {
    store.close()
    rmSync(folder, { recursive: true })
  }
})
