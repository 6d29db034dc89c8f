import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** A Chromium of this machine, or null. */
export const CHROMIUM = PLACES.find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null

/** What to do where there is none. */
export const NO_CHROMIUM =
  'no Chromium here: install it ("apt-get install chromium") or name one in CHROMIUM; the report is not looked at in a browser'

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts it. */
export function startChromium(): Promise<Browser> {
  if (CHROMIUM === null) throw new Error(NO_CHROMIUM)
  return chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS })
}
