import type { Passage } from '../../schema/document.ts'
import type { DateReading } from '../recognise/dates.ts'

/** A day or month that a paper reports for, and where it says so. */
export interface AsOf {
  passage: Passage
  reading: DateReading
}
