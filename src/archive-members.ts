import { DocumentError } from '../schema/errors.ts'
import type { ArchiveEntry } from './archive-files.ts'
import { type Container, MOST_NESTED, mayContain, openContainer } from './reading/containers.ts'
import { systemCode } from './reading/system-words.ts'

type FileEntry = Extract<ArchiveEntry, { type: 'file' }>

/** More members are none that anyone means: what unpacks without end is left as it is, and reported when it is read. */
const MOST_MEMBERS = 20_000

/** Entries with those of the files in them, and which containers were looked into. */
export interface OpenedEntries {
  entries: ArchiveEntry[]
  /** By the container's path the paths of what is in it. */
  members: ReadonlyMap<string, ReadonlySet<string>>
}

/**
 * The entries with an archive's files in its place, and a mail's attachments behind it, each under a path of its own:
 * "pack.zip/plans/lamps.docx". A container that cannot be opened stays as it is: reading it says why.
 */
export async function openEntries(entries: readonly ArchiveEntry[]): Promise<OpenedEntries> {
  const opened: ArchiveEntry[] = []
  const members = new Map<string, ReadonlySet<string>>()
  for (const entry of entries) {
    const inside = entry.type === 'file' && mayContain(entry.path) ? await membersOf(entry, entry.path, MOST_NESTED) : null
    if (!inside) {
      opened.push(entry)
      continue
    }
    for (const member of inside) opened.push(member)
    members.set(entry.path, new Set(inside.map(({ path }) => path)))
  }
  return { entries: opened, members }
}

/** The entries that a container comes to, with its own where it is a document; null where it is no container. */
async function membersOf(entry: FileEntry, source: string | Uint8Array, depth: number): Promise<FileEntry[] | null> {
  const container = await openSafely(source, entry.path)
  if (!container) return null
  try {
    if (container.members.length > MOST_MEMBERS) return null
    const found: FileEntry[] = container.isDocument ? [entry] : []
    for (const { name, bytes } of [...container.members].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const stamp = entry.stamp === null ? null : `${entry.stamp} ${bytes}`
      const member: FileEntry = { type: 'file', path: `${entry.path}/${name}`, bytes, stamp }
      found.push(...((await nested(member, container, name, depth)) ?? [member]))
    }
    return found
  } finally {
    container.close()
  }
}

async function nested(member: FileEntry, container: Container, name: string, depth: number): Promise<FileEntry[] | null> {
  if (depth <= 1 || !mayContain(name)) return null
  const packed = await container.read(name).catch(unlessOurs)
  return packed ? membersOf(member, packed, depth - 1) : null
}

async function openSafely(source: string | Uint8Array, name: string): Promise<Container | null> {
  return openContainer(source, name).catch(unlessOurs)
}

/** Files that cannot be opened or are damaged are told of when they are read. */
function unlessOurs(error: unknown): null {
  if (error instanceof DocumentError || systemCode(error)) return null
  throw error
}
