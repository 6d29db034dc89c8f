import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const IMPORTS = /^(?:import|export)\s(?!type\b)(?:[^;'"()]*?\sfrom\s)?'([^']+)'/gmu

/** What importing these files loads at once, without what they load when they need it: files and packages, each with who loads it. */
function loadedBy(entries: readonly string[]): Map<string, string> {
  const loaded = new Map<string, string>()
  const open = entries.map((entry) => join(ROOT, entry))
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(IMPORTS)) {
      const target = path.startsWith('.') ? join(dirname(file), path) : path
      if (loaded.has(target)) continue
      loaded.set(target, relative(ROOT, file))
      if (target.endsWith('.ts')) open.push(target)
    }
  }
  return loaded
}

/** Formats that plain text asks nothing, and the packages that only some files need. */
const OTHERS =
  /formats\/(?:word|sheets|odt|rtf|scan|package)\/|^(?:yauzl|saxes|numfmt|postal-mime|word-extractor|utif2|pdfjs-dist|@napi-rs\/canvas|tesseract\.js-core|docx|write-excel-file)(?:\/|$)/u

test('the import of a text loads nothing that only other formats need', () => {
  const loaded = loadedBy(['src/cli/main.ts', 'src/cli/commands/import.ts', 'src/reading/worker.ts', 'parsers/formats/text.ts'])
  expect([...loaded.keys()]).toContain(join(ROOT, 'parsers/recognise/dates.ts'))
  expect([...loaded].filter(([target]) => OTHERS.test(relative(ROOT, target)) || OTHERS.test(target))).toEqual([])
})

test('what a workbook loads would be noticed', () => {
  expect([...loadedBy(['parsers/formats/read-package.ts']).keys()].filter((target) => OTHERS.test(target))).toContain('yauzl')
})
