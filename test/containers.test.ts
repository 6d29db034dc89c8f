import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { uniqueNames } from '../parsers/formats/mail/attachment-names.ts'
import { readMail } from '../parsers/formats/mail/read-mail.ts'
import { importPaths } from '../src/import.ts'
import { readPaper } from '../src/reading/containers.ts'
import { openStore } from '../src/store/open-store.ts'
import { runInProcess } from './cli/run-in-process.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'scrutineer-containers-'))
  mkdirSync(join(home, 'papers'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const report = (name: string): Uint8Array =>
  bytesOf(`Scrutiny Review of ${name}\n\nReport of the Scrutiny Committee\n\nJune 2022\n\nRecommendations\n\n1. That the ${name} be lit.\n`)
const put = (name: string, content: Uint8Array | string): void => writeFileSync(join(home, 'papers', name), content)

/** A mail with these files attached. */
function mail(files: readonly [name: string, content: Uint8Array][], body = 'Please find the plan attached.\r\n'): string {
  const part = (head: string, content: string): string => `--cut\r\n${head}\r\n\r\n${content}\r\n`
  return [
    'From: Ada Lund <ada@quay.example>\r\nTo: Scrutiny <s@quay.example>\r\nDate: Thu, 16 Mar 2023 23:50:00 -0300\r\nSubject: =?utf-8?q?Lamps_=E2=80=93_plan?=\r\n',
    'Message-ID: <1@quay.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="cut"\r\n\r\n',
    part('Content-Type: text/plain; charset=utf-8', body),
    ...files.map(([name, content]) =>
      part(
        `Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64`,
        Buffer.from(content).toString('base64').replace(/.{76}/gu, '$&\r\n'),
      ),
    ),
    '--cut--\r\n',
  ].join('')
}

interface Imported {
  documents: [path: unknown, status: unknown][]
  rules: unknown[]
  recommendations: number
}

async function imported(): Promise<Imported> {
  const store = openStore(join(home, 'scrutineer.db'), { create: true })
  try {
    await importPaths([join(home, 'papers')], { store, jobs: 1 })
    return {
      documents: store
        .query('SELECT path, status FROM documents WHERE superseded_by IS NULL ORDER BY path')
        .map(({ path, status }) => [path, status]),
      rules: store.query("SELECT rule FROM diagnostics WHERE severity = 'error' ORDER BY rule").map(({ rule }) => rule),
      recommendations: store.rows('recommendations').length,
    }
  } finally {
    store.close()
  }
}

describe('an archive', () => {
  it('is read file by file, those in archives within it too, without what file managers add', async () => {
    const inner = zipSync({ 'weir.txt': report('weir') })
    put(
      'pack.zip',
      zipSync({ 'a/lamps.txt': report('lamps'), '__MACOSX/a/._lamps.txt': bytesOf('x'), 'a/.hidden': bytesOf('x'), 'b.zip': inner }),
    )
    expect(await imported()).toEqual({
      documents: [
        ['papers/pack.zip/a/lamps.txt', 'ok'],
        ['papers/pack.zip/b.zip/weir.txt', 'ok'],
      ],
      rules: [],
      recommendations: 2,
    })
    expect((await readPaper(join(home, 'papers/pack.zip/b.zip/weir.txt'))).length).toBe(report('weir').length)
    await expect(readPaper(join(home, 'papers/pack.zip/none.txt'))).rejects.toMatchObject({ code: 'ENOTDIR' })
  })

  it('shows its papers in the report, and inspect takes one of them', async () => {
    put('pack.zip', zipSync({ 'a/lamps.txt': report('lamps') }))
    await imported()
    expect((await runInProcess(['report', '--out', 'report'], { cwd: home })).stderr).not.toContain('could not be shown')
    expect((await runInProcess(['inspect', 'papers/pack.zip/a/lamps.txt'], { cwd: home })).stdout).toContain('That the lamps be lit.')
    expect(await runInProcess(['inspect', 'papers/pack.zip/b.txt'], { cwd: home })).toMatchObject({ code: 2 })
  })

  it('that loses a paper leads to it no more, and one that gains a paper gives it', async () => {
    put('pack.zip', zipSync({ 'lamps.txt': report('lamps'), 'weir.txt': report('weir') }))
    await imported()
    put('pack.zip', zipSync({ 'weirs/weir.txt': report('weir'), 'quay.txt': report('quay') }))
    const { documents } = await imported()
    expect(documents).toContainEqual(['papers/pack.zip/weirs/weir.txt', 'ok'])
    expect(documents).toContainEqual(['papers/pack.zip/quay.txt', 'ok'])
    expect(documents).not.toContainEqual(['papers/pack.zip/weir.txt', 'ok'])
  })

  it('that is cut, is made to overwhelm or holds what is locked is reported, and harms nothing', async () => {
    const good = zipSync({ 'lamps.txt': report('lamps') })
    put('cut.zip', good.subarray(0, 60))
    put('bomb.zip', zipSync({ 'zeros.txt': new Uint8Array(30_000_000) }, { level: 9 }))
    const locked = zipSync({ 'weir.txt': report('weir') })
    for (const [signature, flag] of [
      ['PK\u0003\u0004', 6],
      ['PK\u0001\u0002', 8],
    ] as const) {
      const at = Buffer.from(locked).indexOf(signature)
      locked[at + flag] = 1
    }
    put('locked.zip', locked)
    put('good.zip', good)
    put('empty.zip', zipSync({}))
    const { documents, rules, recommendations } = await imported()
    expect(documents.filter(([, status]) => status === 'ok')).toEqual([['papers/good.zip/lamps.txt', 'ok']])
    expect(rules).toEqual(['damaged', 'encrypted', 'too-large', 'unknown-format'])
    expect(recommendations).toBe(1)
  })

  it('nested without end is opened three deep', async () => {
    let nested = zipSync({ 'lamps.txt': report('lamps') })
    for (let depth = 0; depth < 5; depth++) nested = zipSync({ 'in.zip': nested })
    put('pack.zip', nested)
    const { documents, rules } = await imported()
    expect(documents).toEqual([['papers/pack.zip/in.zip/in.zip/in.zip', 'skipped']])
    expect(rules).toEqual(['unknown-format'])
  })
})

it('is opened again only where it changed, or where that is asked', async () => {
  put('pack.zip', zipSync({ 'lamps.txt': report('lamps'), 'weir.txt': report('weir') }))
  put('mail.eml', mail([['quay.txt', report('quay')]]))
  put('alone.eml', mail([]))
  await setTimeout(2500) // what was written a moment ago may be written once more
  const files = async (again = false): Promise<number> => {
    const store = openStore(join(home, 'scrutineer.db'), { create: true })
    try {
      return (await importPaths([join(home, 'papers')], { store, jobs: 1, again })).files
    } finally {
      store.close()
    }
  }
  expect(await files()).toBe(5)
  const tables = new Database(join(home, 'scrutineer.db'))
  tables.prepare(`UPDATE container SET inside = '[{"path":"lamps.txt","bytes":1}]' WHERE path = 'papers/pack.zip'`).run()
  tables.close()
  expect(await files()).toBe(4)
  expect(await files(true)).toBe(5)
})

it('of more bytes than the limit is reported, and not taken apart', async () => {
  put('mail.eml', mail([['zeros.bin', new Uint8Array(100 * 2 ** 20)]]))
  put('pack.zip', zipSync({ 'lamps.txt': report('lamps') }))
  const store = openStore(join(home, 'scrutineer.db'), { create: true })
  try {
    await importPaths([join(home, 'papers')], { store, jobs: 1, limits: { megabytes: 100 } })
    const documents = 'SELECT path, status, rule FROM documents LEFT JOIN diagnostics USING (document_id) ORDER BY path'
    expect(store.query(documents)).toEqual([
      { path: 'papers/mail.eml', status: 'failed', rule: 'too-large' },
      { path: 'papers/pack.zip/lamps.txt', status: 'ok', rule: null },
    ])
  } finally {
    store.close()
  }
})

it('has a name for each of very many files of one name', () => {
  const names = uniqueNames(Array.from({ length: 30_000 }, () => ({ name: 'plan.docx', mimeType: 'x' })))
  expect([new Set(names).size, names[1]]).toEqual([30_000, 'plan (2).docx'])
})

describe('a mail', () => {
  it('is a document, and so is each file that is attached to it, under a safe name', async () => {
    put(
      'mail.eml',
      mail([
        ['../../lamps.txt', report('lamps')],
        ['lamps.txt', report('weir')],
        ['pack.zip', zipSync({ 'quay.txt': report('quay') })],
      ]),
    )
    expect(await imported()).toEqual({
      documents: [
        ['papers/mail.eml', 'ok'],
        ['papers/mail.eml/lamps (2).txt', 'ok'],
        ['papers/mail.eml/lamps.txt', 'ok'],
        ['papers/mail.eml/pack.zip/quay.txt', 'ok'],
      ],
      rules: [],
      recommendations: 3,
    })
  })

  it('says who sent it, to whom and on which day by the clock of who wrote it', async () => {
    const { head, subject, body } = await readMail(bytesOf(mail([])))
    expect(head).toEqual(['Lamps \u2013 plan', 'Sent by Ada Lund to Scrutiny on 16 March 2023'])
    expect(subject).toBe('Lamps \u2013 plan')
    expect(body).toMatchObject({ type: 'text', text: expect.stringContaining('Please find the plan attached.') })
  })

  it('is recognised by its head, whatever it is called, and a printed mail is not one', async () => {
    put('mail.txt', mail([], 'The Cabinet agreed it.\r\n'))
    put('printed.txt', 'From: Ada Lund\nSent: 16 March 2023\nTo: Scrutiny\nSubject: Lamps\n\nThe Cabinet agreed it.\n')
    const store = openStore(join(home, 'scrutineer.db'), { create: true })
    try {
      await importPaths([join(home, 'papers')], { store, jobs: 1 })
      expect(store.query('SELECT path, media_type FROM documents ORDER BY path')).toEqual([
        { path: 'papers/mail.txt', media_type: 'message/rfc822' },
        { path: 'papers/printed.txt', media_type: 'text/plain' },
      ])
    } finally {
      store.close()
    }
  })

  it('that is a page saved by a browser is that page', async () => {
    const page =
      'From: <Saved by Blink>\r\nSnapshot-Content-Location: http://quay.example/\r\nSubject: Quay\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="cut"\r\n\r\n' +
      '--cut\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><h1>Quay</h1><p>RESOLVED: That the quay be lit at ni=\r\nght.</p></body></html>\r\n--cut--\r\n'
    put('page.mht', page)
    await imported()
    const { stdout } = await runInProcess(['inspect', 'papers/page.mht'], { cwd: home })
    expect(stdout).toContain('text/html')
    expect(stdout).toContain('That the quay be lit at night.')
  })

  it('nested deeper than mails are is damaged', async () => {
    const nested = Array.from(
      { length: 40 },
      (_, depth) => `Content-Type: multipart/mixed; boundary="b${depth}"\r\n\r\n--b${depth}\r\n`,
    ).join('')
    await expect(readMail(bytesOf(`MIME-Version: 1.0\r\n${nested}`))).rejects.toMatchObject({ reason: 'damaged' })
  })
})
