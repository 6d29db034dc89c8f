/** No longer than this: a finding is to be looked at, not to be perfect. */
const MOST_MS = 40_000

/**
 * The smallest input found that still shows what the whole one does, by leaving out ever smaller parts (Zeller and
 * Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", 2002); null where the whole one does not show it again.
 */
export async function minimise(whole: Buffer, shows: (input: Buffer) => Promise<boolean>): Promise<Buffer | null> {
  if (!(await shows(whole))) return null
  let input = whole
  const end = performance.now() + MOST_MS
  for (let part = Math.ceil(input.length / 2); part >= 1 && performance.now() < end; part = Math.floor(part / 2)) {
    for (let from = 0; from < input.length && performance.now() < end; ) {
      const without = Buffer.concat([input.subarray(0, from), input.subarray(from + part)])
      if (without.length > 0 && (await shows(without))) input = without
      else from += part
    }
  }
  return input
}
