import { readDate } from '../../parsers/recognise/dates.ts'

/** The fields that a date has, by the name that they begin with. */
const DATES = ['due', 'as_of', 'dated']

/** Fields with the days that a new date can mean, where a person gave its words only: words and days are not to part. */
export function withDays(fields: Readonly<Record<string, string | null>>): Record<string, string | null> {
  const all = { ...fields }
  for (const name of DATES) {
    const text = fields[`${name}_text`]
    if (text === undefined || `${name}_from` in fields || `${name}_to` in fields) continue
    const reading = text === null ? null : readDate(text)
    all[`${name}_from`] = reading?.from ?? null
    all[`${name}_to`] = reading?.to ?? null
  }
  return all
}
