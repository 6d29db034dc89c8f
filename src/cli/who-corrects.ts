import { execFileSync } from 'node:child_process'
import { userInfo } from 'node:os'
import { UsageError } from '../../schema/errors.ts'

/** How long git may take to say who the user is. */
const GIT_TIMEOUT_MS = 2000

/** Who signs a correction where no name is given: git's author, else the user of this machine. Throws `UsageError` where neither is known. */
export function whoCorrects(environment: NodeJS.ProcessEnv = process.env): string {
  const name = [environment.GIT_AUTHOR_NAME, gitName(), environment.USER ?? environment.USERNAME, loginName()].find((given) =>
    given?.trim(),
  )
  if (name === undefined) throw new UsageError('Your name is not known. Give it with --by.')
  return name.trim()
}

function gitName(): string | undefined {
  try {
    return execFileSync('git', ['config', 'user.name'], { encoding: 'utf8', timeout: GIT_TIMEOUT_MS, stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return undefined
  }
}

function loginName(): string | undefined {
  try {
    return userInfo().username
  } catch {
    return undefined
  }
}
