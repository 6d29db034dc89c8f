/** A line of a passage, without its line end. */
export interface TextLine {
  /** Where it begins in the passage's text. */
  from: number
  text: string
}

/** The lines of a text, blank ones too. */
export function textLines(text: string): TextLine[] {
  let from = 0
  return text.split('\n').map((line) => {
    const at = from
    from += line.length + 1
    return { from: at, text: line }
  })
}

/** Whether there is nothing on a line, or no line. */
export function isBlank(line: TextLine | undefined): boolean {
  return !line?.text.trim()
}
