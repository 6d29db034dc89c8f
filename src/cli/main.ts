#!/usr/bin/env node
import { CommanderError } from 'commander'
import { StoreError, UsageError } from '../../schema/errors.ts'
import { buildProgram } from './program.ts'

/** Runs the command line and gives the exit code: 0 all well, 1 a document could not be read in full, 2 could not start. */
async function main(argv: readonly string[]): Promise<number> {
  let exitCode = 0
  const program = buildProgram((code) => {
    exitCode = code
  })
  try {
    await program.parseAsync(argv)
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (error instanceof UsageError || error instanceof StoreError) {
      console.error(`scrutineer: ${error.message}`)
      return 2
    }
    console.error(error instanceof Error ? error.stack : error)
    console.error('scrutineer: this is a mistake of the program itself. Please report it with the lines above. What was stored is safe.')
    return 1
  }
}

// A reader of our output that has seen enough ("| head") is no trouble.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await main(process.argv)
