import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { buildProgram } from '../src/cli/program.ts'

/** One part of the house: a folder with the files that lie directly in it, or a single file. */
interface Part {
  /** The parts it may import beside itself. `schema` and `schema/vocabulary` are open to all. */
  may: readonly string[]
  /** The modules of Node it may touch: none for what is to be pure. */
  node?: readonly string[] | 'any'
}

const DOORS = ['parsers/formats.ts', 'parsers/records.ts', 'parsers/extractor.ts']

/** The drawing of the house (CONTRIBUTING shows it as a picture): each part, and what it may import. Imports point down. */
const HOUSE: Record<string, Part> = {
  // 0: what everything mentions
  schema: { may: [] },
  'schema/vocabulary': { may: [] },
  // 1: pure: no I/O, no clock
  'parsers/formats/passages': { may: [] },
  'parsers/formats/html': { may: ['parsers/formats/passages'] },
  'parsers/formats/markdown': { may: ['parsers/formats/html', 'parsers/formats/passages'] },
  'parsers/formats/text': { may: ['parsers/formats/markdown', 'parsers/formats/html', 'parsers/formats/passages'] },
  'parsers/formats/pdf/page': { may: ['parsers/formats/passages'] },
  'parsers/formats/pdf/interpret': { may: ['parsers/formats/pdf/page'] },
  'parsers/formats/pdf/rules': { may: ['parsers/formats/pdf/page', 'parsers/formats/passages'] },
  'parsers/formats/pdf/lines': { may: ['parsers/formats/pdf/page', 'parsers/formats/passages'] },
  'parsers/formats/pdf/words': {
    may: ['parsers/formats/pdf/lines', 'parsers/formats/pdf/rules', 'parsers/formats/pdf/page', 'parsers/formats/passages'],
  },
  'parsers/formats/pdf/rows': { may: ['parsers/formats/pdf/lines', 'parsers/formats/pdf/rules', 'parsers/formats/pdf/page'] },
  'parsers/formats/pdf/frames': {
    may: ['parsers/formats/pdf/rows', 'parsers/formats/pdf/lines', 'parsers/formats/pdf/rules', 'parsers/formats/pdf/page'],
  },
  'parsers/formats/pdf/tables': {
    may: [
      'parsers/formats/pdf/frames',
      'parsers/formats/pdf/rows',
      'parsers/formats/pdf/lines',
      'parsers/formats/pdf/rules',
      'parsers/formats/pdf/page',
    ],
  },
  'parsers/formats/pdf/blocks': {
    may: ['parsers/formats/pdf/tables', 'parsers/formats/pdf/lines', 'parsers/formats/pdf/page', 'parsers/formats/passages'],
  },
  'parsers/formats/pdf': {
    may: [
      'parsers/formats/pdf/blocks',
      'parsers/formats/pdf/tables',
      'parsers/formats/pdf/words',
      'parsers/formats/pdf/lines',
      'parsers/formats/pdf/rules',
      'parsers/formats/pdf/interpret',
      'parsers/formats/pdf/page',
    ],
  },
  'parsers/formats/scan': {
    may: [
      'parsers/formats/pdf/tables',
      'parsers/formats/pdf/rows',
      'parsers/formats/pdf/lines',
      'parsers/formats/pdf/rules',
      'parsers/formats/pdf/page',
    ],
  },
  'parsers/formats/mail': { may: ['parsers/formats', 'parsers/formats/package'] },
  'parsers/formats/sheets': { may: ['parsers/formats/package', 'parsers/formats/passages'] },
  'parsers/formats/package': { may: [], node: ['node:zlib'] },
  'parsers/formats/word': { may: ['parsers/formats/package', 'parsers/formats/passages'] },
  'parsers/formats/doc': { may: ['parsers/formats', 'parsers/formats/word', 'parsers/formats/package', 'parsers/formats/passages'] },
  'parsers/formats/rtf': { may: ['parsers/formats/word', 'parsers/formats/passages'] },
  'parsers/formats/odt': { may: ['parsers/formats/word', 'parsers/formats/package', 'parsers/formats/passages'] },
  'parsers/formats': {
    may: [
      'parsers/formats/text',
      'parsers/formats/markdown',
      'parsers/formats/html',
      'parsers/formats/passages',
      'parsers/formats/package',
      'parsers/formats/word',
      'parsers/formats/odt',
      'parsers/formats/sheets',
    ],
  },
  'parsers/recognise': { may: [] },
  'parsers/papers': { may: ['parsers/recognise'] },
  'parsers/outline': { may: ['parsers/recognise'] },
  'parsers/frame': { may: ['parsers/outline', 'parsers/recognise'] },
  'parsers/tables': { may: ['parsers/frame', 'parsers/outline', 'parsers/recognise'] },
  'parsers/runs': { may: ['parsers/tables', 'parsers/outline', 'parsers/recognise'] },
  'parsers/roles': { may: ['parsers/runs', 'parsers/tables', 'parsers/frame', 'parsers/outline', 'parsers/recognise'] },
  'parsers/records': {
    may: ['parsers/roles', 'parsers/runs', 'parsers/tables', 'parsers/frame', 'parsers/outline', 'parsers/recognise'],
  },
  // 2: two doors; that of records leads a paper from its outline to its records
  'parsers/formats.ts': {
    may: [
      'parsers/formats',
      'parsers/formats/text',
      'parsers/formats/markdown',
      'parsers/formats/pdf',
      'parsers/formats/pdf/page',
      'parsers/formats/package',
      'parsers/formats/mail',
      'parsers/formats/sheets',
      'parsers/formats/rtf',
      'parsers/formats/doc',
    ],
  },
  'parsers/records.ts': {
    may: ['parsers/papers', 'parsers/records', 'parsers/roles', 'parsers/frame', 'parsers/outline', 'parsers/recognise'],
  },
  'parsers/extractor.ts': { may: [], node: ['node:crypto', 'node:fs', 'node:url'] },
  // 3: what is done with them
  'src/store': { may: [], node: ['node:crypto', 'node:fs', 'node:path', 'node:url'] },
  'src/link': { may: ['parsers/recognise'] },
  'src/corrections': { may: ['src/link', 'parsers/recognise'], node: ['node:crypto', 'node:fs', 'node:path'] },
  'src/handout': { may: ['src/store', 'src/report'] },
  'src/export': { may: ['src/store', 'src/handout'], node: ['node:fs', 'node:path'] },
  'src/report': {
    may: ['src/store', 'src/draw', 'src/reading', 'parsers/formats.ts'],
    node: ['node:crypto', 'node:fs', 'node:os', 'node:path', 'node:timers/promises', 'node:url'],
  },
  'src/canvas': { may: [], node: ['node:url', 'node:timers/promises'] },
  'src/scan': {
    may: ['src/canvas', 'parsers/formats/scan', 'parsers/formats/pdf/page'],
    node: ['node:child_process', 'node:fs', 'node:module', 'node:path', 'node:url', 'node:zlib'],
  },
  'src/draw': {
    may: ['src/canvas', 'src/reading', 'parsers/formats.ts'],
    node: ['node:crypto', 'node:fs', 'node:url', 'node:worker_threads', 'node:zlib'],
  },
  'src/reading': {
    may: [...DOORS, 'parsers/formats/package', 'parsers/formats/mail', 'parsers/formats/doc', 'src/scan', 'src/canvas'],
    node: ['node:crypto', 'node:fs', 'node:fs/promises', 'node:path', 'node:timers/promises', 'node:url', 'node:worker_threads'],
  },
  // The library's face: what others may call, and nothing besides.
  'src/index.ts': { may: [...DOORS, 'src', 'src/canvas', 'src/reading', 'src/store', 'src/export', 'src/report'] },
  src: { may: [...DOORS, 'src/reading', 'src/link', 'src/corrections', 'src/store'], node: 'any' },
  'src/cli/commands': {
    may: ['src/cli', 'src', 'src/reading', 'src/draw', 'src/corrections', 'src/store', 'src/export', 'src/report'],
    node: 'any',
  },
  // 4: argv, streams, exit code
  'src/cli': { may: ['src/cli/commands', 'src', 'src/reading', 'src/corrections', 'src/store', 'src/export'], node: 'any' },
}

