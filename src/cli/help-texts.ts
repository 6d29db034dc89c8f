import { FIELD_WORDS, SETTABLE_FIELDS } from '../../schema/settable-fields.ts'
import { WORD_KINDS, WORD_MEANINGS } from '../../schema/taught-words.ts'
import { CORRECT_PURPOSES, CORRECT_USAGE, TEACH_USAGE } from './correct-usage.ts'

export const EXAMPLES = `
Examples:
  $ scrutineer import papers/            read a folder into scrutineer.db
  $ scrutineer status                    list the reviews
  $ scrutineer status "bus services"     list one review's recommendations
  $ scrutineer status "bus services" 3   show the history of recommendation 3
  $ scrutineer check                     show what needs a person
  $ scrutineer correct --list            list the corrections
  $ scrutineer teach --help              teach a word of your papers
  $ scrutineer inspect papers/plan.md    show what is read in one file
  $ scrutineer report --out out/ --open  write a report and open it
  $ scrutineer export --out tables/ --format csv
                                         export every view as a table
  $ scrutineer export --review "bus services" --format docx
                                         export one review as a hand-out
  $ scrutineer schema recommendations    describe the columns of a view

Exit codes:
  0  all is well
  1  something needs a person: a paper was not read in full, a correction waits,
     a paper must be read again and its file is gone, a report was interrupted,
     or "check" lists something
  2  the command could not run`

export const CORRECT_HELP = `
${Object.entries(CORRECT_USAGE)
  .map(([action, usage]) => `  correct ${usage}\n      ${CORRECT_PURPOSES[action as keyof typeof CORRECT_USAGE]}`)
  .join('\n')}

RECORD          the id of an update, action, commitment, resolution or wording; "check" and "status --json" show ids
RECOMMENDATION  its id; "set" also takes words of the review's title and the number
PAPER           its path or its id
REVIEW          its id, or words of its title
CORRECTION      its id; "undo" without one takes back the last

Corrections are never deleted: "undo" adds a line too.

Fields, named as in the views. An empty value means that the paper does not say:
${Object.entries(SETTABLE_FIELDS)
  .map(([name, fields]) => `  ${name.replace('_', ' ')}: ${fields.join(', ')}`)
  .join('\n')}
${Object.entries(FIELD_WORDS)
  .map(([field, taken]) => `  ${field} takes ${taken.join(', ')}`)
  .join('\n')}
${examples(
  'correct link doc-0123456789ab/update/3 northby/bus-services-2021/4 --why "renumbered in June"',
  'correct set "bus services" 4 status=achieved',
  'correct set doc-0123456789ab/commitment/2 "due_text=March 2026"',
  'correct merge "buses" northby/bus-services-2021',
  'correct settle papers/plan.pdf number-gap',
  'correct undo',
)}`

export const TEACH_HELP = `
${WORD_KINDS.map((kind) => `  teach ${TEACH_USAGE[kind]}\n      ${kind === 'body' ? 'WHICH' : (TEACH_USAGE[kind].split(/\s+/u)[2] ?? '')}: ${WORD_MEANINGS[kind].join(', ')}`).join('\n')}

The word is stored in the corrections file beside the database. The papers that contain it are read again at once: with
--council, the papers of this council; otherwise all. A paper that names no council uses only the words for all councils.
To change a word, teach it again. "correct --undo" takes a word back, and "words" lists all.
${examples(
  'teach heading "Areas for improvement" recommendations',
  'teach column "Delivery note" progress --council "Northby Borough Council"',
  'teach grade Cyan on_track --council Northby --why "their key, page 2 of every appendix"',
  'teach opener "It was ordained" agreed',
  'teach body "The Moot" committee',
)}`

export const COMPLETION_HELP = `
To install it:
  bash   echo 'source <(scrutineer completion bash)' >> ~/.bashrc
  zsh    echo 'source <(scrutineer completion zsh)' >> ~/.zshrc    (after compinit)
  fish   scrutineer completion fish > ~/.config/fish/completions/scrutineer.fish`

/** Example commands under a heading. */
export function examples(...lines: string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ scrutineer ${line}`).join('\n')}`
}
