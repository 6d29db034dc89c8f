// Measures one reader in a process of its own: started by run.ts, which sends the name and the files and gets a Measurement back.
import { CONTESTANTS } from './contestants.ts'
import type { Reader } from './reader.ts'

export interface Task {
  name: string
  files: readonly string[]
}

export interface Measurement {
  /** Seconds of the first pass over all files, without the start of the process; and of the second, when all is warm. */
  first: number
  warm: number
  /** Seconds that all cores together spent on the second pass in this process. */
  cpu: number
  /** Peak resident memory in MB. */
  peak: number
  letters: number
  /** Files that it could not read, with the reason. */
  failed: string[]
}

/** Asks for every file once, in as many lanes as the reader has, and gives the seconds that took. */
async function pass(reader: Reader, files: readonly string[], each: (result: unknown) => void, failed: Set<string>): Promise<number> {
  const waiting = files.values()
  const begun = performance.now()
  const lane = async (_: unknown, number: number) => {
    for (const file of waiting) {
      try {
        each(await reader.read(file, number))
      } catch (cause) {
        failed.add(`${file}: ${cause instanceof Error ? cause.message : String(cause)}`)
      }
    }
  }
  await Promise.all(Array.from({ length: reader.lanes }, lane))
  return (performance.now() - begun) / 1000
}

process.on('message', async ({ name, files }: Task) => {
  const reader = await CONTESTANTS[name]?.open()
  if (!reader) throw new Error(`no reader is called ${name}`)
  const failed = new Set<string>()
  const first = await pass(reader, files, () => {}, failed)
  const before = process.cpuUsage()
  const warm = await pass(reader, files, () => {}, failed)
  const { user, system } = process.cpuUsage(before)
  const peak = reader.peak(files)
  let letters = 0
  await pass(reader, files, (result) => (letters += reader.lettersOf(result)), failed)
  reader.close()
  const measurement: Measurement = { first, warm, cpu: (user + system) / 1e6, peak, letters, failed: [...failed] }
  process.send?.(measurement, () => process.exit())
})
