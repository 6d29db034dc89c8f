import { Argument, Command, InvalidArgumentError, Option } from 'commander'
import { KNOWN_KINDS, WORD_KINDS } from '../../schema/taught-words.ts'
import { OPEN_WORDS } from '../../schema/view-words.ts'
import { FORMAT_NAMES, HANDOUT_FORMATS } from '../export/formats.ts'
import { COMPLETION_SCRIPTS } from './completion-scripts.ts'
import { CORRECT_USAGE } from './correct-usage.ts'
import { COMPLETION_HELP, CORRECT_HELP, EXAMPLES, examples, TEACH_HELP } from './help-texts.ts'
import { addLimitOptions, positiveInteger } from './limit-options.ts'
import { oneOf } from './near-words.ts'
import { packageVersion } from './package-version.ts'
import { DEFAULT_DATABASE } from './screen.ts'

/** The command line. Each command's code is loaded when it is called; `setExitCode` gets its exit code. */
export function buildProgram(setExitCode: (code: number) => void): Command {
  const program = new Command('scrutineer')
    .description(
      "Reads councils' papers into one database, and follows every recommendation from its report to its latest progress update.",
    )
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .exitOverride()
    .configureHelp({ subcommandTerm: termOf, minWidthToWrap: NARROWEST_HELP })
    .showHelpAfterError('(scrutineer --help lists the commands)')
    .addHelpText('after', EXAMPLES)

  const importing = program
    .command('import')
    .description('read papers, store what they say and link it; read only what is new or changed')
    .argument('<path...>', 'files, and folders with their subfolders')
    .addOption(databaseOption())
    .option('--jobs <n>', 'how many threads read (default: one a core)', positiveInteger)
    .option('--password <password>', 'for files that need one')
    .option('--follow-links', 'follow links that lead outside the given folders')
    .option('--ocr <how>', OCR_HELP)
    .option('--no-ocr', 'skip scanned pages; reading one takes some seconds')
    .option('--prune', 'take out papers under the given paths if their files are gone')
    .option('--again', 'read all files again, also unchanged ones')
    .option('--watch', 'then stay, and import each file that is new or changed under the given paths; Ctrl-C ends it')
    .option('--words <file>', "first teach the words of a vocabulary file, or of another archive's corrections file")
    .option('--by <name>', "who teaches them (default: git's user.name)")
  addLimitOptions(importing, {
    time: 'the longest time for one document',
    memory: 'the largest size of one document, and the most memory to read it',
    pages: 'the most pages read of one document',
  })
    .option('--log <file>', 'add a JSON line to this file for each event')
    .option('--json', 'print one JSON line for each document')
    .option('--quiet', 'print the summary only')
    .addHelpText('after', examples('import papers/', 'import papers/2024 minutes.txt --db council.db --json', 'import papers/ --watch'))
    .action(async (paths, options) => setExitCode(await (await import('./commands/import.ts')).importCommand(paths, options)))

  const inspecting = program
    .command('inspect')
    .description('show what is read in one file, without a database; --why explains it')
    .argument('<file>')
    .option('--blocks', 'its blocks: headings, paragraphs, list items, tables')
    .option('--tables', 'only its tables')
    .option('--why', 'explain the reading: the kind of each paper and each list, with every sign for and against it')
    .option('--json', 'print JSON')
    .option('--page <n>', 'the page that --image draws, from 1', positiveInteger)
    .option('--image <file>', 'draw a page of a PDF as this PNG, with the recognised text and tables in colours')
    .option('--password <password>', 'for a file that needs one')
    .option('--ocr <how>', OCR_HELP)
    .option('--no-ocr', 'skip scanned pages; reading one takes some seconds')
    .option('--words <file>', 'use the words of a vocabulary file, or of a corrections file')
  addLimitOptions(inspecting, {
    time: 'the longest time to read it, and to draw a page',
    memory: 'its largest size, and the most memory to read it or draw a page',
    pages: 'the most pages read',
  })
    .addHelpText(
      'after',
      examples(
        'inspect plan.md',
        'inspect report.pdf --why',
        'inspect plan.pdf --tables --json',
        'inspect plan.pdf --page 2 --image page2.png',
      ),
    )
    .action(async (file, options) => setExitCode(await (await import('./commands/inspect.ts')).inspectCommand(file, options)))

  program
    .command('status')
    .description('list the reviews, the recommendations of one review, or the history of one recommendation')
    .argument('[review]', 'a review: its id, or words of its title')
    .argument('[number]', 'the number of a recommendation: "3", "1(a)"')
    .addOption(databaseOption())
    .option('--json', 'print JSON')
    .addHelpText('after', examples('status', 'status "bus services"', 'status "bus services" 3'))
    .action(async (review, number, options) =>
      setExitCode(await (await import('./commands/status.ts')).statusCommand(review, number, options)),
    )

  program
    .command('check')
    .description('show unknown words and unlinked items one by one, and ask you; without a terminal, list them')
    .addOption(databaseOption())
    .option('--list', 'list everything in doubt, also on a terminal')
    .option('--by <name>', "who decides (default: git's user.name)")
    .option('--all', 'also list what was repaired, or left out without loss')
    .option('--password <password>', 'for papers that need one, if they are read again')
    .option('--json', 'print JSON')
    .addHelpText('after', examples('check', 'check --list --all --db council.db'))
    .action(async (options) => setExitCode(await (await import('./commands/check.ts')).checkCommand(options)))

  program
    .command('correct')
    .description('correct a value, a link or a review; corrections are kept in a file beside the database')
    .addArgument(suggesting(new Argument('[action]', 'what to do'), Object.keys(CORRECT_USAGE)))
    .argument('[words...]', 'what it applies to, see below')
    .addOption(databaseOption())
    .option('--by <name>', "who says so (default: git's user.name)")
    .option('--why <reason>', 'why')
    .option('--title <title>', 'with "part": the title of the new review')
    .option('--note <note>', 'with "settle": the note of one diagnostic (default: all diagnostics of the rule)')
    .option('--list', 'list all corrections, and which of them wait')
    .option('--undo [id]', 'take back this correction, or the last one')
    .option('--json', 'print JSON')
    .addHelpText('after', CORRECT_HELP)
    .action(async (action, words, options) =>
      setExitCode(await (await import('./commands/correct.ts')).correctCommand(action, words, options)),
    )

  program
    .command('forget')
    .description('take papers out: what they say does not count until you undo this')
    .argument('<paper...>', 'a path as "check" shows it, a folder, or a document_id')
    .addOption(databaseOption())
    .option('--by <name>', "who says so (default: git's user.name)")
    .option('--why <reason>', 'why')
    .option('--json', 'print JSON')
    .addHelpText('after', examples('forget papers/draft.pdf --why "a draft"', 'forget papers/other-council/', 'correct undo'))
    .action(async (papers, options) => setExitCode(await (await import('./commands/forget.ts')).forgetCommand(papers, options)))

  program
    .command('teach')
    .description('teach a word of your papers; the papers that contain it are read again')
    .addArgument(suggesting(new Argument('[kind]', 'the kind of word'), WORD_KINDS))
    .argument('[words...]', 'the word (several in quotes) and its meaning, see below')
    .addOption(databaseOption())
    .option('--council <name>', 'only for papers of this council')
    .option('--file <file>', "teach the words of a vocabulary file, or of another archive's corrections file")
    .option('--by <name>', "who says so (default: git's user.name)")
    .option('--why <reason>', 'why')
    .option('--later', 'read no papers now; the next import reads them')
    .option('--password <password>', 'for papers that need one')
    .option('--json', 'print JSON')
    .addHelpText('after', TEACH_HELP)
    .action(async (kind, given, options) => setExitCode(await (await import('./commands/teach.ts')).teachCommand(kind, given, options)))

  program
    .command('words')
    .description('list the known words and the taught words')
    .addOption(databaseOption('the database with the taught words'))
    .addOption(oneOf(new Option('--kind <kind>', 'only words of this kind'), 'kind of word', KNOWN_KINDS))
    .option('--json', 'print JSON')
    .addHelpText('after', examples('words', 'words --kind grade', 'words --kind heading'))
    .action(async (options) => setExitCode(await (await import('./commands/words.ts')).wordsCommand(options)))

  program
    .command('export')
    .description('export the views as tables, or one review as a hand-out to print')
    .addOption(databaseOption())
    .option(
      '--out <path>',
      'a folder for the tables, or "-" for standard output (JSON; one view also as csv or jsonl); a folder or a file for a hand-out (default: tables to standard output, a hand-out to the current folder)',
    )
    .addOption(
      oneOf(new Option('--format <format...>', 'one or more formats; docx and html, and xlsx with --review, make a hand-out'), 'format', [
        ...new Set<string>([...FORMAT_NAMES, ...HANDOUT_FORMATS]),
      ]).default(['json'], 'json'),
    )
    .option('--views <view...>', 'only these views, or "all"; with --review, xlsx then has tables and is not a hand-out')
    .option('--review <review>', 'only this review: its id, or words of its title')
    .addHelpText(
      'after',
      examples(
        'export --out tables/ --format csv xlsx',
        'export --review "bus services" --format docx',
        'export --review "bus services" --format html xlsx --out hand-outs/',
        'export --review "bus services" --format xlsx --out tables/ --views recommendations progress_updates',
        'export | jq .recommendations',
        'export --views changes --format csv > changes.csv',
      ),
    )
    .action(async (options) => setExitCode(await (await import('./commands/export.ts')).exportCommand(options)))

  const reporting = program
    .command('report')
    .description('write a folder of web pages: reviews, recommendations, and the source of every value')
    .addOption(databaseOption())
    .requiredOption('--out <dir>', 'the folder to write to; an earlier report there is updated')
    .option('--open', 'open the report in the browser')
    .option('--force', 'write to a folder that has other files in it')
    .option('--password <password>', 'for papers that need one')
    .option('--jobs <n>', 'how many threads draw pages (default: one a core)', positiveInteger)
  addLimitOptions(reporting, {
    time: 'the longest time to draw the pages of one paper; one page may take a quarter of it',
    memory: 'the largest size of one paper, and the most memory to draw it',
    pages: 'the most pages drawn of one paper',
  })
    .addHelpText('after', examples('report --out report/ --open', 'report --db council.db --out site/ --force'))
    .action(async (options) => setExitCode(await (await import('./commands/report.ts')).reportCommand(options)))

  program
    .command('schema')
    .description('describe each view and column of the database; needs no database')
    .addArgument(oneOf(new Argument('[view]', 'a view (default: all)'), 'view', Object.keys(OPEN_WORDS)))
    .addOption(databaseOption('the database that --datasette describes'))
    .option('--datasette', 'print metadata.json for Datasette')
    .option('--json', 'print JSON')
    .addHelpText('after', examples('schema', 'schema recommendations', 'schema --datasette > metadata.json'))
    .action(async (view, options) => setExitCode(await (await import('./commands/schema.ts')).schemaCommand(view, options)))

  program
    .command('completion')
    .description('print the completion script for a shell')
    .addArgument(oneOf(new Argument('<shell>'), 'script for', Object.keys(COMPLETION_SCRIPTS)))
    .addHelpText('after', COMPLETION_HELP)
    .action((shell: keyof typeof COMPLETION_SCRIPTS) => {
      process.stdout.write(COMPLETION_SCRIPTS[shell](program))
    })

  const names = program.commands.map((command) => command.name())
  program
    .helpCommand(false)
    .command('help')
    .description('show the options and examples of a command')
    .helpOption(false)
    .addArgument(oneOf(new Argument('[command]'), 'command', names))
    .action((name?: string) => (program.commands.find((command) => command.name() === name) ?? program).help())

  return program
}

/** The help of `--ocr`. */
const OCR_HELP =
  "how to read scanned pages: languages (eng, eng+cym) with installed packages @tesseract.js-data/…, a folder of .traineddata files, or Debian's program (tesseract, tesseract:cym)"

/** The least width, in columns, in which help wraps a command's description beside its name. */
const NARROWEST_HELP = 20

/** "status [review] [number]". */
function termOf(command: Command): string {
  const given = command.registeredArguments.map((argument) => {
    const name = `${argument.name()}${argument.variadic ? '...' : ''}`
    return argument.required ? `<${name}>` : `[${name}]`
  })
  return [command.name(), ...given].join(' ')
}

function databaseOption(description = 'the database'): Option {
  return new Option('--db <file>', description).default(DEFAULT_DATABASE).argParser(fileName)
}

function fileName(given: string): string {
  if (given.trim() === '') throw new InvalidArgumentError('Name a file.')
  return given
}

/** The argument with words that the help and shells offer for it. The command itself reports any other word. */
function suggesting(argument: Argument, words: string[]): Argument {
  argument.argChoices = words
  return argument
}
