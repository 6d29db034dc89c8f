/** Why nothing could be scored, in words for whoever called the command. */
export class ScoreError extends Error {}
