import { describe, expect, it } from 'vitest'
import { unseenReason } from '../../../parsers/formats/pdf/interpret/letter-setting.ts'
import { readPdf } from '../../../parsers/formats/pdf/read-pdf.ts'
import type { Diagnostic } from '../../../schema/diagnostics.ts'
import { collectInto } from '../../../schema/diagnostics.ts'
import { outline } from '../reading.ts'
import { show, type TestPage, writePdf } from './write-pdf.ts'

const SHOWN = show('The ferry runs at eight.', 72, 700)

/** What one page comes out as, and the notes of what was reported. */
async function readOf(page: TestPage, options: Parameters<typeof writePdf>[1] = {}) {
  const diagnostics: Diagnostic[] = []
  const { blocks } = await readPdf(writePdf([page], options), {}, collectInto(diagnostics))
  return {
    text: outline(blocks)
      .join('\n')
      .replaceAll(/^(P\*?|H\d) /gmu, ''),
    notes: diagnostics.map(({ rule, note }) => [rule, note]),
  }
}

/** Expects that a page comes out as the words that it shows, and that the rest is reported for a reason. */
async function expectLeftOut(content: string, reason: string, page: Partial<TestPage> = {}, options: Parameters<typeof writePdf>[1] = {}) {
  expect(await readOf({ content: SHOWN + content, ...page }, options)).toEqual({
    text: 'The ferry runs at eight.',
    notes: [['text-not-shown', `letters: ${reason}`]],
  })
}

describe('text that a page draws and does not show', () => {
  it('is left out where the clip cuts it off', async () => {
    await expectLeftOut(`q 72 600 90 20 re W n ${show('Vanishing', 300, 605)} Q`, '9 cut off')
    const { text } = await readOf({ content: `q 72 690 48 30 re W n ${show('Jetty Street ends here', 72, 700)} Q` })
    expect(text).toBe('Jetty Stre')
  })

  it('is left out beyond the page and beyond the box of a form', async () => {
    await expectLeftOut(show('Elsewhere', 700, 700), "9 beyond the page's edge")
    const objects = [
      `<< /Type /XObject /Subtype /Form /BBox [0 0 50 20] /Resources << /Font << /F1 3 0 R >> >> /Length 48 >>\nstream\n${show('Outside', 90, 5).padEnd(47)}\nendstream`,
    ]
    await expectLeftOut('q 1 0 0 1 72 500 cm /X1 Do Q', '7 cut off', { resources: '/XObject << /X1 7 0 R >>' }, { objects })
  })

  it('is left out in a layer that is off, and the text after it stays where it is', async () => {
    const objects = ['<< /Type /OCG /Name (Draft) >>']
    const catalog = '/OCProperties << /OCGs [7 0 R] /D << /OFF [7 0 R] >> >>'
    const content = 'BT /F1 11 Tf 72 700 Td /OC /L1 BDC (Draft ) Tj EMC (words stay) Tj ET'
    const { text, notes } = await readOf({ content, resources: '/Properties << /L1 7 0 R >>' }, { objects, catalog })
    expect(text).toBe('words stay')
    expect(notes).toEqual([['text-not-shown', 'letters: 5 in a layer that is switched off']])
  })

  it('is left out without ink, but not over a picture, where it was recognised', async () => {
    const invisible = `BT 3 Tr /F1 11 Tf 72 500 Td (Ghostly) Tj 0 Tr ET\n`
    await expectLeftOut(invisible, '7 without ink')
    const picture = 'q 400 0 0 100 60 450 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q\n'
    const { text } = await readOf({ content: SHOWN + picture + invisible })
    expect(text).toContain('Ghostly')
  })

  it('is left out in the colour of the paper, but not on a dark ground, a thick stroke or a curved shape', async () => {
    const white = `1 g ${show('Pale words', 72, 500)} 0 g\n`
    await expectLeftOut(white, '9 in the colour of what they stand on')
    for (const ground of [
      '0 0 0.4 rg 60 490 300 30 re f\n',
      'q 0 0 0.4 RG 24 w 60 503 m 300 503 l S Q\n',
      '0 0 0.4 rg 65 490 m 300 490 l 300 530 l 60 530 l 60 495 l 60 492 62 490 65 490 c f\n',
    ])
      expect((await readOf({ content: SHOWN + ground + white })).text).toContain('Pale words')
    expect((await readOf({ content: `${SHOWN}0 0 0.4 rg 60 490 300 30 re f 1 g 60 490 300 30 re f\n${white}` })).text).not.toContain('Pale')
  })

  it('is not taken out from under a bar, but stays under a ground, a highlighter and what lets it through', async () => {
    const bar = '0 g 70 495 80 14 re f\n'
    await expectLeftOut(show('Ann Secret', 72, 498) + bar, '9 covered')
    expect((await readOf({ content: `${SHOWN}0.9 g 70 495 80 14 re f 0 g\n${show('Ann Open', 72, 498)}` })).text).toContain('Ann Open')
    const resources = '/ExtGState << /G1 << /BM /Multiply >> /G2 << /ca 0.4 >> >>'
    for (const state of ['/G1', '/G2'])
      expect(
        (await readOf({ content: `${SHOWN}${show('Ann Open', 72, 498)}q ${state} gs 1 1 0 rg 70 495 80 14 re f Q`, resources })).text,
      ).toContain('Ann Open')
  })

  it('leaves out only the part of a word that is struck through', async () => {
    // "six" ends where "three" begins, without a space.
    const content = `${show('The boat leaves every six', 72, 700)}BT /F1 11 Tf 196.72 700 Td (three hours.) Tj ET 0.6 w 183.3 703 m 196.7 703 l S`
    const { text, notes } = await readOf({ content })
    expect(text).toBe('The boat leaves every three hours.')
    expect(notes).toEqual([['text-not-shown', 'letters: 3 struck through']])
  })

  it('is not what a highlighter marks with a thick stroke through it', async () => {
    expect((await readOf({ content: `q 1 1 0 RG 12 w 72 703 m 190 703 l S Q\n${SHOWN}` })).notes).toEqual([])
  })

  it('is not what a note says that the file does not draw', async () => {
    const objects = ['<< /Type /Annot /Subtype /FreeText /Rect [72 400 200 430] /Contents (Ask Jo) /DA (/F1 9 Tf) >>']
    await expectLeftOut('', '5 in notes that the file does not draw', { entries: '/Annots [7 0 R]' }, { objects })
  })
})

