/** What a page of a test's PDF draws, in PDF's own operators; `F1` is Helvetica, `F2` its bold. */
export interface TestPage {
  content: string
  /** Further entries of the page dictionary, as "/Rotate 90". */
  entries?: string
  resources?: string
}

const text = (value: string) => new TextEncoder().encode(value).length

/** A small PDF with the given pages; `catalog` is added to its catalog, `objects` follow the pages' own from number 5 + 2 × pages. */
export function writePdf(pages: readonly TestPage[], options: { catalog?: string; objects?: string[] } = {}): Uint8Array {
  const font = (name: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${options.catalog ?? ''} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${6 + 2 * i} 0 R`).join(' ')}] >>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
  ]
  for (const page of pages) {
    objects.push(`<< /Length ${text(page.content)} >>\nstream\n${page.content}\nendstream`)
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${objects.length} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> ${page.resources ?? ''} >> ${page.entries ?? ''} >>`,
    )
  }
  objects.push(...(options.objects ?? []))
  let body = '%PDF-1.7\n'
  const offsets = objects.map((object, i) => {
    const offset = text(body)
    body += `${i + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const xref = text(body)
  return new TextEncoder().encode(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`,
  )
}

/** Shows a line of text with its baseline's start at a place (origin bottom left). */
export function show(words: string, x: number, y: number, size = 11, font = 'F1'): string {
  return `BT /${font} ${size} Tf ${x} ${y} Td (${words.replaceAll(/[()\\]/gu, (c) => `\\${c}`)}) Tj ET\n`
}

/** Lines of text one under the other. */
export function showLines(lines: readonly string[], x: number, y: number, size = 11, leading = 13): string {
  return lines.map((line, i) => show(line, x, y - i * leading, size)).join('')
}
