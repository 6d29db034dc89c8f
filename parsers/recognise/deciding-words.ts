import { DECIDED_NOUNS, NOTED_NOUNS } from '../../schema/vocabulary/deciding.ts'
import { DECIDING_BODIES } from '../../schema/vocabulary/openers.ts'
import { formsPattern } from './word-forms.ts'

/** A word for what a meeting decides about, somewhere in a text. */
export const DECIDED_NOUN = formsPattern(DECIDED_NOUNS, 'anywhere')

/** A word for what is noted, somewhere in a text. */
export const NOTED_NOUN = formsPattern(NOTED_NOUNS, 'anywhere')

/** A word for who decides, at the end of a text. */
export const DECIDING_BODY = formsPattern(DECIDING_BODIES, 'end')
