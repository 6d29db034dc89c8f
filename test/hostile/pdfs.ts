import { deflateSync } from 'node:zlib'
import { show } from '../formats/pdf/write-pdf.ts'
import { bomb, onePage, rawPdf, stream } from './raw-pdf.ts'

/** A hostile PDF, and how it is made; `scale` is 1 for one that its case is named after, less for a smaller one of its kind. */
export interface HostilePdf {
  name: string
  make: (scale: number) => Uint8Array
}

const LAMP = show('The lamps were lit.', 72, 700)
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'
const times = (piece: string, count: number): string => piece.repeat(Math.max(1, Math.round(count)))

/** Form XObjects from object 6 on, each drawing the next `fan` times; the last draws words. */
function forms(depth: number, fan: number): Uint8Array[] {
  return Array.from({ length: depth }, (_, level) =>
    level === depth - 1
      ? stream(LAMP, '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >>')
      : stream(
          times('/X Do\n', fan),
          `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X ${level + 7} 0 R >> >>`,
        ),
  )
}

/** A composite font (objects 6 to 8) whose mapping to letters is `toUnicode`. */
function mapped(toUnicode: Uint8Array): Uint8Array {
  return onePage('BT /F2 11 Tf 72 700 Td <00410042> Tj ET', {
    resources: '/Font << /F2 6 0 R >>',
    more: [
      '<< /Type /Font /Subtype /Type0 /BaseFont /Lamp /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 8 0 R >>',
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Lamp /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>',
      toUnicode,
    ],
  })
}

const cmap = (body: string): Uint8Array =>
  stream(
    `/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n${body}\nendcmap end end`,
  )

/** A font with its program in the file, which is `program`. */
function embedded(program: Uint8Array | string, kind: 'FontFile' | 'FontFile2' | 'FontFile3', entries = ''): Uint8Array {
  const subtype = kind === 'FontFile2' ? 'TrueType' : 'Type1'
  return onePage(`${LAMP}BT /F2 11 Tf 72 600 Td (The lamps were lit again.) Tj ET`, {
    resources: '/Font << /F1 5 0 R /F2 6 0 R >>',
    more: [
      `<< /Type /Font /Subtype /${subtype} /BaseFont /ABCDEF+Lamp /FirstChar 32 /LastChar 33 /Widths [300 300] /FontDescriptor 7 0 R >>`,
      `<< /Type /FontDescriptor /FontName /ABCDEF+Lamp /Flags 32 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 /${kind} 8 0 R >>`,
      stream(program, kind === 'FontFile3' ? '/Subtype /Type1C' : entries),
    ],
  })
}

/** Bytes that follow no format, the same each time. */
const noise = (length: number, head: readonly number[]): Uint8Array =>
  Uint8Array.from({ length }, (_, index) => head[index] ?? (index * 7919 + (index >> 5) * 104_729) % 256)

