import { FIELD_WORDS, SETTABLE_FIELDS } from '../../schema/settable-fields.ts'
import { WORD_KINDS, WORD_MEANINGS } from '../../schema/taught-words.ts'
import { CORRECT_USAGE, TEACH_USAGE } from './correct-usage.ts'

export const EXAMPLES = `
Examples:
  $ scrutineer import papers/            read a folder into scrutineer.db
  $ scrutineer status                    the reviews, and what became of each
  $ scrutineer status "bus services"     one review's recommendations
  $ scrutineer status "bus services" 3   what became of recommendation 3
  $ scrutineer check                     what needs a person
  $ scrutineer correct --list            what people decided
  $ scrutineer teach --help              what a word of your papers means
  $ scrutineer inspect papers/plan.md    what is seen in one document
  $ scrutineer report --out out/ --open  a site of pages to look at
  $ scrutineer export --out tables/      every view as a table
  $ scrutineer export --review "bus services" --format docx
                                         one review as a hand-out to print
  $ scrutineer schema recommendations    what the columns of a view mean

Exit codes: 0 all well; 1 some document could not be read in full, a correction is
about what is not there any more, a file is gone that a taught word wants read
again, or "check" lists something that needs a person; 2 could not start.`

export const CORRECT_HELP = `
${Object.values(CORRECT_USAGE)
  .map((usage) => `  correct ${usage}`)
  .join('\n')}

A record is an update, action, commitment, resolution or wording, by its id ("scrutineer check" and "status --json" show
it). A recommendation is named by its id, or as "status" takes it: words of its review's title, and its number. A paper is
named by path or id, a review by id or words of its title. Nothing is deleted: "undo" adds a line too, and takes back the
last correction where it is given none.

Fields, named as in the views; an empty value says that the paper does not say:
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

The word is kept in the file of corrections beside the database, and the papers that it concerns are read again at once: with
--council those of this council, else all. A paper that names no council is read by the words for all. Whoever teaches a word
anew says better; "correct --undo" takes one back, "words" lists them.
${examples(
  'teach heading "Areas for improvement" recommendations',
  'teach column "Delivery note" progress --council "Northby Borough Council"',
  'teach grade Cyan on_track --council Northby --why "their key, page 2 of every appendix"',
  'teach opener "It was ordained" agreed',
  'teach body "The Moot" committee',
)}`

export const COMPLETION_HELP = `
Where it goes:
  bash   echo 'source <(scrutineer completion bash)' >> ~/.bashrc
  zsh    echo 'source <(scrutineer completion zsh)' >> ~/.zshrc    (behind compinit)
  fish   scrutineer completion fish > ~/.config/fish/completions/scrutineer.fish`

/** Commands as they are typed, under a heading. */
export function examples(...lines: string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ scrutineer ${line}`).join('\n')}`
}
