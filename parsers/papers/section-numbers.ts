import type { Document } from '../../schema/document.ts'
import { MONTH } from '../recognise/calendar.ts'
import { blockText } from './front-lines.ts'

/** "1.", "2.3", "14.1.2": the first figure counts. A date ("4 March"), a sum or a year is not one. */
const NUMBER = new RegExp(String.raw`^(\d{1,3})(?:\.\d{1,2}){0,3}[.):]?\s+(?=["“(]?\p{Lu})(?!${MONTH}\b)`, 'iu')
/** So many blocks after a start are looked at for its first number, and before it for the last. */
const REACH = 40

/** Tells for a block the last number of a section or item before it and the first from it on. */
export function sectionNumbers({ blocks }: Document): (index: number) => { last: number | null; next: number | null } {
  const numbers = blocks.map((block) => (block.type === 'table' ? null : (NUMBER.exec(blockText(block).slice(0, 60))?.[1] ?? null)))
  return (index) => {
    const next = numbers.slice(index, index + REACH).find((number) => number !== null)
    const last = numbers.slice(Math.max(0, index - REACH), index).findLast((number) => number !== null)
    return { last: last == null ? null : Number(last), next: next == null ? null : Number(next) }
  }
}
