import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The packages whose version can change what is read of a document. */
const READING_PACKAGES = [
  'pdfjs-dist',
  'remark-parse',
  'remark-gfm',
  'unified',
  'hast-util-from-html',
  'chrono-node',
  'saxes',
  'yauzl',
  'numfmt',
  'postal-mime',
  'word-extractor',
  'tesseract.js-core',
  '@tesseract.js-data/eng',
  'utif2',
  'decode-named-character-reference',
]

let version: string | undefined

/**
 * What read a document: a digest of every rule and word that can change a record, which is to say about the code of all
 * files of `parsers/` and `schema/`, and of the packages that read. Documents that were read by another are read again,
 * so nobody has to remember to raise a number. 12 hexadecimal digits.
 */
export function extractorVersion(): string {
  const root = new URL('../', import.meta.url)
  version ??= createHash('sha256')
    .update(codeDigest(root, ['parsers', 'schema']))
    .update(packageVersions(root, READING_PACKAGES).join())
    .digest('hex')
    .slice(0, 12)
  return version
}

/**
 * A digest of what all code in these folders of `root` does: neither its comments nor how it is spaced count. The same
 * for the source and for what is built of it alone. 12 hexadecimal digits.
 */
export function codeDigest(root: URL, folders: readonly string[]): string {
  const home = fileURLToPath(root)
  const hash = createHash('sha256')
  for (const file of globSync(
    folders.map((folder) => `${folder}/**/*.{ts,js}`),
    { cwd: home },
  ).sort()) {
    hash.update(file.replaceAll('\\', '/').replace(/\.[tj]s$/u, ''))
    hash.update(codeAlone(readFileSync(home + file, 'utf8')))
  }
  return hash.digest('hex').slice(0, 12)
}

/** The packages with their versions, as they are installed for code in `folder`: "unified 11.0.5". */
export function packageVersions(folder: URL, names: readonly string[]): string[] {
  return names.map((name) => {
    for (let place = folder; ; place = new URL('../', place)) {
      const file = new URL(`node_modules/${name}/package.json`, place)
      if (existsSync(file)) return `${name} ${String(JSON.parse(readFileSync(file, 'utf8')).version)}`
      if (place.href === new URL('../', place).href) return name
    }
  })
}

const TOKEN = new RegExp(
  [
    String.raw`(?<quoted>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')`,
    String.raw`(?<left>\s+|//[^\n]*|/\*[\s\S]*?\*/)`,
    // A slash begins an expression where a value is expected: after a sign or some words, or at a line's beginning.
    String.raw`(?<regex>(?<=(?:[=(,:;[!&|?{}+\-*%<>~^]|\b(?:return|typeof|case|of|in))\s*|^\s*)/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+/\w*)`,
    '(?<sign>[`{}])',
  ].join('|'),
  'gmu',
)
/** The text of a template up to its end or to the next value in it. */
const TEMPLATE = /(?:\\[\s\S]|\$(?!\{)|[^`\\$])*(?:`|\$\{)/uy

/** Code without its comments, with one space for each of its gaps; strings, templates and regular expressions stay as they are. */
export function codeAlone(code: string): string {
  let out = ''
  let at = 0
  const add = (text: string): void => {
    out += text
  }
  /** Of each brace that is open, whether a template goes on after it. */
  const open: boolean[] = []
  const template = (start: number): number => {
    TEMPLATE.lastIndex = start
    const text = TEMPLATE.exec(code)?.[0] ?? code.slice(start)
    add(text)
    if (text.endsWith('${')) open.push(true)
    return start + text.length
  }
  TOKEN.lastIndex = 0
  for (let found = TOKEN.exec(code); found; found = TOKEN.exec(code)) {
    const [text] = found
    const { left, sign } = found.groups ?? {}
    add(code.slice(at, found.index))
    at = found.index + text.length
    if (left === undefined) add(text)
    else if (!out.endsWith(' ')) add(' ')
    if (sign === '`') at = template(at)
    else if (sign === '{') open.push(false)
    else if (sign === '}' && open.pop()) at = template(at)
    TOKEN.lastIndex = at
  }
  return (out + code.slice(at)).trim()
}
