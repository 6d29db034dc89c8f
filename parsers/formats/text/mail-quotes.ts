/** What mail puts before each line that it quotes, once for each mail it was quoted in. */
const QUOTE = /^(?: {0,2}>)+ ?/u
/** What shows that it is mail and no list with such bullets: a quoted blank line, a quotation within it, a mail's head. */
const SURE = /^(?: {0,2}>)+\s*$|^ {0,2}> ?>|^ {0,2}> ?\*{0,2}(?:From|Sent|Date|To|Subject):/mu
const LINE = /^.*$/gmu

/** How many letters each quoted line of a mail begins with that are not among its text, by where the line begins. */
export function mailQuotes(source: string): ReadonlyMap<number, number> {
  const quotes = new Map<number, number>()
  if (!/^ {0,2}>/mu.test(source) || !SURE.test(source)) return quotes
  let block: [from: number, length: number][] = []
  let sure = false
  const end = (): void => {
    if (sure) for (const [from, length] of block) quotes.set(from, length)
    block = []
    sure = false
  }
  for (const { index, 0: line } of source.matchAll(LINE)) {
    const quote = QUOTE.exec(line)?.[0]
    if (quote === undefined) {
      // "\r\n" gives an empty line of its own between two lines.
      if (line !== '' || source[index - 1] !== '\r') end()
      continue
    }
    block.push([index, quote.length])
    sure ||= SURE.test(line)
  }
  end()
  return quotes
}
