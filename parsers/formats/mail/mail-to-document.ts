import type { Report } from '../../../schema/diagnostics.ts'
import type { Document } from '../../../schema/document.ts'
import { htmlToDocument } from '../html.ts'
import { readSource } from '../readable-source.ts'
import { textToDocument } from '../text.ts'
import { type Mail, readMail } from './read-mail.ts'
import { readOutlook } from './read-outlook.ts'

/** A mail as a document: its head and its body. Its attachments are documents of their own. A page that was saved as one file is that page. */
export async function mailToDocument(bytes: Uint8Array, report: Report): Promise<Document> {
  return toDocument(await readMail(bytes), 'message/rfc822', report)
}

/** A mail that Outlook saved, the same. */
export function outlookToDocument(bytes: Uint8Array, report: Report): Document {
  return toDocument(readOutlook(bytes), 'application/vnd.ms-outlook', report)
}

function toDocument({ head, subject, body }: Mail, mediaType: string, report: Report): Document {
  const information: Record<string, string> = subject === '' ? {} : { Title: subject }
  if (head.length === 0) return readSource(body.text, htmlToDocument)
  if (body.type === 'text') {
    const document = readSource(`${head.join('\n\n')}\n\n${body.text}`, (text) => textToDocument(text, report))
    return { ...document, mediaType, information }
  }
  const document = readSource(
    `<html><body>${head.map((line) => `<p>${escaped(line)}</p>`).join('\n')}\n${body.text}</body></html>`,
    htmlToDocument,
  )
  return { ...document, mediaType, information }
}

function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;')
}
