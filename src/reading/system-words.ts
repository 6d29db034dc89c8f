/** The code of an error of the operating system ("EACCES"), or null. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

const SYSTEM_WORDS: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'it leads nowhere, or has gone since the folder was read',
  ENOTDIR: 'it leads nowhere, or has gone since the folder was read',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports an error',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EROFS: 'the disk may only be read',
  EBUSY: 'another program holds it',
  ENAMETOOLONG: 'its name is too long',
}

/** Why the operating system did not open something, in words. */
export function systemWords(error: unknown): string {
  const code = systemCode(error)
  return (code && SYSTEM_WORDS[code]) ?? (error instanceof Error ? error.message : String(error))
}
