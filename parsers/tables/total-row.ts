const TOTAL = /^(?:(?:grand|sub|overall)[\s-]?)?totals?\b/iu
const COUNT_OR_NONE = /^(?:[\d.,]*\d\s?%?(?:\s?\(\d+(?:\.\d+)?\s?%\))?|[–—-]|)$/u

/** Whether a row is a name and counts beside it: "Bus stops | 12 | 4 (33%) | –". */
export function isCountRow([name = '', ...rest]: readonly string[]): boolean {
  return /\p{L}/u.test(name) && rest.some((text) => text !== '') && rest.every((text) => COUNT_OR_NONE.test(text))
}

/** Whether a row counts all others up, and is nothing that is to be done: "Total | | 47%". */
export function isTotalRow(texts: readonly string[]): boolean {
  const filled = texts.slice(texts.findIndex((text) => text !== ''))
  return TOTAL.test(filled[0] ?? '') && isCountRow(filled)
}
