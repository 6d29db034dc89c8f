// Writes what is read from fixtures beside them: node scripts/write-goldens.ts [layout[/case]] …
// Read every line of the difference before you commit it: a golden that nobody read is worth nothing.
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fixtureCases, goldenDiagnostics, goldenRecords, readPaper } from '../test/read-fixture.ts'

const wanted = process.argv.slice(2)
for (const { layout, name, input } of fixtureCases()) {
  if (wanted.length > 0 && !wanted.some((prefix) => `${layout}/${name}`.startsWith(prefix))) continue
  const { document, records, diagnostics } = await readPaper(input)
  const write = (file: string, value: unknown) => writeFileSync(join(dirname(input), file), `${JSON.stringify(value, null, 1)}\n`)
  write('records.json', goldenRecords(records, document))
  write('diagnostics.json', goldenDiagnostics(diagnostics, document))
  console.log(
    `${layout}/${name}: ${records.layout ?? 'other'}, ${records.wordings.length} recommendations, ${records.resolutions.length} resolutions, ${records.progressUpdates.length} updates, ${diagnostics.length} diagnostics`,
  )
}
