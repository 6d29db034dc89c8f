/** Lines on a page, and the distance between them. */
const LINES = 44
const PITCH_PT = 15

const WORDS =
  'the panel heard that members of council asked for a report on how services are paid and what residents can expect before next year'.split(
    ' ',
  )

/** A sentence that differs from line to line, as text does. */
const sentence = (seed: number): string =>
  Array.from({ length: 12 }, (_, i) => WORDS[(seed * 7 + i * (1 + (seed % 5))) % WORDS.length]).join(' ')

const textAt = (x: number, y: number, size: number, text: string) => `/F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj`

/** One page's operators: a running head, a heading, lines of prose, a page number. */
function contentOf(page: number): string {
  const lines = Array.from({ length: LINES }, (_, i) =>
    textAt(72, 740 - i * PITCH_PT, 11, `${sentence(page * LINES + i)}${i % 6 === 5 ? '.' : ''}`),
  )
  return [
    'BT',
    textAt(72, 810, 9, 'Minutes of the scrutiny panel'),
    textAt(72, 765, 16, `Item ${page}`),
    ...lines,
    textAt(290, 30, 9, String(page)),
    'ET',
  ].join('\n')
}

/** A PDF of that many pages of plain text, one font, nothing packed. */
export function longPdf(pages: number): Buffer {
  const kids = Array.from({ length: pages }, (_, i) => `${4 + 2 * i} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  for (let page = 1; page <= pages; page++) {
    const content = contentOf(page)
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length + 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    )
  }
  return objectsToFile(objects)
}

/** Numbers the objects from 1 and writes the cross-reference table (ISO 32000-2, 7.5.4). */
function objectsToFile(objects: readonly string[]): Buffer {
  const parts = ['%PDF-1.7\n']
  let length = 9
  const offsets = objects.map((object, i) => {
    const offset = length
    const part = `${i + 1} 0 obj\n${object}\nendobj\n`
    parts.push(part)
    length += part.length
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  parts.push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`, ...offsets)
  parts.push(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`)
  return Buffer.from(parts.join(''), 'latin1')
}
