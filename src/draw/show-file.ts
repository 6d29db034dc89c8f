import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { readDocument } from '../../parsers/formats.ts'
import { readPaper } from '../reading/containers.ts'
import type { OpenOptions } from './open-pdf.ts'
import { drawPage, type MarkedPicture, type PictureOptions } from './page-picture.ts'
import { drawSmallPictures, type SmallPicture, type Undrawn, type WantedPage } from './page-pictures.ts'

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

/** Pages of a file that are to be drawn. */
export interface PagesTask extends ShownFile, OpenOptions {
  wanted: readonly WantedPage[]
}

/** One page of a file that is to be drawn with marks. */
export type MarkedTask = ShownFile & PictureOptions

/** What is told while pages are drawn: that the file is open, and each page when it is done. */
export type Told = { type: 'opened' } | SmallPicture | Undrawn

/** Draws pages of a file, and tells each as it is done. Never throws. */
export function showPages({ wanted, password, ...file }: PagesTask, tell: (told: Told) => void): Promise<{ type: 'shown' } | Unshown> {
  return withBytes(file, async (bytes) => {
    const options = { password, megabytes: file.megabytes }
    if (wanted.length > 0) await drawSmallPictures(bytes, wanted, options, { onOpen: () => tell({ type: 'opened' }), onPage: tell })
    return { type: 'shown' as const }
  })
}

/** Draws one page with marks. Never throws. */
export function showMarked({ file, sha256, ...options }: MarkedTask): Promise<({ type: 'marked' } & MarkedPicture) | Unshown> {
  return withBytes({ file, sha256, megabytes: options.megabytes }, async (bytes) => ({
    type: 'marked' as const,
    ...(await drawPage(bytes, options)),
  }))
}

const MEGABYTE = 2 ** 20

/** The decoded text of a file; null for a format that has none. Never throws. */
export function showText(shown: ShownFile): Promise<{ type: 'text'; text: string | null } | Unshown> {
  return withBytes(shown, async (bytes) => {
    const { source } = await readDocument({ bytes, path: shown.file }, () => {})
    return { type: 'text' as const, text: source }
  })
}

async function withBytes<T>(shown: ShownFile, show: (bytes: Uint8Array) => Promise<T>): Promise<T | Unshown> {
  const read = await readShown(shown)
  if (read.type === 'unshown') return read
  try {
    return await show(read.bytes)
  } catch (error) {
    return { type: 'unshown', why: 'unopened', note: wordsOf(error) }
  }
}

/** The bytes of a file, if it is as it was and not too large. */
export async function readShown({ file, sha256, megabytes }: ShownFile): Promise<{ type: 'bytes'; bytes: Uint8Array } | Unshown> {
  let bytes: Uint8Array
  try {
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
    if (size > megabytes * MEGABYTE) return { type: 'unshown', why: 'too-large', note: `the limit is ${megabytes} MB` }
    bytes = await readPaper(file)
  } catch (error) {
    return { type: 'unshown', why: 'gone', note: wordsOf(error) }
  }
  if (sha256 !== null && createHash('sha256').update(bytes).digest('hex') !== sha256) return { type: 'unshown', why: 'changed', note: '' }
  return { type: 'bytes', bytes }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
