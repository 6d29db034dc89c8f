import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime'
import { DocumentError } from '../../../schema/errors.ts'
import { uniqueNames } from './attachment-names.ts'
import { headLines, type MailHead } from './head-lines.ts'

/** A mail, or a page of the web saved as one file, with what is attached to it. */
export interface Mail {
  /** Its lines for a reader: who wrote it, to whom, when, about what. Empty for a saved page. */
  head: string[]
  subject: string
  /** HTML where the mail has it and it holds a table, or where it has nothing else; else its text. */
  body: { type: 'html' | 'text'; text: string }
  attachments: MailAttachment[]
}

/** A file attached to a mail, under a name that is safe as a part of a path and that no other has. */
export interface MailAttachment {
  name: string
  bytes: Uint8Array
}

/** Deeper parts are made to overwhelm. */
const MOST_DEPTH = 20
/** Pictures that the page itself shows, a logo or a signature, are not papers. */
const SHOWN_PICTURE = /^image\//u

/** A mail's parts (RFC 5322 and MIME); a page saved as .mht is one too. @throws DocumentError `damaged` where it cannot be parsed. */
export async function readMail(bytes: Uint8Array): Promise<Mail> {
  const email = await parse(bytes)
  const attachments = email.attachments.filter(({ mimeType, related }) => !(related && SHOWN_PICTURE.test(mimeType)))
  const isPage = email.headers.some(({ key }) => key === 'snapshot-content-location') || /^<?saved by/iu.test(nameOf(email.from))
  const names = uniqueNames(attachments.map(({ filename, mimeType }) => ({ name: filename, mimeType })))
  return {
    head: isPage ? [] : headLines(headOf(email)),
    subject: email.subject?.trim() ?? '',
    body: bodyOf(email),
    attachments: isPage ? [] : attachments.map((attachment, index) => ({ name: names[index] ?? '', bytes: bytesOf(attachment) })),
  }
}

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer', maxNestingDepth: MOST_DEPTH, forceRfc822Attachments: true })
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    throw new DocumentError('damaged', `The mail could not be taken apart: ${words}. Fetch it again from where it was published.`, {
      cause: error,
    })
  }
}

function bodyOf({ html, text }: Email): Mail['body'] {
  if (html && (!text?.trim() || /<table\b/iu.test(html))) return { type: 'html', text: html }
  return { type: 'text', text: text ?? '' }
}

function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content as ArrayBuffer)
}

function headOf(email: Email): MailHead {
  return {
    subject: email.subject ?? '',
    from: nameOf(email.from ?? email.sender),
    to: (email.to ?? []).map(nameOf),
    date: email.headers.find(({ key }) => key === 'date')?.value ?? '',
  }
}

function nameOf(address: Address | undefined): string {
  return address?.name || address?.address || ''
}
