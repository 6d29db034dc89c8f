import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Handout, reviewHandout } from '../handout/handout.ts'
import type { Store } from '../store/store.ts'
import type { HandoutFormat } from './formats.ts'
import { writeWhole, writeWholeBytes } from './whole-file.ts'

/** Where a hand-out goes: into a folder, or into one file. */
export type HandoutTarget = { folder: string } | { file: string }

/** Writes one review, by its id, as a hand-out in each of the formats, and gives the files' paths. Each file is whole or as it was before. */
export async function writeHandout(
  store: Store,
  reviewId: string,
  formats: readonly HandoutFormat[],
  target: HandoutTarget,
): Promise<string[]> {
  const handout = reviewHandout(store, reviewId)
  const files: string[] = []
  for (const format of formats) {
    const path = 'file' in target ? target.file : join(target.folder, `${fileStem(reviewId)}.${format}`)
    const content = await WRITERS[format](handout)
    mkdirSync(dirname(path), { recursive: true })
    if (typeof content === 'string') writeWhole(path, [content])
    else writeWholeBytes(path, content)
    files.push(path)
  }
  return files
}

/** Each writer is loaded when it is asked for: a page of HTML needs neither of the large libraries. */
const WRITERS: Record<HandoutFormat, (handout: Handout) => Promise<string | Uint8Array>> = {
  docx: async (handout) => (await import('../handout/handout-docx.ts')).handoutToDocx(handout),
  html: async (handout) => (await import('../handout/handout-html.ts')).handoutToHtml(handout),
  xlsx: async (handout) => (await import('./handout-xlsx.ts')).handoutToXlsx(handout),
}

/** A review's id as a file's name: "marlford/bus-services-2021" → "marlford-bus-services-2021". */
function fileStem(reviewId: string): string {
  return reviewId.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+/u, '') || 'review'
}
