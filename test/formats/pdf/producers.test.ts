import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FIXTURES, plainRecords, readPaper } from '../../read-fixture.ts'

const PRODUCERS = ['chromium', 'writer-tagged', 'writer-untagged']

describe.each(['action-plan', 'progress-cards', 'review-report'])('%s', async (paper) => {
  const readings = await Promise.all(PRODUCERS.map((producer) => readPaper(join(FIXTURES, 'pdf', `${paper}.${producer}.pdf`))))

  it('says the same whoever printed it', () => {
    // The foot of the page names the committee, and a browser prints its own foot instead.
    const [first, ...others] = readings.map(({ records }) => plainRecords({ ...records, committee: null }))
    expect(first?.wordings).not.toHaveLength(0)
    for (const other of others) expect(other).toEqual(first)
  })

  it('gives every stated value a page, and a box that lies on it', () => {
    for (const { document, records } of readings) {
      const lists = [records.wordings, records.resolutions, records.commitments, records.actions, records.progressUpdates]
      for (const { state, place, field, quote } of lists.flatMap((list) => list.flatMap((record) => record.evidence))) {
        if (state !== 'stated') continue
        const page = document.pages.find((candidate) => candidate.page === place.page)
        const box = place.box
        expect(page, `${field} ${quote}`).toBeDefined()
        expect(box, `${field} ${quote}`).not.toBeNull()
        if (!page || !box) continue
        expect(box[0]).toBeGreaterThanOrEqual(-1)
        expect(box[1]).toBeGreaterThanOrEqual(-1)
        expect(box[2]).toBeLessThanOrEqual(page.width + 1)
        expect(box[3]).toBeLessThanOrEqual(page.height + 1)
      }
    }
  })

  it('gives no page number, head or foot as text of a record', () => {
    for (const { document, records } of readings) {
      const furniture = document.furniture.map((passage) => passage.text).filter((text) => text.length > 8)
      for (const { text } of [...records.wordings, ...records.actions]) for (const line of furniture) expect(text).not.toContain(line)
    }
  })
})