describe('text that is drawn twice', () => {
  it('comes out once, letter by letter and where it is turned', async () => {
    const twice = [...'Pier'].map((letter, i) => show(letter, 72 + 8 * i, 700, 11) + show(letter, 72.3 + 8 * i, 700, 11)).join('')
    expect((await readOf({ content: twice })).text.replaceAll(' ', '')).toBe('Pier')
    const turned = (x: number, y: number) => `BT /F1 11 Tf 0 1 -1 0 ${x} ${y} Tm (Tide) Tj ET\n`
    expect((await readOf({ content: turned(100, 100) + turned(100.3, 100) + turned(100, 300) })).text).toBe('Tide Tide')
  })
})

describe('the boxes of a form', () => {
  it('are ticks where they are ticked, and nothing where they are not', async () => {
    const box = (y: number, state: string) =>
      `<< /Type /Annot /Subtype /Widget /FT /Btn /T (b${y}) /F 4 /Rect [150 ${y} 160 ${y + 10}] /V /${state} /AS /${state} /AP << /N << /Yes 9 0 R /Off 9 0 R >> >> >>`
    const form = '<< /Type /XObject /Subtype /Form /BBox [0 0 10 10] /Length 18 >>\nstream\n0 0 10 10 re S    \nendstream'
    const { text } = await readOf(
      { content: show('Agreed', 72, 700) + show('Refused', 72, 680), entries: '/Annots [7 0 R 8 0 R]' },
      { objects: [box(699, 'Yes'), box(679, 'Off'), form], catalog: '/AcroForm << /Fields [7 0 R 8 0 R] >>' },
    )
    expect(text.replaceAll('\n', ' ')).toBe('Agreed ✓ Refused')
  })
})

it('letters at a place that is no number, as damaged files give them, are on no page', () => {
  const state = { clip: [0, 0, 595, 842] } as unknown as Parameters<typeof unseenReason>[1]
  const page = { width: 595, height: 842 }
  expect(unseenReason([Number.NaN, 10, Number.NaN, 20], state, page)).toBe('off-page')
  expect(unseenReason([10, 10, 20, 20], state, page)).toBeNull()
})
