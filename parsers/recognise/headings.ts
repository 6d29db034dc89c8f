import { findDates } from './dates.ts'

/** The number of an item of business, and where its heading proper begins. Offsets into the text that was read. */
export interface ItemNumber {
  start: number
  end: number
  bodyStart: number
}

/** "64.", "15/23", "C74", "CW/11/2025", "Item 9:", "Minute 88."; an extract's quotation mark may precede it. */
const ITEM_NUMBER =
  /^[“"'‘]?(?:(?:agenda item|item|minute|min\.?)(?: no\.?)?\s)?([A-Z]{0,3}\.?\d{1,4}(?:[/.]\d{2,4})?[A-Z]?|[A-Z]{1,4}[/-]\d{1,4}(?:[/-]\d{2,4})?)\s?[.:)–-]?\s+(?=\S)/iu

/** The number that an agenda or minutes set before an item's heading, or null. A heading that begins with a date has none. */
export function readItemNumber(text: string): ItemNumber | null {
  const match = ITEM_NUMBER.exec(text.slice(0, 80))
  if (!match?.[1] || findDates(text.slice(0, 80)).some((date) => date.start <= 1)) return null
  const start = match[0].indexOf(match[1])
  return { start, end: start + match[1].length, bodyStart: match[0].length }
}
