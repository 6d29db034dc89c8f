import { CommanderError } from 'commander'
import { StoreError, UsageError } from '../../schema/errors.ts'
import { buildProgram } from './program.ts'
import { warn } from './screen.ts'

/**
 * Runs the command line on an argv whose first two words are Node and the script, and returns the exit code: 0 all well,
 * 1 a document could not be read in full, 2 could not start. It prints to `process.stdout` and `process.stderr` and
 * never ends the process.
 */
export async function runProgram(argv: readonly string[]): Promise<number> {
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
      warn(`scrutineer: ${error.message}`)
      return 2
    }
    warn(String(error instanceof Error ? error.stack : error))
    process.stderr.write('scrutineer: this is a bug in Scrutineer. Please report it with the lines above. What was stored is safe.\n')
    return 1
  }
}
