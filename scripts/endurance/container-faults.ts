import { DocumentError } from '../../schema/errors.ts'
import { openContainer } from '../../src/reading/containers.ts'
import { errorToNote } from '../../src/reading/error-to-note.ts'
import type { Fault } from './reading-faults.ts'

/** What is wrong with how a container opens and gives its members: it may refuse in words, and in no other way. */
export async function containerFaults(bytes: Uint8Array, name: string): Promise<Fault[]> {
  try {
    const container = await openContainer(bytes, name)
    if (!container) return []
    try {
      return await memberFaults(container)
    } finally {
      container.close()
    }
  } catch (error) {
    return error instanceof DocumentError ? [] : [{ rule: 'container', note: errorToNote(error) }]
  }
}

async function memberFaults(container: NonNullable<Awaited<ReturnType<typeof openContainer>>>): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const { name } of container.members) {
    try {
      await container.read(name)
    } catch (error) {
      if (!(error instanceof DocumentError)) faults.push({ rule: 'container', note: `${name}: ${errorToNote(error)}` })
    }
  }
  const names = container.members.map(({ name }) => name)
  return new Set(names).size === names.length ? faults : [...faults, { rule: 'container', note: 'two members of one name' }]
}
