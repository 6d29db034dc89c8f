import { type Command, InvalidArgumentError } from 'commander'
import { DEFAULT_LIMITS, type Limits } from '../reading/limits.ts'

/** The limits as the command line gives them. */
export interface LimitOptions {
  timeLimit?: number
  memoryLimit?: number
  pageLimit?: number
}

/** Gives a command the options of limits; `words` say what each of them bounds there, and get the default after them. */
export function addLimitOptions(command: Command, words: { time: string; memory: string; pages: string }): Command {
  const { seconds, megabytes, pages } = DEFAULT_LIMITS
  return command
    .option('--time-limit <seconds>', `${words.time} (${seconds})`, positiveInteger)
    .option('--memory-limit <MB>', `${words.memory} (${megabytes})`, positiveInteger)
    .option('--page-limit <n>', `${words.pages} (${pages})`, positiveInteger)
}

/** The limits that were given, or undefined where none was. */
export function limitsOf({ timeLimit, memoryLimit, pageLimit }: LimitOptions): Partial<Limits> | undefined {
  const given: Partial<Limits> = {}
  if (timeLimit !== undefined) given.seconds = timeLimit
  if (memoryLimit !== undefined) given.megabytes = memoryLimit
  if (pageLimit !== undefined) given.pages = pageLimit
  return Object.keys(given).length > 0 ? given : undefined
}

/** Reads an argument that is a whole number from 1. */
export function positiveInteger(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Give a whole number from 1.')
  return number
}
