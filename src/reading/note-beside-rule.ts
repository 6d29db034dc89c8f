import { RULES, type RuleName } from '../../schema/diagnostics.ts'

/** What a message says that its rule's own words do not, which are beside it wherever it is shown; null where that is nothing. */
export function noteBesideRule(rule: RuleName, message: string): string | null {
  const said = new Set(sentences(RULES[rule].message))
  return (
    sentences(message)
      .filter((sentence) => !said.has(sentence))
      .join(' ') || null
  )
}

const sentences = (text: string): string[] => text.split(/(?<=[.!?])\s+/u)
