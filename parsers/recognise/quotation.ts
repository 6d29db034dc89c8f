/** Whether a quotation is open at the end of a text: a mark that opens has none that closes it. */
export function inQuotation(before: string): boolean {
  return count(before, /"/gu) % 2 === 1 || count(before, /“/gu) > count(before, /”/gu)
}

const count = (text: string, sign: RegExp) => text.match(sign)?.length ?? 0
