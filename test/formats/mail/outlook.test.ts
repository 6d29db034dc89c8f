import outlook from '@kenjiuno/msgreader'
import { expect, test } from 'vitest'
import { readOutlook } from '../../../parsers/formats/mail/read-outlook.ts'
import { readDocument } from '../../../parsers/formats.ts'
import { DocumentError } from '../../../schema/errors.ts'
import { openContainer } from '../../../src/reading/containers.ts'
import { makeOutlook, type OutlookMail } from './make-outlook.ts'

const PLAN = new TextEncoder().encode('No,Recommendation,Lead officer\n1,That the quay be swept.,Harbour Master\n')
const MAIL: OutlookMail = {
  subject: 'Decisions on the quay',
  from: 'Ada Orme',
  to: ['Scrutiny', 'The Board'],
  sent: '2023-03-16T09:00:00Z',
  body: 'The Board met on Monday.\r\n\r\nRESOLVED: That the quay be swept.\r\n',
}
const linesOf = async (mail: OutlookMail) =>
  (await readDocument({ bytes: makeOutlook(mail), path: 'mail.msg' }, () => {})).blocks.map((block) =>
    block.type === 'table' ? `table of ${block.rows.length} rows` : block.passage.text,
  )

test('a mail that Outlook saved has the head and the body that it has as a mail', async () => {
  expect(await linesOf(MAIL)).toEqual([
    'Decisions on the quay',
    'Sent by Ada Orme to Scrutiny; The Board on 16 March 2023',
    'The Board met on Monday.',
    'RESOLVED: That the quay be swept.',
  ])
})

test('its page is read where it has a table, or nothing else', async () => {
  const html = '<html><body><p>Below:</p><table><tr><td>No</td><td>What</td></tr><tr><td>1</td><td>Sweep.</td></tr></table></body></html>'
  expect(await linesOf({ ...MAIL, html })).toContain('table of 2 rows')
  expect(await linesOf({ ...MAIL, html: '<p>Other words.</p>' })).toContain('The Board met on Monday.')
  expect(await linesOf({ ...MAIL, body: '', html: '<p>Other words.</p>' })).toContain('Other words.')
})

test('its attachments are files of their own, without the pictures that it shows', async () => {
  const attachments = [
    { name: 'plans/plan.csv', bytes: PLAN },
    { name: 'plan.csv', bytes: PLAN },
    { name: 'logo.png', bytes: PLAN, hidden: true },
  ]
  const container = await openContainer(makeOutlook({ ...MAIL, attachments }), 'mail.msg')
  expect(container?.isDocument).toBe(true)
  expect(container?.members).toEqual([
    { name: 'plan.csv', bytes: PLAN.length },
    { name: 'plan (2).csv', bytes: PLAN.length },
  ])
  expect(await container?.read('plan.csv')).toEqual(PLAN)
  expect(await openContainer(makeOutlook(MAIL), 'mail.msg')).toBeNull()
})

test('a mail within it is a file of its own, as machines send mails, with what is attached to that', async () => {
  const inner = { ...MAIL, subject: 'Plan – für alle', attachments: [{ name: 'plan.csv', bytes: PLAN }] }
  const bytes = makeOutlook({ ...MAIL, mails: [inner] })
  const container = await openContainer(bytes, 'mail.msg')
  expect(container?.members.map(({ name }) => name)).toEqual(['Plan – für alle.eml'])
  const within = (await container?.read('Plan – für alle.eml')) ?? new Uint8Array()
  const { blocks } = await readDocument({ bytes: within, path: 'within.eml' }, () => {})
  expect(blocks.map((block) => ('passage' in block ? block.passage.text : ''))).toEqual([
    'Plan – für alle',
    'Sent by Ada Orme to Scrutiny; The Board on 16 March 2023',
    'The Board met on Monday.',
    'RESOLVED: That the quay be swept.',
  ])
  expect(await (await openContainer(within, 'within.eml'))?.read('plan.csv')).toEqual(PLAN)
})

test('another reader of such files finds the same in it', () => {
  const bytes = makeOutlook({ ...MAIL, attachments: [{ name: 'plan.csv', bytes: PLAN }] })
  const MsgReader = ('default' in outlook ? outlook.default : outlook) as typeof outlook.default
  const reader = new MsgReader(bytes.slice().buffer)
  const { subject, body, senderName, attachments = [] } = reader.getFileData()
  const mail = readOutlook(bytes)
  expect([mail.subject, mail.body.text]).toEqual([subject, body])
  expect(mail.head[1]).toContain(String(senderName))
  expect(attachments.map((attachment) => new Uint8Array(reader.getAttachment(attachment).content))).toEqual(
    mail.attachments.map(({ bytes: content }) => content),
  )
})

test('one that is damaged is refused in words', async () => {
  const bytes = makeOutlook({ ...MAIL, attachments: [{ name: 'plan.csv', bytes: PLAN }] })
  const cut = bytes.slice(0, 900)
  await expect(readDocument({ bytes: cut, path: 'mail.msg' }, () => {})).rejects.toThrow(DocumentError)
})

/** Offsets in the head of a compound file, and in its first entry. */
const [TABLE, DIRECTORY] = [76, 48]

test.each([
  [
    'whose sectors run in a circle',
    (view: DataView, sectorAt: (sector: number) => number) => {
      const table = sectorAt(view.getUint32(TABLE, true))
      for (let sector = 0; sector < 8; sector++) view.setUint32(table + 4 * sector, sector === 0 ? 1 : sector - 1, true)
    },
  ],
  [
    'with a part that is longer than the whole',
    (view: DataView, sectorAt: (sector: number) => number) => {
      view.setUint32(sectorAt(view.getUint32(DIRECTORY, true)) + 128 + 120, 0x7fffffff, true)
    },
  ],
  [
    'whose entries run in a circle',
    (view: DataView, sectorAt: (sector: number) => number) => {
      const first = sectorAt(view.getUint32(DIRECTORY, true))
      for (const at of [68, 72]) view.setUint32(first + 128 + at, 1, true)
    },
  ],
])('one %s is refused before anything follows it', async (_, harm) => {
  const bytes = makeOutlook({ ...MAIL, attachments: [{ name: 'plan.csv', bytes: PLAN }] })
  harm(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), (sector) => (sector + 1) * 512)
  await expect(openContainer(bytes, 'mail.msg')).rejects.toThrow(/could not be taken apart/u)
})
