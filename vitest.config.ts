import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { configDefaults, defineConfig } from 'vitest/config'

/** Tests that start processes or a browser, read PDFs by the dozen, or fuzz: `npm run test:quick` leaves them out. */
export const LONG = [
  'test/cli/completion.test.ts',
  'test/cli/import-command.test.ts',
  'test/cli/import-limits.test.ts',
  'test/cli/import-trouble.test.ts',
  'test/cli/report-command.test.ts',
  'test/cli/run-in-process.test.ts',
  'test/corrections/lost-file.test.ts',
  'test/determinism.test.ts',
  'test/docs.test.ts',
  'test/formats/pdf/made-tables.test.ts',
  'test/export/handout-browser.test.ts',
  'test/fuzz.test.ts',
  'test/hostile/*.test.ts',
  'test/killed-commands.test.ts',
  'test/library.test.ts',
  'test/library-types.test.ts',
  'test/reading/*.test.ts',
  'test/offline.test.ts',
  'test/readme.test.ts',
  'test/report/browser.test.ts',
  'test/report/browser-lists.test.ts',
  'test/report/interrupted.test.ts',
  'test/report/limits.test.ts',
  'test/report/report.test.ts',
  'test/scan/*.test.ts',
]

// What Node compiled once, every process and thread that tests start takes from here.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'node-compile-cache')

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    setupFiles: ['test/seed.ts'],
    // The tests mock no module and leave nothing in the process, so that files can share what is loaded.
    isolate: false,
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'quick', include: ['test/**/*.test.ts'], exclude: [...configDefaults.exclude, ...LONG] } },
      { extends: true, test: { name: 'long', include: LONG } },
    ],
  },
})
