/** Why each paper of a document was read as it was: the understanding's own words, for commands that may not look into it. */
export type { PaperExplanation, RunExplanation } from '../../parsers/records.ts'
