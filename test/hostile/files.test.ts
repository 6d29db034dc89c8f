import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runInProcess } from '../cli/run-in-process.ts'
import { type Fate, importHostile } from './hostile-archive.ts'
import { onePage } from './raw-pdf.ts'

const PDF = onePage('BT /F1 11 Tf 72 700 Td (The lamps were lit.) Tj ET')
const LIMITS = { seconds: 20, megabytes: 512, pages: 100 }
const GOOD: Fate = { status: 'ok', rules: [] }
const failed = (rule: string): Fate => ({ status: 'failed', rules: [rule] })
const skipped: Fate = { status: 'skipped', rules: ['unknown-format'] }

test('files that are not what their names say are read as what they are, or reported', async () => {
  const { files, recommendations } = await importHostile(
    [
      { name: 'pdf.txt', content: PDF },
      { name: 'text.pdf', content: 'The lamps were lit.\n' },
      { name: 'text.docx', content: 'The posts were set.\n' },
      { name: 'zip.md', content: Buffer.from('PK\x03\x04 and what follows', 'latin1') },
      { name: 'picture.pdf', content: Buffer.from('\x89PNG\r\n\x1a\n and what follows', 'latin1') },
      { name: 'program.txt', content: readFileSync(process.execPath).subarray(0, 1_000_000) },
      { name: 'nothing.txt', content: '' },
      { name: 'locked.pdf', content: readFileSync(new URL('../../fixtures/pdf/locked.pdf', import.meta.url)) },
      { name: 'nuls.txt', content: '\0'.repeat(10_000) },
    ],
    LIMITS,
  )
  expect(Object.fromEntries(files)).toEqual({
    '!first.txt': GOOD,
    '~last.txt': GOOD,
    'pdf.txt': GOOD,
    'text.pdf': failed('damaged'),
    'text.docx': GOOD,
    'zip.md': failed('damaged'),
    'picture.pdf': failed('damaged'),
    'program.txt': failed('binary-file'),
    'nothing.txt': failed('empty-file'),
    'locked.pdf': failed('encrypted'),
    'nuls.txt': failed('binary-file'),
  })
  expect(recommendations).toBe(4)
})

describe('an archive', () => {
  test('with pipes, devices, circles of links and links to nowhere is imported whole, and nothing waits', async () => {
    const { files, recommendations } = await importHostile([], LIMITS, {
      fill: (folder) => {
        spawnSync('mkfifo', [join(folder, 'pipe.txt')])
        symlinkSync('/dev/zero', join(folder, 'zeros.txt'))
        symlinkSync('/dev/stdin', join(folder, 'stdin.txt'))
        symlinkSync('b.txt', join(folder, 'a.txt'))
        symlinkSync('a.txt', join(folder, 'b.txt'))
        mkdirSync(join(folder, 'deep', 'deeper'), { recursive: true })
        symlinkSync(folder, join(folder, 'deep', 'deeper', 'circle'))
        symlinkSync('deep', join(folder, 'twin'))
      },
    })
    expect(files.get('pipe.txt')).toEqual(skipped)
    expect(files.get('zeros.txt')).toEqual(skipped)
    expect([files.get('a.txt'), files.get('b.txt')]).toEqual([failed('no-access'), failed('no-access')])
    expect(recommendations).toBe(4)
  })

  test('with a file of two gigabytes is imported whole, whatever memory is given', async () => {
    for (const megabytes of [512, 8192]) {
      const { files, recommendations } = await importHostile(
        [],
        { ...LIMITS, seconds: 60, megabytes },
        {
          fill: (folder) => {
            writeFileSync(join(folder, 'sparse.txt'), '')
            truncateSync(join(folder, 'sparse.txt'), 2 ** 31 + 4096)
          },
        },
      )
      expect([files.get('sparse.txt'), recommendations]).toEqual([failed('too-large'), 4])
    }
  })

  test('that changes while it is read is imported as it is found', async () => {
    const { files, recommendations, told } = await importHostile(
      ['gone', 'folder', 'pipe', 'shorter', 'longer', 'other'].map((name) => ({
        name: `${name}.txt`,
        content: `The ${name} lamps were lit.\n`,
      })),
      LIMITS,
      {
        meanwhile: (folder) => {
          for (const name of ['gone', 'folder', 'pipe']) rmSync(join(folder, `${name}.txt`))
          mkdirSync(join(folder, 'folder.txt'))
          writeFileSync(join(folder, 'shorter.txt'), '')
          writeFileSync(join(folder, 'longer.txt'), 'The lamps were lit.\n'.repeat(1000))
          writeFileSync(join(folder, 'other.txt'), PDF)
        },
      },
    )
    expect(files.get('gone.txt')).toEqual(failed('no-access'))
    expect(files.get('folder.txt')).toEqual(failed('no-access'))
    expect(files.get('pipe.txt')).toEqual(failed('no-access'))
    expect(files.get('shorter.txt')).toEqual(failed('empty-file'))
    expect([files.get('longer.txt'), files.get('other.txt')]).toEqual([GOOD, GOOD])
    expect([told.length, recommendations]).toEqual([8, 4])
  })
})

test('names with line breaks, control characters, bytes that are not letters, and of the greatest length are shown safely', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'scrutineer-names-'))
  try {
    mkdirSync(join(cwd, 'papers'))
    const names = [
      'line\nbreak.txt',
      'tab\tand\rreturn.txt',
      'red\u001b[31m\u001b]0;title\u0007.txt',
      '<b>&amp;.txt',
      "'; DROP TABLE document; --.txt",
      `${'l'.repeat(251)}.txt`,
      '\u202egnp.txt',
      '-rf.txt',
      ' .txt',
    ]
    for (const name of names)
      writeFileSync(join(cwd, 'papers', name), `Scrutiny Review of Lamps\n\nRecommendations\n\n1. That ${JSON.stringify(name)} be lit.\n`)
    writeFileSync(
      Buffer.concat([Buffer.from(join(cwd, 'papers', 'latin-')), Buffer.from([0xe9]), Buffer.from('.txt')]),
      'The lamps were lit.\n',
    )
    const { code, stdout, stderr } = await runInProcess(['import', 'papers'], { cwd })
    expect(code).toBe(1)
    expect(stdout).toMatch(/^10 documents: 10 added/)
    expect(stderr).toContain('latin-\ufffd.txt')
    const shown = [stdout, stderr]
    for (const args of [['status'], ['check', '--all'], ['check', '--list']])
      shown.push(...Object.values(await runInProcess(args, { cwd })).map(String))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal would obey
    for (const text of shown) expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/u)
    expect(stderr).toContain('line␊break.txt')
    expect((await runInProcess(['report', '--out', 'report'], { cwd })).code).toBe(0)
  } finally {
    rmSync(cwd, { recursive: true, force: true })
  }
})
