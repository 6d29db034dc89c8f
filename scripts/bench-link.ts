// Measures linking on made-up archives whose truth is known: npm run bench:link [-- SIZES] [--seed N] [--show N]
// Each size runs in a process of its own, so that its peak memory is its own.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { LINK_KINDS } from '../schema/closed-sets.ts'
import { linkArchive } from '../src/link/link-archive.ts'
import { makeArchive } from './bench/link/archive.ts'
import { scoreLinks, type Tally } from './bench/link/score.ts'

const SIZES = ['10', '100', '1000', '10000']
/** What issue 4 asks for. */
const LEAST_PRECISION = 0.995
const LEAST_RECALL = 0.95
const HEAP_MB = 12_000

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '0' },
    dump: { type: 'string' },
    one: { type: 'boolean', default: false },
  },
})

const share = (part: number, whole: number) => (whole === 0 ? '     –' : (part / whole).toFixed(4).padStart(6))
const tallyWords = ({ expected, found, right }: Tally) => `${share(right, found)} ${share(right, expected)}`

function measure(size: number): boolean {
  const archive = makeArchive(size, Number(values.seed))
  if (values.dump) writeFileSync(values.dump, JSON.stringify(archive.documents))
  const inputsMb = process.memoryUsage().rss / 2 ** 20
  const start = performance.now()
  const startCpu = process.cpuUsage()
  const linked = linkArchive(archive.documents)
  const seconds = (performance.now() - start) / 1000
  // Machines that measure are often busy with other things: what was spent says more than what passed.
  const spent = process.cpuUsage(startCpu)
  const cpuSeconds = (spent.user + spent.system) / 1e6
  const peakMb = process.resourceUsage().maxRSS / 1024
  const { tallies, mistakes } = scoreLinks(archive, linked)
  const all: Tally = { expected: 0, found: 0, right: 0 }
  for (const kind of LINK_KINDS) for (const field of ['expected', 'found', 'right'] as const) all[field] += tallies[kind][field]
  const cells = [...LINK_KINDS.map((kind) => tallyWords(tallies[kind])), tallyWords(all)]
  const numbers = [
    String(size).padStart(7),
    String(archive.documents.length).padStart(7),
    String(all.expected).padStart(8),
    ...cells,
    seconds.toFixed(2).padStart(7),
    cpuSeconds.toFixed(2).padStart(7),
    peakMb.toFixed(0).padStart(6),
    inputsMb.toFixed(0).padStart(7),
  ]
  console.log(numbers.join(' | '))
  for (const mistake of mistakes.filter(({ wrong }) => wrong).slice(0, Number(values.show)))
    console.log('WRONG ', mistake.kind, mistake.from, '→', mistake.to)
  for (const mistake of mistakes.filter(({ wrong }) => !wrong).slice(0, Number(values.show)))
    console.log('MISSED', mistake.kind, mistake.from, '→', mistake.to)
  return all.right / all.found >= LEAST_PRECISION && all.right / all.expected >= LEAST_RECALL
}

if (values.one) process.exitCode = measure(Number(positionals[0])) ? 0 : 1
else {
  const names = ['document', 'resolution', 'commitment', 'update', 'all']
  console.log(
    ['reviews', ' papers', '   links', ...names.map((name) => name.padEnd(13)), 'seconds', '    cpu', 'peakMB', 'inputMB'].join(' | '),
  )
  console.log(
    ['       ', '       ', '        ', ...names.map(() => 'prec.  recall'), '       ', '       ', '      ', '       '].join(' | '),
  )
  for (const size of positionals.length > 0 ? positionals : SIZES) {
    const own = [
      `--max-old-space-size=${HEAP_MB}`,
      fileURLToPath(import.meta.url),
      size,
      '--one',
      '--seed',
      values.seed,
      '--show',
      values.show,
    ]
    const { status } = spawnSync(process.execPath, [...own, ...(values.dump ? ['--dump', values.dump] : [])], { stdio: 'inherit' })
    if (status !== 0) process.exitCode = 1
  }
}
