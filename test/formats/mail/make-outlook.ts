import { burn, type Entry } from '@kenjiuno/msgreader/lib/Burner.js'

/** A mail as Outlook would save it. */
export interface OutlookMail {
  subject: string
  from: string
  to: readonly string[]
  /** ISO day. */
  sent: string
  body?: string
  html?: string
  attachments?: readonly { name: string; bytes: Uint8Array; hidden?: boolean }[]
  /** Mails within it. */
  mails?: readonly OutlookMail[]
}

const [DIRECTORY, DOCUMENT, ROOT] = [1, 2, 5]
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'))

type Property = { tag: number; value: bigint }
type Stream = [name: string, bytes: Uint8Array]

/** The stream of properties of fixed length (MS-OXMSG, 2.4): a head of `head` bytes, then 16 for each. */
function properties(head: number, list: readonly Property[]): Stream {
  const bytes = Buffer.alloc(head + 16 * list.length)
  for (const [index, { tag, value }] of list.entries()) {
    bytes.writeUInt32LE(tag, head + 16 * index)
    bytes.writeBigUInt64LE(value, head + 16 * index + 8)
  }
  return ['__properties_version1.0', new Uint8Array(bytes)]
}

/** Ticks of 100 nanoseconds since 1601. */
const fileTime = (day: string): bigint => (BigInt(Date.parse(day)) + 11_644_473_600_000n) * 10_000n

/** The mail as the bytes of a .msg file (MS-OXMSG): written by the reader's own container, with the streams as Outlook names them. */
export function makeOutlook(mail: OutlookMail): Uint8Array {
  const entries: Entry[] = [{ name: 'Root Entry', type: ROOT, length: 0, children: [] } as unknown as Entry]
  const add = (parent: number, entry: Omit<Entry, 'children'>): number => {
    entries.push({ ...entry, children: [] } as Entry)
    entries[parent]?.children?.push(entries.length - 1)
    return entries.length - 1
  }
  const addStreams = (parent: number, streams: readonly Stream[]): void => {
    for (const [name, bytes] of streams)
      add(parent, { name, type: DOCUMENT as Entry['type'], length: bytes.length, binaryProvider: () => bytes })
  }
  const folder = (parent: number, name: string): number => add(parent, { name, type: DIRECTORY as Entry['type'], length: 0 })
  const addMail = (
    parent: number,
    head: number,
    { subject, from, to, sent, body = '', html, attachments = [], mails = [] }: OutlookMail,
  ): void => {
    addStreams(parent, [
      properties(head, [{ tag: 0x0039_0040, value: fileTime(sent) }]),
      ['__substg1.0_001A001F', utf16('IPM.Note')],
      ['__substg1.0_0037001F', utf16(subject)],
      ['__substg1.0_0C1A001F', utf16(from)],
      ['__substg1.0_1000001F', utf16(body)],
      ...(html === undefined ? [] : ([['__substg1.0_10130102', new TextEncoder().encode(html)]] as Stream[])),
    ])
    for (const [index, name] of to.entries())
      addStreams(folder(parent, `__recip_version1.0_#0000000${index}`), [
        properties(8, [{ tag: 0x0c15_0003, value: 1n }]),
        ['__substg1.0_3001001F', utf16(name)],
      ])
    for (const [index, { name, bytes, hidden = false }] of attachments.entries())
      addStreams(folder(parent, `__attach_version1.0_#0000000${index}`), [
        properties(8, [
          { tag: 0x3705_0003, value: 1n },
          { tag: 0x7ffe_000b, value: hidden ? 1n : 0n },
        ]),
        ['__substg1.0_3707001F', utf16(name)],
        ['__substg1.0_37010102', bytes],
      ])
    for (const [index, inner] of mails.entries()) {
      const at = folder(parent, `__attach_version1.0_#0000000${attachments.length + index}`)
      addStreams(at, [properties(8, [{ tag: 0x3705_0003, value: 5n }])])
      addMail(folder(at, '__substg1.0_3701000D'), 24, inner)
    }
  }
  addMail(0, 32, mail)
  return burn(entries)
}