/** So many pages that share one content. */
function pages(count: number): Uint8Array {
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${count} /Kids [${Array.from({ length: count }, (_, index) => `${index + 5} 0 R`).join(' ')}] /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> >>`,
    stream(LAMP),
    FONT,
    ...Array.from({ length: count }, () => '<< /Type /Page /Parent 2 0 R /Contents 3 0 R >>'),
  ])
}

/** A ruled table of so many rows and columns on one page. */
function grid(rows: number, columns: number): Uint8Array {
  const [width, height] = [columns * 30, rows * 14]
  const parts: string[] = []
  for (let row = 0; row <= rows; row++) parts.push(`0 ${row * 14} m ${width} ${row * 14} l S\n`)
  for (let column = 0; column <= columns; column++) parts.push(`${column * 30} 0 m ${column * 30} ${height} l S\n`)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) parts.push(show(`${row}.${column}`, column * 30 + 2, row * 14 + 4, 6))
  return onePage(parts.join(''), { page: `/MediaBox [0 0 ${width} ${height}]` })
}

/** A tagged page whose structure tree is so deep. */
function tagged(depth: number): Uint8Array {
  return onePage(`/P << /MCID 0 >> BDC ${LAMP} EMC`, {
    catalog: '/MarkInfo << /Marked true >> /StructTreeRoot 6 0 R',
    page: '/StructParents 0',
    more: [
      '<< /Type /StructTreeRoot /K 8 0 R /ParentTree 7 0 R >>',
      `<< /Nums [0 [${depth + 7} 0 R]] >>`,
      ...Array.from(
        { length: depth },
        (_, level) =>
          `<< /Type /StructElem /S /Div /P ${level === 0 ? 6 : level + 7} 0 R /Pg 3 0 R /K ${level === depth - 1 ? '0' : `${level + 9} 0 R`} >>`,
      ),
    ],
  })
}

const FLATE = '/Filter /FlateDecode'

/** PDFs that are broken, and such as are made to break or to tire what reads them. */
export const PDFS: readonly HostilePdf[] = [
  { name: 'a header alone', make: () => Buffer.from('%PDF-1.7\n%âãÏÓ\n', 'latin1') },
  { name: 'truncated', make: () => onePage(LAMP).subarray(0, 300) },
  { name: 'truncated in its content', make: () => onePage(times(LAMP, 1000)).subarray(0, 20_000) },
  { name: 'noise behind the header', make: (scale) => noise(1_000_000 * scale, [...Buffer.from('%PDF-1.7\n')]) },
  {
    name: 'a cyclic page tree',
    make: () =>
      rawPdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Count 3 /Kids [3 0 R 2 0 R] >>',
        '<< /Type /Pages /Parent 2 0 R /Count 2 /Kids [2 0 R 3 0 R] >>',
      ]),
  },
  {
    name: 'a page tree that counts too many',
    make: () =>
      rawPdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Count 2147483647 /Kids [3 0 R] >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
        stream(LAMP),
        FONT,
      ]),
  },
  { name: 'a hundred thousand pages', make: (scale) => pages(100_000 * scale) },
  {
    name: 'a page tree ever deeper',
    make: (scale) =>
      rawPdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        ...Array.from({ length: 50_000 * scale }, (_, level) => `<< /Type /Pages /Count 1 /Kids [${level + 3} 0 R] >>`),
        '<< /Type /Page /MediaBox [0 0 595 842] >>',
      ]),
  },
  {
    name: 'a page of a million lines',
    make: (scale) => onePage(`BT /F1 8 Tf 9 TL 72 800 Td\n${times('(The lamps were lit.) Tj T*\n', 1_000_000 * scale)}ET`),
  },
  { name: 'a million words at one place', make: (scale) => onePage(times(LAMP, 250_000 * scale)) },
  { name: 'a line of a million letters', make: (scale) => onePage(`BT /F1 8 Tf 72 700 Td (${times('lamp', 250_000 * scale)}) Tj ET`) },
  {
    name: 'a million rules',
    make: (scale) =>
      onePage(
        `${LAMP}${Array.from({ length: 1_000_000 * scale }, (_, n) => `${n % 595} ${n % 842} m ${(n * 7) % 595} ${n % 842} l S\n`).join('')}`,
      ),
  },
  {
    name: 'rules that cross',
    make: (scale) =>
      onePage(
        `${LAMP}${Array.from({ length: 4000 * Math.sqrt(scale) }, (_, n) => `0 ${n / 5} m 595 ${n / 5} l S ${n / 7} 0 m ${n / 7} 842 l S\n`).join('')}`,
      ),
  },
  { name: 'a path of a million pieces', make: (scale) => onePage(`${LAMP}0 0 m ${times('10 10 l 20 20 l ', 500_000 * scale)} S`) },
  { name: 'a table of 100,000 cells', make: (scale) => grid(Math.round(1000 * scale), 100) },
  { name: 'states saved and never restored', make: (scale) => onePage(`${times('q 1 0 0 1 1 1 cm ', 500_000 * scale)}${LAMP}`) },
  { name: 'marks opened and never closed', make: (scale) => onePage(`${times('/P << /MCID 0 >> BDC ', 200_000 * scale)}${LAMP}`) },
  { name: 'arrays ever deeper', make: (scale) => onePage(`${'['.repeat(1_000_000 * scale)} TJ ${LAMP}`) },
  { name: 'dictionaries ever deeper', make: (scale) => onePage(LAMP, { catalog: `/Deep ${'<< /D '.repeat(200_000 * scale)}` }) },
  { name: 'a structure tree ever deeper', make: (scale) => tagged(Math.round(100_000 * scale)) },
  {
    name: 'a structure tree that holds itself',
    make: () =>
      onePage(`/P << /MCID 0 >> BDC ${LAMP} EMC`, {
        catalog: '/MarkInfo << /Marked true >> /StructTreeRoot 6 0 R',
        page: '/StructParents 0',
        more: [
          '<< /Type /StructTreeRoot /K 8 0 R /ParentTree 7 0 R >>',
          '<< /Nums [0 [8 0 R]] >>',
          '<< /Type /StructElem /S /Div /P 8 0 R /Pg 3 0 R /K [8 0 R 0] >>',
        ],
      }),
  },
  {
    name: 'page labels that hold themselves',
    make: () => onePage(LAMP, { catalog: '/PageLabels 6 0 R', more: ['<< /Kids [6 0 R 6 0 R] >>'] }),
  },
  {
    name: 'metadata that doubles itself',
    make: () =>
      onePage(LAMP, {
        catalog: '/Metadata 6 0 R',
        more: [
          stream(
            `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "lamp">${Array.from({ length: 30 }, (_, n) => `<!ENTITY ${String.fromCharCode(98 + (n % 24))}${n} "&a;&a;">`).join('')}]><x>&z22;</x>`,
            '/Type /Metadata /Subtype /XML',
          ),
        ],
      }),
  },
  { name: 'a bomb of spaces', make: (scale) => onePage(bomb(4096 * scale), { filter: FLATE }) },
  {
    name: 'a bomb in a bomb',
    make: (scale) => onePage(deflateSync(bomb(4096 * scale)), { filter: '/Filter [/FlateDecode /FlateDecode]' }),
  },
  { name: 'a bomb of open brackets', make: (scale) => onePage(bomb(1024 * scale, '('), { filter: FLATE }) },
  { name: 'a bomb of operators', make: (scale) => onePage(bomb(512 * scale, 'q'), { filter: FLATE }) },
  { name: 'a bomb as mapping to letters', make: (scale) => mapped(stream(bomb(2048 * scale), FLATE)) },
  { name: 'a bomb as font', make: (scale) => embedded(bomb(2048 * scale, '\0'), 'FontFile2', FLATE) },
  {
    name: 'a bomb as picture',
    make: (scale) =>
      onePage(`${LAMP}q 100 0 0 100 0 0 cm /X Do Q`, {
        resources: '/XObject << /X 6 0 R >>',
        more: [
          stream(
            bomb(2048 * scale),
            `/Type /XObject /Subtype /Image /Width 40000 /Height 40000 /ColorSpace /DeviceGray /BitsPerComponent 8 ${FLATE}`,
          ),
        ],
      }),
  },
  {
    name: 'a bomb as stream of objects',
    make: (scale) =>
      onePage(LAMP, { page: '/Annots [9 0 R]', more: [stream(bomb(2048 * scale), `/Type /ObjStm /N 100000000 /First 10 ${FLATE}`)] }),
  },
  { name: 'filters ever deeper', make: (scale) => onePage(LAMP, { filter: `/Filter [${times('/ASCIIHexDecode ', 5000 * scale)}]` }) },
  {
    name: 'a form that draws itself',
    make: () =>
      onePage(`${LAMP}/X Do`, {
        resources: '/XObject << /X 6 0 R >>',
        more: [stream('/X Do', '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 6 0 R >> >>')],
      }),
  },
  {
    name: 'forms that draw each other',
    make: () =>
      onePage(`${LAMP}/X Do`, {
        resources: '/XObject << /X 6 0 R >>',
        more: [6, 7].map((own) =>
          stream(
            '/X Do /X Do',
            `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X ${own === 6 ? 7 : 6} 0 R >> >>`,
          ),
        ),
      }),
  },
  { name: 'forms that multiply', make: () => onePage(`${LAMP}/X Do`, { resources: '/XObject << /X 6 0 R >>', more: forms(12, 10) }) },
  {
    name: 'forms ever deeper',
    make: (scale) => onePage(`${LAMP}/X Do`, { resources: '/XObject << /X 6 0 R >>', more: forms(Math.round(20_000 * scale), 1) }),
  },
  {
    name: 'a letter that draws itself',
    make: () =>
      onePage(`${LAMP}BT /F2 11 Tf 72 600 Td (aaa) Tj ET`, {
        resources: '/Font << /F1 5 0 R /F2 6 0 R >>',
        more: [
          '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 10 10] /FontMatrix [0.1 0 0 0.1 0 0] /FirstChar 97 /LastChar 97 /Widths [10] /Encoding << /Differences [97 /a] >> /CharProcs << /a 7 0 R >> /Resources << /Font << /F2 6 0 R >> >> >>',
          stream('10 0 d0 BT /F2 11 Tf (aaaa) Tj ET'),
        ],
      }),
  },
  { name: 'a TrueType font of noise', make: (scale) => embedded(noise(500_000 * scale, [0, 1, 0, 0, 0, 200]), 'FontFile2') },
  {
    name: 'a Type 1 font of noise',
    make: (scale) =>
      embedded(
        `%!PS-AdobeFont-1.0\n/Private ${times('/Subrs 999999999 array dup 0 9 RD ', 10_000 * scale)}eexec`,
        'FontFile',
        '/Length1 100 /Length2 99999999 /Length3 0',
      ),
  },
  { name: 'a compact font of noise', make: (scale) => embedded(noise(500_000 * scale, [1, 0, 4, 4, 0, 1, 1, 1]), 'FontFile3') },
  {
    name: 'a mapping of all codes',
    make: () => mapped(cmap('2 beginbfrange <00000000> <FFFFFFFF> <0041> <0000> <FFFFFFFE> <0041> endbfrange')),
  },
  {
    name: 'mappings of many ranges',
    make: (scale) => mapped(cmap(times('1 beginbfrange <0000> <FFFF> <0041> endbfrange\n', 2000 * scale))),
  },
  {
    name: 'a mapping to endless letters',
    make: (scale) => mapped(cmap(`1 beginbfchar <0041> <${'0041'.repeat(500_000 * scale)}> endbfchar`)),
  },
  {
    name: 'a table of references without end',
    make: () =>
      Buffer.from(
        Buffer.from(onePage(LAMP))
          .toString('latin1')
          .replace(/xref\n0 \d+/u, 'xref\n0 999999999'),
        'latin1',
      ),
  },
  {
    name: 'tables of references in a circle',
    make: () =>
      Buffer.from(
        Buffer.from(onePage(LAMP))
          .toString('latin1')
          .replace('/Root', '/Prev 9 /Root')
          .replace(/\/Prev 9/u, () => '/Prev 400'),
        'latin1',
      ),
  },
  { name: 'a million objects', make: (scale) => onePage(LAMP, { more: Array.from({ length: 1_000_000 * scale }, () => 'null') }) },
  {
    name: 'a million objects and no table of them',
    make: (scale) => Buffer.from(onePage(LAMP, { more: Array.from({ length: 1_000_000 * scale }, () => 'null') })).subarray(0, -40),
  },
  { name: 'objects that lead to each other', make: () => onePage(LAMP, { page: '/Annots 6 0 R /Rotate 7 0 R', more: ['7 0 R', '6 0 R'] }) },
  {
    name: 'sizes that are no sizes',
    make: () =>
      onePage(`BT /F1 1e308 Tf 1e308 0 0 1e308 1e308 1e308 Tm (The lamps) Tj /F1 -0.0000001 Tf (were lit.) Tj /F1 0 Tf (x) Tj ET ${LAMP}`, {
        page: '/MediaBox [-1e308 -1e308 1e308 1e308] /UserUnit 1e308 /Rotate 45',
      }),
  },
  {
    name: 'notes without end',
    make: (scale) =>
      onePage(LAMP, {
        page: `/Annots [${times('6 0 R ', 200_000 * scale)}]`,
        more: [
          '<< /Type /Annot /Subtype /Text /Rect [0 0 10 10] /Contents (lamp) /AP << /N 7 0 R >> >>',
          stream(LAMP, '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 5 0 R >> >>'),
        ],
      }),
  },
  {
    name: 'layers that hold themselves',
    make: () =>
      onePage(`/OC /O BDC ${LAMP} EMC`, {
        resources: '/Properties << /O 6 0 R >>',
        catalog: '/OCProperties << /OCGs [6 0 R] /D << /Order [7 0 R] >> >>',
        more: ['<< /Type /OCMD /VE 8 0 R >>', '[7 0 R]', '[/And 8 0 R 8 0 R]'],
      }),
  },
]
