import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const MODULE = new URL('../../src/canvas/left-rejections.ts', import.meta.url).href
const FILE = fileURLToPath(new URL('../../fixtures/fuzzed/second-page-is-elsewhere.pdf', import.meta.url))

/** What becomes of a process that does this, with `work` for what is done under the listener. */
function run(work: string): { status: number | null; stdout: string; stderr: string } {
  const code = `import { takingLeftRejections } from '${MODULE}'
    await takingLeftRejections(async () => { ${work} })
    await new Promise((resolve) => setTimeout(resolve, 50))
    console.log('done')`
  return spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' })
}

test('a process that reads a PDF outlives what pdfjs leaves behind', () => {
  const reader = new URL('../../parsers/formats.ts', import.meta.url).href
  const { status, stdout, stderr } = run(`
    const { readDocument } = await import('${reader}')
    const { readFileSync } = await import('node:fs')
    const { blocks } = await readDocument({ bytes: readFileSync(${JSON.stringify(FILE)}), path: 'x.pdf' }, () => {})
    console.log(JSON.stringify(blocks).includes('Mill Lane'), JSON.stringify(blocks).includes('ferry'))`)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toBe('true true\ndone\n')
})

test('a rejection of our own ends it as ever', () => {
  const { status, stdout, stderr } = run(`void Promise.reject(new Error('left by us'))`)
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toContain('left by us')
})
