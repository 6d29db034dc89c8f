import type { MailHead } from './head-lines.ts'
import type { Mail } from './read-mail.ts'

/** A mail with its head as it is. */
export interface WholeMail extends Pick<Mail, 'body' | 'attachments'> {
  head: MailHead
}

/** A mail within another as machines send it (RFC 5322 and MIME), so that it is read like any other: the same bytes for the same mail. */
export function mailToMime({ head, body, attachments }: WholeMail): Uint8Array {
  const boundary = 'mail-within-a-mail'
  const part = (type: string, bytes: Uint8Array, name: string | null): string => {
    const disposition = name === null ? '' : `Content-Disposition: attachment; filename*=UTF-8''${encodeURIComponent(name)}\r\n`
    const lines = base64(bytes).replaceAll(/.{76}/gu, '$&\r\n')
    return `--${boundary}\r\nContent-Type: ${type}\r\n${disposition}Content-Transfer-Encoding: base64\r\n\r\n${lines}\r\n`
  }
  const text = new TextEncoder().encode(body.text)
  return new TextEncoder().encode(
    `${header('Subject', head.subject)}${header('From', head.from)}${header('To', head.to.join('; '))}${header('Date', head.date)}` +
      `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n` +
      `${part(`text/${body.type === 'html' ? 'html' : 'plain'}; charset="utf-8"`, text, null)}` +
      `${attachments.map(({ name, bytes }) => part('application/octet-stream', bytes, name)).join('')}--${boundary}--\r\n`,
  )
}

/** A line of the head; words that are not plain letters are encoded (RFC 2047). */
function header(name: string, text: string): string {
  const plain = text.replace(/\s+/gu, ' ').trim()
  if (plain === '') return ''
  return /^[\u0020-\u007e]*$/u.test(plain) && name === 'Date'
    ? `${name}: ${plain}\r\n`
    : `${name}: =?utf-8?B?${base64(new TextEncoder().encode(plain))}?=\r\n`
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
