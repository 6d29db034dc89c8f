import { slicePassage } from '../../schema/document.ts'
import type { Item } from '../outline/items.ts'
import type { Decision } from './decision.ts'

/** "RECOMMENDED to Council – That …", "to recommend to Cabinet that …": what is passed on to another body is its recommendation. */
const RECOMMENDS_WORDS =
  /^(?:that\s)?(?:(?:the\s)?(?:\p{L}+\s){1,5})?(?:to\s)?recommend(?:s|ed)?\s(?:to\s(?:the\s)?[^.;:]{3,80}?[\s,:–-]+(?=(?:the\s)?(?:approval|adoption|endorsement|acceptance)\sof\b)|(?:to\s(?:the\s)?[^.;:]{3,80}?[\s,:–-]+)?(?=that\b|(?<!recommended\s)to\b))/iu

/** Whether an opener and the words it opens pass something on. */
export const recommendsIn = (opener: string, text: string) => /\brecommend(?:s|ed)?\b/iu.test(opener) || RECOMMENDS_WORDS.test(text)

/** Whether any limb of a decision is passed on. */
export const recommends = ({ opener, items }: Decision) => items.some(({ text }) => recommendsIn(opener.text, text.text))

/** What is recommended, without the words that pass it on. */
export function recommended(item: Item): Item {
  const passing = RECOMMENDS_WORDS.exec(item.text.text)
  return passing ? { ...item, text: slicePassage(item.text, passing[0].length) } : item
}
