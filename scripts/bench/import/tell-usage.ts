// Loaded before the command (node --import): says at its end what the process took, its threads with it.
import { writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const file = process.env.SCRUTINEER_BENCH_USAGE
if (isMainThread && file) process.on('exit', () => writeFileSync(file, JSON.stringify(process.resourceUsage())))
