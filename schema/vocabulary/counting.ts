import { wordsOf } from '../words.ts'

/** Numbers in words, from one. */
export const NUMBER_WORDS: readonly string[] = wordsOf('one two three four five six seven eight nine ten eleven twelve')

/** Numbers in words beyond these that people count minutes by. */
export const MORE_NUMBER_WORDS: readonly string[] = wordsOf('fifteen twenty thirty forty fifty sixty ninety few several')

/** Places in words, from the first. */
export const ORDINAL_WORDS: readonly string[] = wordsOf('first second third fourth fifth sixth seventh eighth ninth tenth')
