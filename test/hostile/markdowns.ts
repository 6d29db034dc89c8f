/** A hostile Markdown text or page of HTML in it; `scale` is 1 for one that its case is named after. */
export interface HostileMarkdown {
  name: string
  make: (scale: number) => string
}

const times = (piece: string, count: number): string => piece.repeat(Math.max(1, Math.round(count)))

/** Markdown that is made to tire what reads it. */
export const MARKDOWNS: readonly HostileMarkdown[] = [
  { name: '50 MB on one line', make: (scale) => times('The lamps were lit. ', 2_500_000 * scale) },
  { name: 'quotations ever deeper', make: (scale) => `${times('> ', 100_000 * scale)}The lamps\n` },
  {
    name: 'quotations ever deeper, line by line',
    make: (scale) => Array.from({ length: 1000 * scale }, (_, n) => `${times('>', n)} lamp`).join('\n'),
  },
  { name: 'lists ever deeper', make: (scale) => Array.from({ length: 1000 * scale }, (_, n) => `${' '.repeat(2 * n)}- lamp`).join('\n') },
  { name: 'lists ever deeper on one line', make: (scale) => `${times('- ', 100_000 * scale)}lamp\n` },
  { name: 'elements ever deeper', make: (scale) => `${times('<div>', 100_000 * scale)}The lamps\n` },
  { name: 'tables ever deeper', make: (scale) => `${times('<table><tr><td>', 20_000 * scale)}The lamps\n` },
  { name: 'emphasis opened and never closed', make: (scale) => times('*a _b ', 200_000 * scale) },
  { name: 'emphasis that crosses', make: (scale) => times('*a **b* c** ', 100_000 * scale) },
  { name: 'links opened and never closed', make: (scale) => times('[a](', 200_000 * scale) },
  {
    name: 'references that lead to each other',
    make: (scale) => Array.from({ length: 100_000 * scale }, (_, n) => `[${n}]: <${n + 1}>\n\n[${n}]\n`).join('\n'),
  },
  { name: 'footnotes', make: (scale) => Array.from({ length: 20_000 * scale }, (_, n) => `Lamp[^${n}]\n\n[^${n}]: post\n`).join('\n') },
  { name: 'code never closed', make: (scale) => Array.from({ length: 3000 * scale }, (_, n) => `${'`'.repeat(n + 1)}a`).join(' ') },
  { name: 'comments never closed', make: (scale) => times('<!-- ', 200_000 * scale) },
  { name: 'declarations never closed', make: (scale) => times('<![CDATA[', 200_000 * scale) },
  { name: 'attributes without end', make: (scale) => `<td ${times('a="b" ', 200_000 * scale)}>lamp</td>` },
  { name: 'entities without end', make: (scale) => times('&#x1F4A1;&lamp;&', 200_000 * scale) },
  {
    name: 'a table of 100,000 cells',
    make: (scale) =>
      `| No. | Lamp | Post |\n| --- | --- | --- |\n${Array.from({ length: 33_333 * scale }, (_, n) => `| ${n} | lamp | post |`).join('\n')}`,
  },
  {
    name: 'a table of 100,000 columns',
    make: (scale) => `|${times('a|', 100_000 * scale)}\n|${times('-|', 100_000 * scale)}\n|${times('b|', 100_000 * scale)}\n`,
  },
  {
    name: 'a plan of 100,000 cells',
    make: (scale) =>
      `# Action plan\n\n| No. | Recommendation | Responsible | Due | Progress |\n| --- | --- | --- | --- | --- |\n${Array.from({ length: 20_000 * scale }, (_, n) => `| ${n + 1} | That lamp ${n + 1} be lit. | Head of Lamps | June 2022 | Done |`).join('\n')}`,
  },
  {
    name: 'a table of HTML that spans all',
    make: (scale) => `<table>${times('<tr><td rowspan=65534 colspan=1000>lamp</td></tr>', 1000 * scale)}</table>`,
  },
  {
    name: 'headings',
    make: (scale) => Array.from({ length: 100_000 * scale }, (_, n) => `${'#'.repeat((n % 6) + 1)} Lamp ${n}\n`).join('\n'),
  },
  { name: 'setext headings', make: (scale) => times('Lamp\n===\n', 100_000 * scale) },
]
