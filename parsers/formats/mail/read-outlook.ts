import { readCompound } from '../package/compound-file.ts'
import { uniqueNames } from './attachment-names.ts'
import { headLines } from './head-lines.ts'
import { mailToMime, type WholeMail } from './mail-to-mime.ts'
import type { Mail, MailAttachment } from './read-mail.ts'

/** Properties by the first half of their tags (MS-OXPROPS). */
const SUBJECT = '0037'
const BODY = '1000'
const HTML = '1013'
const SENDER = ['0C1A', '0042', '5D01', '0C1F'] as const
const NAME = ['3001', '39FE', '3003'] as const
const FILE_NAME = ['3707', '3704', '3001'] as const
const MIME_TYPE = '370E'
const DATA = '3701'
const SENT = [0x0039_0040, 0x0e06_0040, 0x3007_0040] as const
const CODE_PAGE = [0x3fde_0003, 0x3ffd_0003] as const
const RECIPIENT_TYPE = 0x0c15_0003
const HIDDEN = 0x7ffe_000b
const TO = 1n
/** The heads of the streams of fixed properties: of the mail itself, of one within it, of a receiver or an attachment (MS-OXMSG, 2.4.1). */
const [HEAD, INNER_HEAD, PART_HEAD] = [32, 24, 8]
/** Mails within mails beyond this are made to overwhelm. */
const MOST_DEPTH = 5
/** Pictures that the mail itself shows, a logo or a signature, are not papers. */
const PICTURE = /\.(?:png|jpe?g|gif|bmp|emf|wmz)$/iu

/** A mail that Outlook saved (MS-OXMSG); a mail within it is given as machines send it. @throws DocumentError `damaged` where it cannot be taken apart. */
export function readOutlook(bytes: Uint8Array): Mail {
  const { head, body, attachments } = mailAt(readCompound(bytes), '', HEAD, MOST_DEPTH)
  return { head: headLines(head), subject: head.subject.trim(), body, attachments }
}

type Streams = ReadonlyMap<string, Uint8Array>
type Decoder = InstanceType<typeof TextDecoder>

function mailAt(streams: Streams, folder: string, headBytes: number, depth: number): WholeMail {
  const fixed = fixedProperties(streams, folder, headBytes)
  const decoder = decoderOf(CODE_PAGE.map((tag) => fixed.get(tag)).find((page) => page !== undefined))
  const text = (at: string, ...tags: readonly string[]): string => {
    for (const tag of tags) {
      const [wide, narrow] = [streams.get(`${at}__substg1.0_${tag}001F`), streams.get(`${at}__substg1.0_${tag}001E`)]
      const found = wide ? new TextDecoder('utf-16le').decode(wide) : narrow ? decoder.decode(narrow) : ''
      const plain = found.replace(/\0+$/u, '')
      if (plain.trim() !== '') return plain
    }
    return ''
  }
  const receivers = foldersIn(streams, folder, '__recip_version1.0_#').filter((at) => {
    const type = fixedProperties(streams, at, PART_HEAD).get(RECIPIENT_TYPE)
    return type === undefined || (type & 0xfn) === TO
  })
  const sent = SENT.map((tag) => fixed.get(tag)).find((time) => time !== undefined)
  const page = streams.get(`${folder}__substg1.0_${HTML}0102`)
  const html = page ? htmlOf(page, decoder) : text(folder, HTML)
  const body = text(folder, BODY)
  return {
    head: {
      subject: text(folder, SUBJECT),
      from: text(folder, ...SENDER),
      to: receivers.map((at) => text(at, ...NAME)),
      date: sent === undefined ? '' : dateOf(sent),
    },
    body: html && (!body.trim() || /<table\b/iu.test(html)) ? { type: 'html', text: html } : { type: 'text', text: body },
    attachments: attachmentsOf(streams, folder, depth, text),
  }
}

function attachmentsOf(
  streams: Streams,
  folder: string,
  depth: number,
  text: (at: string, ...tags: readonly string[]) => string,
): MailAttachment[] {
  const found = foldersIn(streams, folder, '__attach_version1.0_#').flatMap((at) => {
    const name = text(at, ...FILE_NAME)
    if (fixedProperties(streams, at, PART_HEAD).get(HIDDEN) === 1n && PICTURE.test(name)) return []
    const data = streams.get(`${at}__substg1.0_${DATA}0102`)
    if (data) return [{ name: name || null, mimeType: text(at, MIME_TYPE), bytes: data }]
    const inner = `${at}__substg1.0_${DATA}000D/`
    if (depth <= 1 || !streams.has(`${inner}__properties_version1.0`)) return []
    const mail = mailAt(streams, inner, INNER_HEAD, depth - 1)
    return [{ name: `${name || mail.head.subject || 'mail'}.eml`, mimeType: 'message/rfc822', bytes: mailToMime(mail) }]
  })
  const names = uniqueNames(found)
  return found.map(({ bytes }, index) => ({ name: names[index] ?? '', bytes }))
}

/** The folders of that name within a folder, with their numbers, in order; each ends in "/". */
function foldersIn(streams: Streams, folder: string, name: string): string[] {
  const found = new Set<string>()
  for (const path of streams.keys()) {
    if (!path.startsWith(folder + name)) continue
    const end = path.indexOf('/', folder.length)
    if (end >= 0) found.add(path.slice(0, end + 1))
  }
  return [...found].sort()
}

/** The properties of fixed length by their tags: after a head, 16 bytes each (MS-OXMSG, 2.4.2). */
function fixedProperties(streams: Streams, folder: string, headBytes: number): Map<number, bigint> {
  const bytes = streams.get(`${folder}__properties_version1.0`) ?? new Uint8Array()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = new Map<number, bigint>()
  for (let at = headBytes; at + 16 <= bytes.length; at += 16) {
    const tag = view.getUint32(at, true)
    const isLong = (tag & 0xffff) === 0x0040 || (tag & 0xffff) === 0x0014
    found.set(tag, isLong ? view.getBigUint64(at + 8, true) : BigInt(view.getUint32(at + 8, true)))
  }
  return found
}

/** The code pages of Windows and the names that they have elsewhere; a page that nobody knows is read as Western Europe's. */
function decoderOf(page: bigint | undefined): Decoder {
  const label = page === 65001n ? 'utf-8' : page === 20127n || page === undefined ? 'windows-1252' : `windows-${page}`
  try {
    return new TextDecoder(label)
  } catch {
    return new TextDecoder('windows-1252')
  }
}

/** A page in the character set that its own head names, else in the mail's. */
function htmlOf(bytes: Uint8Array, decoder: Decoder): string {
  const named = /charset=["']?([\w-]+)/iu.exec(new TextDecoder('latin1').decode(bytes.subarray(0, HTML_HEAD_BYTES)))?.[1]
  try {
    return (named === undefined ? decoder : new TextDecoder(named)).decode(bytes)
  } catch {
    return decoder.decode(bytes)
  }
}
const HTML_HEAD_BYTES = 4096

/** Ticks of 100 nanoseconds since 1601 as mails write a time; empty for one that no calendar has. */
function dateOf(ticks: bigint): string {
  const date = new Date(Number(ticks / 10_000n - 11_644_473_600_000n))
  return Number.isNaN(date.getTime()) ? '' : date.toUTCString()
}
