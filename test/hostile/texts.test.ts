import { beforeAll, describe, expect, test } from 'vitest'
import { type ArchiveFate, importHostile } from './hostile-archive.ts'
import { MARKDOWNS } from './markdowns.ts'
import { RUNS, TEXTS, TRAPS } from './texts.ts'

/** What grows with the square of this takes longer than the limit; what grows with it, a moment. */
const LENGTH = 100_000
const LIMITS = { seconds: 15, megabytes: 1024, pages: 5000 }
const MARKDOWN_LIMITS = { ...LIMITS, seconds: 30 }

/** Each run once, each in another of the places where it may be. */
const chosen = [...RUNS.map((_, index) => TRAPS[index + (index % (TRAPS.length / RUNS.length)) * RUNS.length]), ...TEXTS].flatMap(
  (text) => text ?? [],
)

describe.each(['txt', 'md'])('a text of the format %s', (extension) => {
  let fate: ArchiveFate
  const nameOf = (name: string): string => `${name.replaceAll(/[^a-z0-9]+/giu, '-')}.${extension}`
  beforeAll(async () => {
    const files = chosen.map(({ name, make }) => ({ name: nameOf(name), content: make(LENGTH) }))
    fate = await importHostile(files, LIMITS)
  }, 600_000)

  test.each(chosen)('that is a trap is read in time or reported: $name', ({ name }) => {
    const own = fate.files.get(nameOf(name))
    if (own?.status === 'failed' || own?.status === 'skipped') expect(own.rules.length).toBeGreaterThan(0)
    for (const rule of ['time-limit', 'memory-limit', 'internal-error', 'reader-died']) expect(own?.rules).not.toContain(rule)
  })

  test('leaves the archive around it whole', () => {
    expect(fate.told).toHaveLength(chosen.length + 2)
    expect(fate.recommendations).toBeGreaterThanOrEqual(4)
  })
})

describe('Markdown', () => {
  let fate: ArchiveFate
  const nameOf = (name: string): string => `${name.replaceAll(/[^a-z0-9]+/giu, '-')}.md`
  beforeAll(async () => {
    const files = MARKDOWNS.map(({ name, make }) => ({ name: nameOf(name), content: make(0.1) }))
    fate = await importHostile(files, MARKDOWN_LIMITS)
  }, 600_000)

  test.each(MARKDOWNS)('that is a trap is read in time: $name', ({ name }) => {
    const own = fate.files.get(nameOf(name))
    expect(own?.status).toMatch(/^(?:ok|partial)$/)
    expect(own?.rules).not.toContain('internal-error')
  })

  test('leaves the archive around it whole', () => {
    expect(fate.told).toHaveLength(MARKDOWNS.length + 2)
  })
})
