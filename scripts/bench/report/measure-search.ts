import type { Browser, Page } from 'playwright-core'

/** What is done one after the other, as a person does: each is what is typed or chosen beside all that was before it. */
const STEPS: readonly [control: string, value: string][] = [
  ...['b', 'bus', 'bus shelter', 'number 77', '"officer budget"', 'flood care zebra', 'e'].map((words): [string, string] => ['q', words]),
  ['status', 'slipped'],
  ['sort', 'due'],
  ['q', ''],
]

/** How long one step took in each round: from the key to the frame that shows the results, and processor time of the page's thread. */
export interface MeasuredStep {
  step: string
  shown: number[]
  spent: number[]
}

/** Does the steps on a new page in each round, so that nothing is warm from the round before. */
export async function measureSearch(browser: Browser, address: string, rounds: number): Promise<MeasuredStep[]> {
  const measured = STEPS.map(([control, value]): MeasuredStep => ({ step: `${control}=${value}`, shown: [], spent: [] }))
  for (let round = 0; round < rounds; round++) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    const threadTime = await threadClock(page)
    await page.goto(address)
    for (const [index, [control, value]] of STEPS.entries()) {
      const before = await threadTime()
      measured[index]?.shown.push(await take(page, control, value))
      measured[index]?.spent.push((await threadTime()) - before)
      // The address is written when the typing rests.
      await page.waitForTimeout(400)
    }
    await page.close()
  }
  return measured
}

/** Milliseconds of processor time that the page's main thread has spent so far. */
async function threadClock(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
  }
}

/** Takes one step and gives the milliseconds until the frame with its results is shown. */
async function take(page: Page, control: string, value: string): Promise<number> {
  const found = control === 'status' ? `[name=status][value=${value}]` : `[name=${control}]`
  return (await page.evaluate(`(async () => {
    const control = document.querySelector(${JSON.stringify(found)})
    const begun = performance.now()
    if (control.type === 'checkbox') control.checked = true
    else control.value = ${JSON.stringify(value)}
    control.dispatchEvent(new Event('input', { bubbles: true }))
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
    return performance.now() - begun
  })()`)) as number
}
