import type { Passage, Run } from '../../../schema/document.ts'

/** A line end of any system. */
const LINE_END = /\r\n|\r|\n/gu

/** A whole source as a passage with one line end, "\n", between its lines, and one run a line. */
export function sourceToPassage(source: string): Passage {
  const runs: Run[] = []
  const texts: string[] = []
  let length = 0
  let from = 0
  const add = (to: number): void => {
    const text = source.slice(from, to)
    const line = texts.length + 1
    if (text) runs.push({ start: length, end: length + text.length, page: null, box: null, line, offset: from, fragment: 0 })
    texts.push(text)
    length += text.length + 1
  }
  for (const match of source.matchAll(LINE_END)) {
    add(match.index)
    from = match.index + match[0].length
  }
  add(source.length)
  return { text: texts.join('\n'), runs }
}
