import { basename } from 'node:path'

/** The first line of an error's stack and the place in the code that it came from. */
export function errorToNote(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const frame = error.stack?.match(/^\s+at (?:async )?(?:([^\s(]+) )?\(?(?:file:\/\/)?([^()\s]+?):(\d+):\d+\)?$/mu)
  const [first = ''] = `${error.name}: ${error.message}`.split('\n')
  return frame?.[2] ? `${first} (${frame[1] ? `${frame[1]}, ` : ''}${basename(frame[2])}:${frame[3]})` : first
}
