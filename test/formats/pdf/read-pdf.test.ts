import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPdf } from '../../../parsers/formats/pdf/read-pdf.ts'
import type { Diagnostic } from '../../../schema/diagnostics.ts'
import { collectInto } from '../../../schema/diagnostics.ts'
import type { Block, Document } from '../../../schema/document.ts'
import { cellPassage, passageFragments } from '../../../schema/document.ts'
import { DocumentError } from '../../../schema/errors.ts'
import { show, showLines, writePdf } from './write-pdf.ts'

async function read(bytes: Uint8Array, password?: string): Promise<{ document: Document; diagnostics: Diagnostic[] }> {
  const diagnostics: Diagnostic[] = []
  const document = await readPdf(bytes, password === undefined ? {} : { password }, collectInto(diagnostics))
  return { document, diagnostics }
}

const textOf = (block: Block) => (block.type === 'table' ? '[table]' : block.passage.text)
const BODY = [
  'The Panel met on the third of May and heard from the operator,',
  'from passengers, and from two members of the parish council.',
]

describe('readPdf', () => {
  it('gives each word its page and its box in points from the top left', async () => {
    const { document } = await read(writePdf([{ content: show('Harrowmere Council', 72, 742, 20) }]))
    const [block] = document.blocks
    const run = block?.type === 'table' ? undefined : block?.passage.runs[0]
    expect(document.mediaType).toBe('application/pdf')
    expect(document.source).toBeNull()
    expect(run).toMatchObject({ page: 1, start: 0, end: 10, line: null, offset: null, fragment: 0 })
    const [x0, top, x1, bottom] = run?.box ?? [0, 0, 0, 0]
    expect(x0).toBeCloseTo(72, 1)
    expect(top).toBeLessThan(100)
    expect(bottom).toBeGreaterThan(100)
    expect(bottom - top).toBeLessThan(24)
    expect(x1 - x0).toBeGreaterThan(80)
  })

  it('turns boxes with a turned page', async () => {
    const { document } = await read(
      writePdf([{ content: 'BT /F1 12 Tf 0 1 -1 0 100 72 Tm (Upright when turned) Tj ET', entries: '/Rotate 90' }]),
    )
    expect(document.pages[0]).toMatchObject({ width: 842, height: 595 })
    const [block] = document.blocks
    const box = block?.type === 'table' ? null : block?.passage.runs[0]?.box
    expect(box?.[0]).toBeCloseTo(72, 1)
    expect((box?.[2] ?? 0) - (box?.[0] ?? 0)).toBeGreaterThan((box?.[3] ?? 0) - (box?.[1] ?? 0))
  })

  it('reads text that is set upwards, letter by letter as it reads', async () => {
    const { document } = await read(
      writePdf([{ content: `${showLines(BODY, 120, 700)}BT /F1 10 Tf 0 1 -1 0 60 300 Tm (Status this quarter) Tj ET` }]),
    )
    expect(document.blocks.map(textOf)).toContain('Status this quarter')
  })

  it('finds the table of a page that is laid on its side, and says where it stands on the page', async () => {
    const grid = (steps: number[], from: number, to: number, across: boolean) =>
      steps.map((at) => (across ? `${from} ${at} m ${to} ${at} l S` : `${at} ${from} m ${at} ${to} l S`)).join('\n')
    const upwards = (words: string, x: number, y: number) => `BT /F1 10 Tf 0 1 -1 0 ${x} ${y} Tm (${words}) Tj ET\n`
    const content = [
      grid([100, 130, 160], 60, 560, false),
      grid([60, 300, 560], 100, 160, true),
      upwards('Action', 118, 64) + upwards('Status', 118, 304) + upwards('Publish the map', 148, 64) + upwards('Complete', 148, 304),
    ].join('\n')
    const { document } = await read(writePdf([{ content }]))
    const [table] = document.blocks
    if (table?.type !== 'table') throw new Error('no table')
    expect(table.rows.map((row) => row.map((cell) => cell.blocks.map(textOf).join(' ')))).toEqual([
      ['Action', 'Status'],
      ['Publish the map', 'Complete'],
    ])
    expect(table.places[0]?.box?.map(Math.round)).toEqual([100, 282, 160, 782])
  })

  it('puts a paragraph together that a page break cut, with a fragment for each page', async () => {
    const first = showLines(
      ['The Panel recommends that the timetable be published before the', 'first of September, and that every stop which is served in the'],
      72,
      100,
    )
    const second = showLines(['evening have a shelter.'], 72, 760)
    const { document } = await read(
      writePdf([{ content: showLines(BODY, 72, 700) + first }, { content: second + showLines(BODY, 72, 700) }]),
    )
    const block = document.blocks.find((one) => textOf(one).includes('shelter'))
    if (!block || block.type === 'table') throw new Error('no paragraph')
    expect(block.passage.text).toMatch(/^The Panel recommends .* served in the evening have a shelter\.$/u)
    expect(passageFragments(block.passage, null).map(({ place, quote }) => [place.page, quote.split(' ').length])).toEqual([
      [1, 22],
      [2, 4],
    ])
  })

  it('takes running heads, feet and page numbers out, and keeps a heading that counts', async () => {
    const page = (number: number) => ({
      content: `${show('Borough of Ennerby', 72, 810, 9)}${show(`Page ${number} of 3`, 280, 30, 9)}${show(`Recommendation ${number}`, 72, 760, 11, 'F2')}${showLines(BODY, 72, 735)}`,
    })
    const { document } = await read(writePdf([page(1), page(2), page(3)]))
    expect(document.furniture.map(({ text }) => text)).toEqual(['Page 1 of 3', 'Borough of Ennerby'])
    expect(document.blocks.map(textOf).filter((text) => text.startsWith('Recommendation'))).toEqual([
      'Recommendation 1',
      'Recommendation 2',
      'Recommendation 3',
    ])
    expect(document.blocks.map(textOf).join(' ')).not.toContain('Ennerby')
  })

  it('takes a running head out whose page number changes sides, also over the numbers of a list', async () => {
    const item = (number: number, y: number) => `${show(`${number}.`, 72, y)}${show(BODY[0] ?? '', 110, y)}`
    const page = (number: number) => {
      const head =
        number % 2 === 0
          ? show(`${number}`, 72, 800, 9) + show('THE OUTER QUAY', 110, 800, 9)
          : show(`THE OUTER QUAY ${number}`, 400, 800, 9)
      return { content: `${head}${[1, 2, 3].map((at) => item(3 * (number - 30) + at, 770 - 24 * at)).join('')}` }
    }
    const { document } = await read(writePdf([30, 31, 32, 33].map(page)))
    expect(document.furniture.map(({ text }) => text)).toEqual(['30 THE OUTER QUAY', 'THE OUTER QUAY 31'])
    expect(document.blocks.map(textOf).join(' ')).not.toContain('OUTER')
  })

  it('reads columns of text one after the other', async () => {
    const left = [
      'The operator runs nine buses on',
      'week days and three on Sundays,',
      'which is fewer than it ran in the',
      'year before the county changed',
      'its contract; the timetable has',
      'not been printed since then.',
    ]
    const right = [
      'Passengers told the Panel that',
      'they had missed the last train on',
      'several evenings, and that nobody',
      'at the depot could say when the',
      'service would be mended or what',
      'would be done in the meantime.',
    ]
    const { document } = await read(writePdf([{ content: showLines(left, 72, 700) + showLines(right, 320, 700) }]))
    expect(document.blocks.map(textOf).join(' ')).toBe([...left, ...right].join(' '))
  })

  it('puts letter-spaced words together', async () => {
    const { document } = await read(writePdf([{ content: show('RESOLVED - T H A T the report be noted', 72, 700) }]))
    expect(document.blocks.map(textOf)).toEqual(['RESOLVED - THAT the report be noted'])
  })

  it('shows text once that is drawn twice, as a shadow or without ink', async () => {
    const shadow = show('Harrowmere Council', 72.6, 699.5) + show('Harrowmere Council', 72, 700)
    const { document } = await read(writePdf([{ content: `${shadow}3 Tr ${show('Harrowmere Council', 72, 700)}` }]))
    expect(document.blocks.map(textOf)).toEqual(['Harrowmere Council'])
  })

  it('keeps a cell empty in its column, with its colour', async () => {
    const grid = [
      '40 700 m 500 700 l S',
      '40 670 m 500 670 l S',
      '40 640 m 500 640 l S',
      '40 700 m 40 640 l S',
      '240 700 m 240 640 l S',
      '500 700 m 500 640 l S',
    ].join('\n')
    const { document } = await read(
      writePdf([
        {
          content: `1 0 0 rg 240 640 260 30 re f 0 g ${grid}\n${show('Action', 44, 680)}${show('Status', 244, 680)}${show('Publish the map', 44, 650)}`,
        },
      ]),
    )
    const [table] = document.blocks
    if (table?.type !== 'table') throw new Error('no table')
    expect(table.rows.map((row) => row.map((cell) => [cell.fill, cell.blocks.map(textOf).join(' ')]))).toEqual([
      [
        [null, 'Action'],
        [null, 'Status'],
      ],
      [
        [null, 'Publish the map'],
        ['#ff0000', ''],
      ],
    ])
    expect(table.rows[1]?.[1]?.places).toEqual([{ page: 1, box: [240, 172, 500, 202], lineFrom: null, lineTo: null }])
  })

  it('takes no box round a page or a passage for a table', async () => {
    const { document } = await read(writePdf([{ content: `20 20 555 800 re S 60 640 480 80 re S\n${showLines(BODY, 72, 700)}` }]))
    expect(document.blocks.map(({ type }) => type)).toEqual(['paragraph'])
  })

  it('gives page labels, information and the outline', async () => {
    const bytes = writePdf([{ content: show('One', 72, 700) }, { content: show('Two', 72, 700) }], {
      catalog: '/PageLabels << /Nums [0 << /S /r >>] >> /Outlines 9 0 R',
      objects: ['<< /First 10 0 R /Last 10 0 R /Count 1 >>', '<< /Title (Findings) /Parent 9 0 R /Dest [6 0 R /Fit] >>'],
    })
    const { document } = await read(bytes)
    expect(document.pages.map(({ label }) => label)).toEqual(['i', 'ii'])
    expect(document.information.Outline).toBe('Findings')
  })
})

