import { ABBREVIATIONS } from '../../schema/vocabulary/speech.ts'

/** A short form after whose stop a sentence goes on. */
export const ABBREVIATED = ABBREVIATIONS.join('|')

/** What ends a sentence; an initial's or a title's stop ends none, that of "P.C.C." may. */
const END = new RegExp(
  String.raw`\.(?=["”]?(?:\s+["“(]?\p{Lu}|\s*$))(?:(?<!\b(?:${ABBREVIATED}|\p{Lu})\.)|(?<=\p{Lu}\.\p{Lu}\.\p{Lu}\.))|;(?=\sthis was seconded by)`,
  'u',
)

/** Where the first sentence of a text ends, after its stop. */
export function sentenceEnd(text: string): number {
  const end = END.exec(text)
  return end ? end.index + 1 : text.length
}
