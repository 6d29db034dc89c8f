import type { InnerDocument } from '../schema/inner-document.ts'
import type { ArchiveEntry } from './archive-files.ts'
import { mayContain } from './reading/containers.ts'

type FileEntry = Extract<ArchiveEntry, { type: 'file' }>

/** Entries with those of the files in them, and which containers were looked into. */
export interface OpenedEntries {
  entries: ArchiveEntry[]
  /** By the container's path the paths of what is in it. */
  members: ReadonlyMap<string, ReadonlySet<string>>
}

/** The documents in a container, from what is stored or by looking into it; null where it holds none. */
export type LookInside = (entry: FileEntry) => Promise<readonly InnerDocument[] | null>

/**
 * The entries with an archive's files in its place, and a mail's attachments after it, each under a path of its own:
 * "pack.zip/plans/lamps.docx". A container that cannot be opened stays as it is: reading it says why.
 */
export async function openEntries(entries: readonly ArchiveEntry[], lookInside: LookInside): Promise<OpenedEntries> {
  const members = new Map<string, ReadonlySet<string>>()
  const opened = await Promise.all(
    entries.map(async (entry): Promise<ArchiveEntry[]> => {
      const inside = isContainer(entry) ? await lookInside(entry) : null
      if (!isContainer(entry) || !inside) return [entry]
      const found = inside.map((inner) => entryOf(entry, inner))
      members.set(entry.path, new Set(found.map(({ path }) => path)))
      return found
    }),
  )
  return { entries: opened.flat(), members }
}

/** Whether an entry is named as a container. */
export function isContainer(entry: ArchiveEntry): entry is FileEntry {
  return entry.type === 'file' && mayContain(entry.path)
}

function entryOf(container: FileEntry, { path, bytes }: InnerDocument): FileEntry {
  if (path === '') return container
  return { type: 'file', path: `${container.path}/${path}`, bytes, stamp: container.stamp === null ? null : `${container.stamp} ${bytes}` }
}
