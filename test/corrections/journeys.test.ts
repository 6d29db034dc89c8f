import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Correction, WAITING_STATES } from '../../schema/corrections.ts'
import type { LinkInput } from '../../schema/links.ts'
import type { ProgressUpdate } from '../../schema/records.ts'
import { correctArchive } from '../../src/corrections/correct-archive.ts'
import { describeTargets } from '../../src/describe-targets.ts'
import { TestArchive } from './corrected-archive.ts'

let archive: TestArchive
let documents: LinkInput[]
/** The ids of all updates, in the order of the documents. */
let updates: string[]
beforeAll(async () => {
  archive = await TestArchive.imported()
  documents = archive.store.loadLinkInputs()
  updates = documents.flatMap(({ documentId, records }) => records.progressUpdates.map(({ key }) => `${documentId}/${key}`))
})
afterAll(() => archive.end())

/** What an archive goes through between a correction and its replay. */
type Step =
  | { type: 'insert' | 'drop' | 'swap' | 'edit'; document: number; at: number }
  /** The paper was replaced by another version, with another id. */
  | { type: 'replace'; document: number }

const index = fc.nat({ max: 500 })
const steps = fc.array(
  fc.oneof(
    fc.record({ type: fc.constantFrom('insert', 'drop', 'swap', 'edit'), document: index, at: index }),
    fc.record({ type: fc.constant('replace' as const), document: index }),
  ),
  { minLength: 1, maxLength: 6 },
)

/** The documents after all steps, and by their new ids what each update was before. */
function travel(taken: readonly Step[]): { after: LinkInput[]; origins: Map<string, string> } {
  const origin = new WeakMap<ProgressUpdate, string>()
  const after = documents.map((input) => {
    const progressUpdates = input.records.progressUpdates.map((update) => {
      const copy = { ...update }
      origin.set(copy, `${input.documentId}/${update.key}`)
      return copy
    })
    return { ...input, records: { ...input.records, progressUpdates } }
  })
  for (const step of taken) {
    const input = after[step.document % after.length]
    const list = input?.records.progressUpdates as ProgressUpdate[] | undefined
    if (!input || !list?.length) continue
    if (step.type === 'replace') {
      input.documentId = `doc-${String(step.document).padStart(12, 'f')}`
      continue
    }
    const at = step.at % list.length
    const keys = list.map(({ key }) => key)
    const [chosen] = list.slice(at, at + 1)
    if (!chosen) continue
    if (step.type === 'edit') chosen.progress = `${chosen.progress ?? ''} It is so.`.trim()
    else if (step.type === 'drop') list.splice(at, 1)
    else if (step.type === 'insert') {
      list.splice(at, 0, {
        ...chosen,
        number: '77',
        wordingKey: null,
        progress: 'A heron has moved into the boathouse and cannot be asked to leave.',
      })
    } else list.push(...list.splice(at, 1))
    // An update is known by its place: what is at another place now has another's id.
    for (const [place, update] of list.entries()) update.key = keys[place] ?? `update/added-${place}`
  }
  const origins = new Map<string, string>()
  for (const { documentId, records } of after)
    for (const update of records.progressUpdates) origins.set(`${documentId}/${update.key}`, origin.get(update) ?? 'new')
  return { after, origins }
}

test('whatever an archive goes through, a correction holds of what it was about, or waits', () => {
  fc.assert(
    fc.property(fc.array(index, { minLength: 1, maxLength: 5 }), steps, (chosen, taken) => {
      const targets = [...new Set(chosen.map((at) => updates[at % updates.length] ?? ''))]
      const said = targets.map((target, at): Correction => {
        const draft = { action: 'set', target, fields: { impact: 'Corrected by a person.' } } as const
        const signed = { id: `c-${at}`, at: `2026-01-0${at + 1}T00:00:00.000Z`, by: 'A. Clerk', why: null }
        return { ...draft, ...signed, ...describeTargets(archive.store, draft) }
      })
      const { after, origins } = travel(taken)
      const documentIds = new Set(after.map(({ documentId }) => documentId))
      const { corrections, correctedRecords } = correctArchive({ documents: after, documentIds }, said)
      expect(corrections.map(({ targetId }) => targetId).sort()).toEqual([...targets].sort())
      for (const { targetId, state } of corrections) {
        if (state === 'applied') expect(saysTheSame(after, targetId, origins)).toBe(true)
        else expect(WAITING_STATES).toContain(state)
      }
      expect(correctedRecords.map(({ entityId }) => entityId).sort()).toEqual(
        corrections
          .filter(({ state }) => state === 'applied')
          .map(({ targetId }) => targetId)
          .sort(),
      )
    }),
    { numRuns: 60 },
  )
})

/** Whether an id stands for the update that it stood for, or for one of the same number and words. */
function saysTheSame(after: readonly LinkInput[], id: string, origins: ReadonlyMap<string, string>): boolean {
  if (origins.get(id) === id) return true
  const [before, now] = [documents, after].map((inputs) => {
    const input = inputs.find(({ documentId }) => id.startsWith(`${documentId}/`))
    const update = input?.records.progressUpdates.find(({ key }) => `${input.documentId}/${key}` === id)
    const restated = input?.records.wordings.find(({ key }) => key === update?.wordingKey)?.text
    return JSON.stringify([update?.number, restated, update?.progress, update?.assessmentText])
  })
  return before === now
}
