import { workerData } from 'node:worker_threads'
import { type Share, writeShare } from './write-archive.ts'

await writeShare(workerData as Share)
