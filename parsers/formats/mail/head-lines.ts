import { MONTH_NAMES, MONTHS } from '../../../schema/vocabulary/dates.ts'

/** What a mail's head says, each empty where it does not. */
export interface MailHead {
  subject: string
  from: string
  to: readonly string[]
  /** As mails write it (RFC 5322, 3.3): "Thu, 16 Mar 2023 14:05:00 +0000". */
  date: string
}

/** "Re: Lamps", "Sent by Ann Orme to Scrutiny on 16 March 2023": not as lines with labels, which are what cards are made of. */
export function headLines({ subject, from, to, date }: MailHead): string[] {
  const receivers = to.filter((name) => name !== '').join('; ')
  const day = dayOf(date)
  const sent = ['Sent', from && `by ${from}`, receivers && `to ${receivers}`, day && `on ${day}`].filter((piece) => piece !== '')
  return [subject, sent.length > 1 ? sent.join(' ') : ''].map((line) => line.replace(/\s+/gu, ' ').trim()).filter((line) => line !== '')
}

const DAY = /\b(\d{1,2}) (\p{L}{3}) (\d{4})\b/u

/** The day as the one who wrote it had it: "16 March 2023". */
function dayOf(date: string): string {
  const [, day = '', month = '', year = ''] = DAY.exec(date) ?? []
  const [first = '', ...rest] = MONTH_NAMES[MONTHS.indexOf(month.toLowerCase())] ?? ''
  return first === '' ? date : `${Number(day)} ${first.toUpperCase()}${rest.join('')} ${year}`
}