/** The parts that alone may touch a package. One that is not here is open to none. */
const OWNERS: Record<string, readonly string[]> = {
  zod: ['schema', 'src', 'src/reading', 'src/corrections', 'src/export'],
  'better-sqlite3': ['src/store'],
  'p-queue': ['src'],
  piscina: ['src/reading'],
  commander: ['src/cli'],
  'cli-progress': ['src/cli', 'src/cli/commands'],
  open: ['src/cli/commands'],
  'chrono-node': ['parsers/recognise'],
  'decode-named-character-reference': ['parsers/formats/passages'],
  'hast-util-from-html': ['parsers/formats/html'],
  'pdfjs-dist': ['parsers/formats/pdf/interpret', 'src/canvas'],
  '@napi-rs/canvas': ['src/canvas', 'src/draw', 'src/scan'],
  'remark-gfm': ['parsers/formats', 'parsers/formats/markdown'],
  'remark-parse': ['parsers/formats', 'parsers/formats/markdown'],
  unified: ['parsers/formats', 'parsers/formats/markdown'],
  hast: ['parsers/formats/html', 'src/report'],
  hastscript: ['src/report'],
  'hast-util-to-html': ['src/report'],
  diff: ['src/link', 'src/report'],
  'd3-scale': ['src/report'],
  'd3-shape': ['src/report'],
  docx: ['src/handout'],
  'csv-stringify': ['src/export'],
  'write-excel-file': ['src/export'],
  'postal-mime': ['parsers/formats/mail'],
  pdfkit: ['src/canvas'],
  utif2: ['src/canvas'],
  numfmt: ['parsers/formats/sheets'],
  'word-extractor': ['parsers/formats/doc'],
  saxes: ['parsers/formats/package'],
  yauzl: ['parsers/formats/package', 'src/reading'],
  mdast: ['parsers/formats', 'parsers/formats/markdown'],
}

