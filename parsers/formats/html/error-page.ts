import { type Block, blockPassages } from '../../../schema/document.ts'

/** A site's message is short; a longer page is kept, whatever its title says. */
const MOST_LETTERS = 1200
/** How the titles and headings of such messages are worded: by the status of HTTP, or by what became of the page, the access or the request. */
const MESSAGE = new RegExp(
  [
    String.raw`^(?:error:?\s*)?[45]\d\d\b|\b(?:http|error)(?: status)?(?: code)?:? [45]\d\d\b`,
    String.raw`\bnot found\b|\b(?:cannot|can['’]t|could ?n[o'’]t) (?:be found|find)\b|\b(?:no longer|does ?n[o'’]t|do not) exists?\b`,
    `^(?:access|permission|request)(?: (?:is|was|has been))? (?:denied|forbidden|rejected|blocked|timed out)|^forbidden|^unauthori[sz]ed`,
    String.raw`\b(?:temporarily|service|site|page|document)(?: is)?(?: currently| temporarily)? unavailable\b|\b(?:no longer|not) available\b`,
    String.raw`\b(?:internal server|application|runtime|server) error\b|^bad (?:gateway|request)|\b(?:down|closed) for maintenance\b`,
    String.raw`^(?:please )?(?:log|sign)[ -]?(?:in|on)\b|^session (?:has )?(?:expired|timed out)|^just a moment`,
  ].join('|'),
  'iu',
)

/** What a page of the web says in place of a paper, by its title or its first words, where it is a site's message; else null. */
export function errorPageWords(title: string, blocks: readonly Block[]): string | null {
  const texts = blocks.flatMap(blockPassages).map(({ text }) => text)
  if (texts.reduce((letters, text) => letters + text.length, 0) > MOST_LETTERS) return null
  return [title, ...texts.filter((text) => text !== '').slice(0, 1)].find((text) => MESSAGE.test(text)) ?? null
}