describe('what cannot be read is said', () => {
  const picture = 'q 595 0 0 842 0 0 cm BI /W 4 /H 4 /BPC 8 /CS /G ID 0123456789abcdef EI Q'

  it('says that a scan has no text layer', async () => {
    await expect(read(writePdf([{ content: picture }]))).rejects.toMatchObject({ name: 'DocumentError', reason: 'no-text-layer' })
  })

  it('reads the text behind a scan', async () => {
    const { document } = await read(writePdf([{ content: `${picture}\n3 Tr ${show('What the scan says', 72, 700)}` }]))
    expect(document.blocks.map(textOf)).toEqual(['What the scan says'])
  })

  it('reports a page that is a picture among pages of text', async () => {
    const { diagnostics } = await read(writePdf([{ content: showLines(BODY, 72, 700) }, { content: picture }]))
    expect(diagnostics.map(({ rule, place }) => [rule, place.page])).toEqual([['page-without-text', 2]])
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['no PDF', new TextEncoder().encode('Minutes of the meeting of 4 May')],
    ['half a PDF', writePdf([{ content: show('Cut', 72, 700) }]).slice(0, 180)],
  ])('says that %s is damaged', async (_, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ name: 'DocumentError', reason: 'damaged' })
  })

  it('says that a file without pages is damaged', async () => {
    await expect(read(writePdf([]))).rejects.toMatchObject({ name: 'DocumentError', reason: 'damaged' })
  })

  it('asks for a password, and reads the file with it', async () => {
    const bytes = new Uint8Array(readFileSync(new URL('../../../fixtures/pdf/locked.pdf', import.meta.url)))
    await expect(read(bytes)).rejects.toMatchObject({ name: 'DocumentError', reason: 'encrypted' })
    await expect(read(bytes, 'wrong')).rejects.toMatchObject({ name: 'DocumentError', reason: 'encrypted' })
    const { document } = await read(bytes, 'harbour')
    expect(document.blocks.map(textOf)).toContain('2. What the Panel found')
  })

  it('reports a file that was read after a repair', async () => {
    const whole = new TextDecoder().decode(writePdf([{ content: showLines(BODY, 72, 700) }]))
    const { document, diagnostics } = await read(new TextEncoder().encode(whole.replace(/startxref\n\d+/u, 'startxref\n17')))
    expect(document.blocks).toHaveLength(1)
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['repaired-file'])
  })

  it('throws nothing but a DocumentError, whatever bytes are changed', async () => {
    const sound = new Uint8Array(readFileSync(new URL('../../../fixtures/pdf/progress-cards.writer-untagged.pdf', import.meta.url)))
    const change = fc.tuple(fc.nat(sound.length - 1), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 40 }), fc.option(fc.nat(sound.length)), async (changes, cut) => {
        const bytes = sound.slice(0, cut ?? sound.length)
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
        await read(bytes).catch((error: unknown) => expect(error).toBeInstanceOf(DocumentError))
      }),
      { numRuns: 60 },
    )
  })

  it('says that a portfolio holds other files', async () => {
    const bytes = writePdf([{ content: '' }], { catalog: '/Collection << /Type /Collection >>' })
    await expect(read(bytes)).rejects.toMatchObject({ name: 'DocumentError', reason: 'unsupported-feature' })
  })

  it('leaves out text in a font that does not say its letters, and reports it', async () => {
    const codes = Array.from('The quick report of the panel', (letter) => (letter.charCodeAt(0) - 29).toString(16).padStart(4, '0')).join(
      '',
    )
    const bytes = writePdf([{ content: `${showLines(BODY, 72, 700)}BT /F9 11 Tf 72 600 Td <${codes}> Tj ET`, resources: '' }], {
      objects: [
        '<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Obscure /Encoding /Identity-H /DescendantFonts [8 0 R] >>',
        '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Obscure /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor 9 0 R >>',
        '<< /Type /FontDescriptor /FontName /ABCDEF+Obscure /Flags 4 /Ascent 800 /Descent -200 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /CapHeight 700 /StemV 80 >>',
      ],
    })
    const withFont = new TextDecoder().decode(bytes).replace('/F2 4 0 R', '/F9 7 0 R')
    const { document, diagnostics } = await read(new TextEncoder().encode(withFont))
    expect(document.blocks.map(textOf)).toEqual([BODY.join(' ')])
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['unreadable-font'])
  })
})

describe('a capital close behind the small letters of the cell before it', () => {
  it('begins a word of the next cell', async () => {
    // "Communications" is 74.5 points wide at 10 points: the next word begins a point after it.
    const grid =
      [50, 125, 250].map((x) => `${x} 700 m ${x} 640 l S\n`).join('') + [700, 680, 660, 640].map((y) => `50 ${y} m 250 ${y} l S\n`).join('')
    const content =
      grid +
      show('Lead', 51, 686, 10) +
      show('Target', 130, 686, 10) +
      show('Communications', 50.2, 666, 10) +
      show('September 2022', 125.7, 666, 10)
    const document = await readPdf(
      writePdf([{ content: content + show('Clerk', 51, 646, 10) + show('May 2022', 130, 646, 10) }]),
      {},
      () => {},
    )
    const table = document.blocks.find((block) => block.type === 'table')
    const cells = table?.type === 'table' ? table.rows[1]?.map(cellPassage).map(({ text }) => text) : null
    expect(cells).toEqual(['Communications', 'September 2022'])
  })
})
