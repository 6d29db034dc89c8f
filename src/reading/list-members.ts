import { DocumentError } from '../../schema/errors.ts'
import type { InnerDocument } from '../../schema/inner-document.ts'
import { type Container, MOST_NESTED, mayContain, openContainer } from './containers.ts'
import { systemCode } from './system-words.ts'

/** The documents in a file; null where it holds none that are documents of their own, or cannot be opened: reading it says why. */
export interface MemberList {
  type: 'members'
  inside: InnerDocument[] | null
}

/** More members are none that anyone means: what unpacks without end is left as it is, and reported when it is read. */
const MOST_MEMBERS = 20_000

/** What is in a container, and in those within it. */
export async function listMembers(file: string): Promise<MemberList> {
  return { type: 'members', inside: await membersOf(file, file, MOST_NESTED) }
}

/** The documents that a container comes to, with its own where it is one. */
async function membersOf(source: string | Uint8Array, name: string, depth: number): Promise<InnerDocument[] | null> {
  const container = await openContainer(source, name).catch(unlessOurs)
  if (!container) return null
  try {
    if (container.members.length > MOST_MEMBERS) return null
    const found: InnerDocument[] = container.isDocument ? [{ path: '', bytes: 0 }] : []
    for (const member of [...container.members].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const inner = await nested(container, member.name, depth)
      if (!inner) found.push({ path: member.name, bytes: member.bytes })
      else for (const { path, bytes } of inner) found.push(withinMember(member, path, bytes))
    }
    return found
  } finally {
    container.close()
  }
}

function withinMember(member: { name: string; bytes: number }, path: string, bytes: number): InnerDocument {
  return path === '' ? { path: member.name, bytes: member.bytes } : { path: `${member.name}/${path}`, bytes }
}

async function nested(container: Container, name: string, depth: number): Promise<InnerDocument[] | null> {
  if (depth <= 1 || !mayContain(name)) return null
  const packed = await container.read(name).catch(unlessOurs)
  return packed ? membersOf(packed, name, depth - 1) : null
}

/** Files that cannot be opened or are damaged are reported when they are read. */
function unlessOurs(error: unknown): null {
  if (error instanceof DocumentError || systemCode(error)) return null
  throw error
}
