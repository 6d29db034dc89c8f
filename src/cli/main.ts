#!/usr/bin/env node
import { collectGarbageEarly } from './early-garbage.ts'
import { runProgram } from './run-program.ts'

// A reader of our output that has seen enough ("| head") is not trouble.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

collectGarbageEarly()
process.exitCode = await runProgram(process.argv)
