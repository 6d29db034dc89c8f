import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { readPaper } from '../reading/containers.ts'

/** A paper's file as it was when it was read. */
export interface ShownFile {
  /** Where it lies, absolute. */
  file: string
  /** Of its bytes, hexadecimal; null where they do not matter. */
  sha256: string | null
  /** Megabytes (2^20 bytes) that it may have. */
  megabytes: number
}

/** Why nothing of a file can be shown: what the system or the format says is in `note`. */
export interface Unshown {
  type: 'unshown'
  why: 'gone' | 'changed' | 'too-large' | 'unopened'
  note: string
}

const MEGABYTE = 2 ** 20

/** The bytes of a file, if it is as it was and not too large. */
export async function readShown({ file, sha256, megabytes }: ShownFile): Promise<{ type: 'bytes'; bytes: Uint8Array } | Unshown> {
  let bytes: Uint8Array
  try {
    const tooLarge = findTooLarge(file, megabytes)
    if (tooLarge) return tooLarge
    bytes = await readPaper(file)
  } catch (error) {
    return { type: 'unshown', why: 'gone', note: wordsOf(error) }
  }
  if (sha256 !== null && createHash('sha256').update(bytes).digest('hex') !== sha256) return { type: 'unshown', why: 'changed', note: '' }
  return { type: 'bytes', bytes }
}

/** Why a file that has more than so many megabytes is not opened; null for any other. One in a container is bounded where it is unpacked. */
export function findTooLarge(file: string, megabytes: number): Unshown | null {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  return size > megabytes * MEGABYTE ? { type: 'unshown', why: 'too-large', note: `the limit is ${megabytes} MB` } : null
}

/** What an error says. */
export const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
