// Writes the report of a database in a process of its own, so that the peak of memory is its own: node write-measured.ts DATABASE OUT
import { writeReport } from '../../../src/report/write-report.ts'
import { openStore } from '../../../src/store/open-store.ts'

const [database = '', out = ''] = process.argv.slice(2)
const store = openStore(database, { readonly: true })
const begun = performance.now()
const begunCpu = process.cpuUsage()
const { files } = await store.snapshot(() => writeReport(store, { out, today: '2026-01-31' }))
const { user, system } = process.cpuUsage(begunCpu)
console.log(
  [
    `${files} files written in ${((performance.now() - begun) / 1000).toFixed(1)} s`,
    `${((user + system) / 1e6).toFixed(1)} s of processor`,
    `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB at most`,
  ].join(', '),
)
store.close()