const LINES_AT_MOST = 300
/** Longer files, and why. */
const LONG: Record<string, string> = {}
/** Words of papers are data: a table of them may be as long as the language asks. */
const DATA_FOLDER = 'schema/vocabulary'

const root = join(import.meta.dirname, '..')
const files = ['src', 'parsers', 'schema'].flatMap((folder) =>
  globSync(`${folder}/**/*.ts`, { cwd: root }).map((file) => file.replaceAll('\\', '/')),
)
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')
const partOf = (file: string): string => (file in HOUSE ? file : dirname(file))

/** What a file imports, types too. Comments are taken out first. */
function importsOf(file: string): string[] {
  const code = textOf(file)
    .replace(/\/\*[\s\S]*?\*\//gu, '')
    .replace(/^\s*\/\/.*$/gmu, '')
  const found = code.matchAll(/^\s*(?:import|export)\b[^'";]*?from\s*'([^']+)'|^\s*import\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gmu)
  return [...found].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '')
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

describe('every file', () => {
  test.each(files)('%s lies in a part that is drawn, and imports only what that may', (file) => {
    const part = HOUSE[partOf(file)]
    expect(part, `${dirname(file)} is not in the drawing: put it in HOUSE with what it may import`).toBeDefined()
    for (const specifier of importsOf(file)) {
      const where = `${file} imports ${specifier}`
      if (specifier.startsWith('.')) {
        const target = partOf(normalize(join(dirname(file), specifier)).replaceAll('\\', '/'))
        expect([partOf(file), 'schema', 'schema/vocabulary', ...(part?.may ?? [])], where).toContain(target)
      } else if (specifier.startsWith('node:')) {
        if (part?.node !== 'any') expect(part?.node ?? [], where).toContain(specifier)
      } else {
        expect(OWNERS[packageOf(specifier)] ?? [], where).toContain(partOf(file))
      }
    }
  })

  test.each(files)('%s is short, or says why not', (file) => {
    const lines = textOf(file).split('\n').length - 1
    if (dirname(file) === DATA_FOLDER || file in LONG) return
    expect(lines, `${file} has ${lines} lines: part it by its ideas, or give a reason in LONG`).toBeLessThanOrEqual(LINES_AT_MOST)
  })
})

/** The files that import each other in a circle, types too: each circle in the order of its files' names. */
function circlesOf(imported: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>()
  const open: string[] = []
  const circles: string[][] = []
  // Tarjan's algorithm: files of one circle lie together on the stack when the first of them is left.
  const visit = (file: string): number => {
    order.set(file, order.size)
    let low = order.size - 1
    open.push(file)
    for (const next of imported.get(file) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next))
      else if (open.includes(next)) low = Math.min(low, order.get(next) ?? low)
    }
    if (low === order.get(file)) {
      const circle = open.splice(open.indexOf(file)).sort()
      if (circle.length > 1) circles.push(circle)
    }
    return low
  }
  for (const file of imported.keys()) if (!order.has(file)) visit(file)
  return circles
}

describe('imports go round in no circle', () => {
  const own = (file: string): string[] =>
    importsOf(file).flatMap((specifier) =>
      specifier.startsWith('.') ? normalize(join(dirname(file), specifier)).replaceAll('\\', '/') : [],
    )

  test('within a folder or between folders', () => {
    expect(circlesOf(new Map(files.map((file) => [file, own(file)])))).toEqual([])
  })

  test('and one would be noticed', () => {
    const imported = { a: ['b'], b: ['c', 'd'], c: ['a'], d: ['e'], e: [], f: ['g', 'e'], g: ['f'] }
    expect(circlesOf(new Map(Object.entries(imported)))).toEqual([
      ['a', 'b', 'c'],
      ['f', 'g'],
    ])
  })
})

test('reading a PDF goes one way: each of its steps is drawn after those it asks', () => {
  const steps = Object.keys(HOUSE).filter((part) => `${part}/`.startsWith('parsers/formats/pdf/'))
  const early = steps.flatMap((step, i) =>
    (HOUSE[step]?.may ?? []).filter((asked) => steps.indexOf(asked) >= i).map((asked) => [step, asked]),
  )
  expect(steps.length).toBeGreaterThan(1)
  expect(early).toEqual([])
})

describe('the pure parts', () => {
  const pure = files.filter((file) => file.startsWith('parsers/'))
  test.each(pure)('%s asks no clock, no chance and no surroundings', (file) => {
    expect(textOf(file).match(/\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bconsole\./u)?.[0]).toBeUndefined()
  })
})

test('every package that is imported is one that comes with an installation, or gives types and nothing else', () => {
  const { dependencies, devDependencies } = JSON.parse(textOf('package.json'))
  const imported = new Set(
    files
      .flatMap(importsOf)
      .filter((specifier) => !/^(?:\.|node:)/u.test(specifier))
      .map(packageOf),
  )
  expect([...imported].filter((name) => !(name in dependencies) && !(`@types/${name}` in devDependencies))).toEqual([])
})

test('no reason for a long file outlives the file', () => {
  expect(Object.keys(LONG).filter((file) => !files.includes(file) || textOf(file).split('\n').length <= LINES_AT_MOST)).toEqual([])
})

describe.runIf(existsSync(join(root, 'README.md')))('the README', () => {
  const readme = existsSync(join(root, 'README.md')) ? textOf('README.md') : ''
  const commands = buildProgram(() => {}).commands.map((command) => command.name())

  test('shows no command that does not exist', () => {
    const shown = [...readme.matchAll(/(?:\$ |`)(?:npx )?scrutineer ([a-z]+)/gu)].map(([, name]) => name)
    expect([...new Set(shown)].filter((name) => name && !commands.includes(name))).toEqual([])
  })

  test.each(commands)('says what "%s" does', (name) => {
    expect(readme).toMatch(new RegExp(`scrutineer ${name}\\b`, 'u'))
  })
})
