import type { PictureSize, SmallPicture, Undrawn } from '../draw/page-pictures.ts'
import type { ShownSheet } from '../draw/shown-sheets.ts'

export type { PictureSize } from '../draw/page-pictures.ts'

/** A picture of a page in the report. */
export interface ShownPicture extends PictureSize {
  /** Its file's name, beside the page that shows it. */
  file: string
  /** How many pictures on the page were left out because they are too large. */
  leftOut: number
}

/** What could be had of a paper's file: its text, or the pictures of pages; and why not, in words. */
export interface PaperSource {
  /** Null where all is well. */
  trouble: string | null
  /** The decoded text of a format that has one. */
  text: string | null
  /** The sheets of a spreadsheet; null for any other. */
  sheets: readonly ShownSheet[] | null
  /** Of a format with pages: the pages that are drawn. */
  pictures: ReadonlyMap<number, ShownPicture>
  /** Why a page could not be drawn. */
  undrawn: ReadonlyMap<number, string>
}

/** Why there is no picture of a page, and what to do. */
export function undrawnWords({ rule, note }: Pick<Undrawn, 'rule' | 'note'>): string {
  const noted = note === '' ? '' : ` (${note})`
  if (rule === 'time-limit') return `Drawing this page took longer than the limit${noted}. Raise --time-limit and write the report again.`
  if (rule === 'memory-limit')
    return `Drawing this page took more memory than the limit${noted}. Raise --memory-limit and write the report again.`
  if (rule === 'page-limit')
    return `More pages of this paper are cited than are drawn${noted}. Raise --page-limit and write the report again.`
  return `This page could not be drawn${noted}.`
}

/** What a picture lacks, or null. */
export function leftOutWords({ leftOut }: Pick<SmallPicture, 'leftOut'>): string | null {
  if (leftOut === 0) return null
  const which = leftOut === 1 ? 'One picture on this page is' : `${leftOut} pictures on this page are`
  return `${which} too large for the memory limit and not shown. Raise --memory-limit and write the report again.`
}
