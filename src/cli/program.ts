import { existsSync, readFileSync } from 'node:fs'
import { Command, InvalidArgumentError, Option } from 'commander'

/** The database that every command means unless told otherwise. */
const DEFAULT_DATABASE = 'scrutineer.db'

const EXAMPLES = `
Examples:
  $ scrutineer import papers/                     read a folder of papers into scrutineer.db
  $ scrutineer status                             the reviews, and how many of their promises were kept
  $ scrutineer status "domestic abuse"            one review's recommendations and where they stand
  $ scrutineer status "domestic abuse" 3          what became of recommendation 3
  $ scrutineer check                              what needs a person
  $ scrutineer inspect papers/plan.md             what is seen in one document
  $ scrutineer report --out report/               a site of pages to look at, with every value's page of the paper
  $ scrutineer export --out tables/               every view as a JSON file

Exit codes: 0 all well; 1 some document could not be read in full; 2 could not start.`

/** The command line. Each command's code is loaded when it is called; \`setExitCode\` is told how it ended. */
export function buildProgram(setExitCode: (code: number) => void): Command {
  const program = new Command('scrutineer')
    .description("Follows every recommendation in councils' papers from the report that made it to the last word on what became of it.")
    .version(packageVersion())
    .exitOverride()
    .showHelpAfterError('(scrutineer --help shows what there is)')
    .addHelpText('after', EXAMPLES)

  program
    .command('import')
    .description('read papers, store what they say, and link it')
    .argument('<path...>', 'files, and folders with all that is in them')
    .addOption(databaseOption())
    .option('--jobs <n>', 'how many files are in hand at once', positiveInteger)
    .option('--password <password>', 'for files that ask for one')
    .option('--json', 'print one JSON line a document')
    .option('--quiet', 'print the summary only')
    .addHelpText('after', examples('import papers/', 'import papers/2024 minutes.txt --db council.db --json'))
    .action(async (paths, options) => setExitCode(await (await import('./commands/import.ts')).importCommand(paths, options)))

  program
    .command('inspect')
    .description('show what is seen in one document, without a database')
    .argument('<file>')
    .option('--blocks', 'the blocks that its format gives: headings, paragraphs, list items, tables')
    .option('--tables', 'its tables only')
    .option('--json', 'all of it as JSON')
    .option('--page <n>', 'the page that --image draws, from 1', positiveInteger)
    .option('--image <file>', 'draw a page of a PDF into this PNG, with what was seen on it in colours')
    .option('--password <password>', 'for a file that asks for one')
    .addHelpText('after', examples('inspect plan.md', 'inspect plan.pdf --tables --json', 'inspect plan.pdf --page 2 --image page2.png'))
    .action(async (file, options) => setExitCode(await (await import('./commands/inspect.ts')).inspectCommand(file, options)))

  program
    .command('status')
    .description('show the reviews; or one review; or what became of one recommendation')
    .argument('[review]', 'a review: its id, or words of its title')
    .argument('[number]', 'a recommendation of it: "3", "1(a)"')
    .addOption(databaseOption())
    .option('--json', 'print JSON')
    .addHelpText('after', examples('status', 'status "domestic abuse"', 'status "domestic abuse" 3'))
    .action(async (review, number, options) =>
      setExitCode(await (await import('./commands/status.ts')).statusCommand(review, number, options)),
    )

  program
    .command('check')
    .description('list what needs a person: documents in doubt, and what could not be linked')
    .addOption(databaseOption())
    .option('--all', 'also what was mended or left without loss')
    .option('--json', 'print JSON')
    .addHelpText('after', examples('check', 'check --all --db council.db'))
    .action(async (options) => setExitCode(await (await import('./commands/check.ts')).checkCommand(options)))

  program
    .command('export')
    .description('hand the views on to other programs')
    .addOption(databaseOption())
    .option('--out <dir>', 'a folder for one file a view, or "-" for one object on standard output', '-')
    .addOption(new Option('--format <format>', 'how').choices(['json']).default('json'))
    .addHelpText('after', examples('export --out tables/', 'export --out - | jq .recommendations'))
    .action(async (options) => setExitCode(await (await import('./commands/export.ts')).exportCommand(options)))

  program
    .command('report')
    .description('write a site of static pages: reviews, recommendations, and the page of the paper behind every value')
    .addOption(databaseOption())
    .requiredOption('--out <dir>', 'the folder to write it into; an earlier report there is brought up to date')
    .option('--force', 'write into a folder that holds other files')
    .option('--password <password>', 'for papers that ask for one')
    .addHelpText('after', examples('report --out report/', 'report --db council.db --out site/ --force'))
    .action(async (options) => setExitCode(await (await import('./commands/report.ts')).reportCommand(options)))

  return program
}

function databaseOption(): Option {
  return new Option('--db <file>', 'the database').default(DEFAULT_DATABASE)
}

function examples(...lines: string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ scrutineer ${line}`).join('\n')}`
}

function positiveInteger(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Give a whole number from 1.')
  return number
}

/** From the source tree and, one folder deeper, from the built package. */
function packageVersion(): string {
  const file = ['../../package.json', '../../../package.json'].map((path) => new URL(path, import.meta.url)).find((url) => existsSync(url))
  return file ? String(JSON.parse(readFileSync(file, 'utf8')).version) : 'unknown'
}
