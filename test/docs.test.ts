import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildProgram } from '../src/cli/program.ts'
import { examplesOf, ROOT, statementsOf } from './examples.ts'
import { Reader } from './reader.ts'

const READERS_PAGES = ['README.md', ...globSync('docs/*.md', { cwd: ROOT }).sort()]
const PAGES = [...READERS_PAGES, 'CONTRACT.md', 'CONTRIBUTING.md', 'CHANGELOG.md']
const LARGEST_PICTURE_BYTES = 150_000
/** Of what stands for a picture where it is not seen. */
const LEAST_WORDS = 8
const textOf = (page: string): string => readFileSync(join(ROOT, page), 'utf8')

describe.each(READERS_PAGES)('%s', (page) => {
  let reader: Reader
  beforeAll(() => {
    reader = new Reader()
  })
  afterAll(() => reader.end())

  const examples = examplesOf(page).filter(({ language }) => language === 'sh' || language === 'sql')
  test.each(examples)('line $line: the $language block does what it says', async ({ language, code }) => {
    // What ends with a look at what needs a person ends with 1.
    const status = /\bscrutineer check\b.*\s*$/u.test(code) ? 1 : 0
    if (language === 'sh') expect(await reader.run(code)).toMatchObject({ status, output: expect.stringMatching(/\S/u) })
    else for (const statement of statementsOf(code)) expect(reader.ask(statement), statement).toBeGreaterThan(0)
  })

  test('names no command and no option that does not exist', () => {
    const program = buildProgram(() => {})
    for (const [, words = ''] of textOf(page).matchAll(/\bscrutineer ([a-z][^`\n|]*)/gu)) {
      const command = program.commands.find((known) => known.name() === /^[a-z]+/u.exec(words)?.[0])
      expect(command, words).toBeDefined()
      const known = [...(command?.options ?? []).map(({ long }) => long), '--help']
      expect(known, words).toEqual(expect.arrayContaining(words.match(/(?<=\s)--[a-z-]+/gu) ?? []))
    }
  })
})

test("from the README's first command to a report opened in the browser it is one more", async () => {
  const reader = new Reader()
  try {
    const [first, second] = examplesOf('README.md').filter(({ language }) => language === 'sh')
    expect(second?.code.trim()).toMatch(/^npx scrutineer [^\n;&|]+$/u)
    expect((await reader.run(first?.code ?? '')).status).toBe(0)
    const opened = /^opened (file:.*)$/mu.exec((await reader.run(second?.code ?? '')).output)?.[1]
    expect(existsSync(fileURLToPath(opened ?? 'file:///nothing'))).toBe(true)
  } finally {
    reader.end()
  }
})

describe('links and pictures', () => {
  const links = PAGES.flatMap(linksOf).filter(({ to }) => !/^https?:/u.test(to))

  test.each(links)('$page links to what is there: $to', ({ page, to }) => {
    const [path = '', anchor] = to.split('#')
    const target = path === '' ? page : join(dirname(page), path)
    expect(existsSync(join(ROOT, target)), target).toBe(true)
    if (anchor !== undefined) expect(anchorsOf(target)).toContain(anchor)
  })

  test('every picture is shown somewhere, with words for those who do not see it, and is small', () => {
    const shown = links.filter(({ isPicture }) => isPicture)
    expect(shown.filter(({ words }) => words.split(/\s+/u).length < LEAST_WORDS)).toEqual([])
    const there = readdirSync(join(ROOT, 'docs', 'pictures')).map((name) => join('docs', 'pictures', name))
    expect([...new Set(shown.map(({ page, to }) => join(dirname(page), to)))].sort()).toEqual(there.sort())
    expect(there.filter((path) => statSync(join(ROOT, path)).size > LARGEST_PICTURE_BYTES)).toEqual([])
  })
})

/** What a page's headings can be linked by. */
function anchorsOf(page: string): string[] {
  return [...textOf(page).matchAll(/^#+ (.+)$/gmu)].map(([, words = '']) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )
}

/** The links and pictures of a page; one for a dark screen has the words of the picture that it is in for. */
function linksOf(page: string): { page: string; isPicture: boolean; words: string; to: string }[] {
  const text = textOf(page)
  const inMarkdown = [...text.matchAll(/(!?)\[([^\]]*)\]\(([^)\s]+)\)/gu)].map(([, bang, words = '', to = '']) => ({
    page,
    isPicture: bang === '!',
    words,
    to,
  }))
  const inHtml = [...text.matchAll(/<picture>[\s\S]*?<\/picture>/gu)].flatMap(([picture]) => {
    const words = /alt="([^"]*)"/u.exec(picture)?.[1] ?? ''
    return [...picture.matchAll(/src(?:set)?="([^"]*)"/gu)].map(([, to = '']) => ({ page, isPicture: true, words, to }))
  })
  return [...inMarkdown, ...inHtml]
}
