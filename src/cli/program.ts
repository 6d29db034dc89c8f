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

/** The command line. Each command's code is loaded when it is called; \`setExitCode\` is told how it ended. */
export function buildProgram(setExitCode: (code: number) => void): Command {
  const program = new Command('scrutineer')
    .description("Follows every recommendation in councils' papers from the report that made it to the last word on what became of it.")
    .version(packageVersion())
    .exitOverride()
    .configureHelp({ subcommandTerm: termOf, minWidthToWrap: NARROWEST_HELP })
    .showHelpAfterError('(scrutineer --help shows what there is)')
    .addHelpText('after', EXAMPLES)

  const importing = program
    .command('import')
    .description('read papers, store what they say, and link it')
    .argument('<path...>', 'files, and folders with all that is in them')
    .addOption(databaseOption())
    .option('--jobs <n>', 'how many threads read; one a core if it is not given', positiveInteger)
    .option('--password <password>', 'for files that ask for one')
    .option('--follow-links', 'read what links lead to outside the given folders too')
    .option('--ocr <how>', OCR_HELP)
    .option('--no-ocr', 'leave pages that are pictures: they are read by text recognition, which takes seconds a page')
    .option('--prune', 'take papers out whose files are not there any more, of those under the given paths')
    .option('--again', 'read all files again, those too that are stored already')
    .option('--words <file>', "teach the words of a vocabulary file, or of another archive's corrections, first")
    .option('--by <name>', "who teaches them; git's user.name if it is not given")
  addLimitOptions(importing, {
    time: 'how long one document may take',
    memory: 'how large one document may be, and how much reading it may take',
    pages: 'how many pages of one document are read',
  })
    .option('--log <file>', 'add a JSON line to this file for each thing that happens')
    .option('--json', 'print one JSON line a document')
    .option('--quiet', 'print the summary only')
    .addHelpText('after', examples('import papers/', 'import papers/2024 minutes.txt --db council.db --json'))
    .action(async (paths, options) => setExitCode(await (await import('./commands/import.ts')).importCommand(paths, options)))

  const inspecting = program
    .command('inspect')
    .description('show what is seen in one document, without a database')
    .argument('<file>')
    .option('--blocks', 'the blocks that its format gives: headings, paragraphs, list items, tables')
    .option('--tables', 'its tables only')
    .option('--why', 'why it was read so: what each paper and each list in it was taken for, with every sign for and against')
    .option('--json', 'all of it as JSON')
    .option('--page <n>', 'the page that --image draws, from 1', positiveInteger)
    .option('--image <file>', 'draw a page of a PDF into this PNG, with what was seen on it in colours')
    .option('--password <password>', 'for a file that asks for one')
    .option('--ocr <how>', OCR_HELP)
    .option('--no-ocr', 'leave pages that are pictures: they are read by text recognition, which takes seconds a page')
    .option('--words <file>', 'read it by the words of a vocabulary file, or of a file of corrections')
  addLimitOptions(inspecting, {
    time: 'how long reading it, and drawing a page, may take',
    memory: 'how large it may be, and how much reading or drawing may take',
    pages: 'how many of its pages are read',
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
    .description('show the reviews; or one review; or what became of one recommendation')
    .argument('[review]', 'a review: its id, or words of its title')
    .argument('[number]', 'a recommendation of it: "3", "1(a)"')
    .addOption(databaseOption())
    .option('--json', 'print JSON')
    .addHelpText('after', examples('status', 'status "bus services"', 'status "bus services" 3'))
    .action(async (review, number, options) =>
      setExitCode(await (await import('./commands/status.ts')).statusCommand(review, number, options)),
    )

  program
    .command('check')
    .description('ask what words mean that are not known, and what could not be linked, card by card; without a terminal, list both')
    .addOption(databaseOption())
    .option('--list', 'list it on a terminal too')
    .option('--by <name>', "who decides; git's user.name if it is not given")
    .option('--all', 'also what was mended or left without loss')
    .option('--password <password>', 'for papers that ask for one, where an answer has them read again')
    .option('--json', 'print JSON')
    .addHelpText('after', examples('check', 'check --list --all --db council.db'))
    .action(async (options) => setExitCode(await (await import('./commands/check.ts')).checkCommand(options)))

  program
    .command('correct')
    .description('say what is right; it is kept in a file beside the database and outlives every import')
    .addArgument(suggesting(new Argument('[action]', 'what is said'), Object.keys(CORRECT_USAGE)))
    .argument('[words...]', 'what it is about, as below')
    .addOption(databaseOption())
    .option('--by <name>', "who says so; git's user.name if it is not given")
    .option('--why <reason>', 'why')
    .option('--title <title>', 'of the review that papers are parted to')
    .option('--note <note>', 'of the diagnostic that is settled; all of its rule if it is not given')
    .option('--list', 'show all corrections, and which are about what is not there any more')
    .option('--undo [id]', 'take a correction back: this one, or the last')
    .option('--json', 'print JSON')
    .addHelpText('after', CORRECT_HELP)
    .action(async (action, words, options) =>
      setExitCode(await (await import('./commands/correct.ts')).correctCommand(action, words, options)),
    )

  program
    .command('forget')
    .description('take papers out: nothing that they say counts any more, until it is undone')
    .argument('<paper...>', 'a path as "check" shows it, a folder, or a document_id')
    .addOption(databaseOption())
    .option('--by <name>', "who says so; git's user.name if it is not given")
    .option('--why <reason>', 'why')
    .option('--json', 'print JSON')
    .addHelpText('after', examples('forget papers/draft.pdf --why "a draft"', 'forget papers/other-council/', 'correct undo'))
    .action(async (papers, options) => setExitCode(await (await import('./commands/forget.ts')).forgetCommand(papers, options)))

  program
    .command('teach')
    .description('say what a word of your papers means; it is kept like a correction, and the papers concerned are read again')
    .addArgument(suggesting(new Argument('[kind]', 'kind of word'), WORD_KINDS))
    .argument('[words...]', 'the word, in quotes where it is several, and what it means, as below')
    .addOption(databaseOption())
    .option('--council <name>', 'only in papers of this council')
    .option('--file <file>', "teach the words of a vocabulary file, or of another archive's corrections")
    .option('--by <name>', "who says so; git's user.name if it is not given")
    .option('--why <reason>', 'why')
    .option('--later', 'read nothing now; the next import does')
    .option('--password <password>', 'for papers that ask for one')
    .option('--json', 'print JSON')
    .addHelpText('after', TEACH_HELP)
    .action(async (kind, given, options) => setExitCode(await (await import('./commands/teach.ts')).teachCommand(kind, given, options)))

  program
    .command('words')
    .description('list the words that are known, and those that people taught')
    .addOption(databaseOption('the database whose taught words are listed'))
    .addOption(oneOf(new Option('--kind <kind>', 'the words of one kind'), 'kind of word', KNOWN_KINDS))
    .option('--json', 'print JSON')
    .addHelpText('after', examples('words', 'words --kind grade', 'words --kind heading'))
    .action(async (options) => setExitCode(await (await import('./commands/words.ts')).wordsCommand(options)))

  program
    .command('export')
    .description('write the views as tables for other programs, or one review as a hand-out of a few pages')
    .addOption(databaseOption())
    .option(
      '--out <path>',
      'a folder for one file a view, or "-" for one object on standard output; for a hand-out a folder or a file. Without it tables go to standard output and a hand-out into this folder',
    )
    .addOption(
      oneOf(new Option('--format <format...>', 'how; several may be given. docx, html and xlsx of one review are hand-outs'), 'format', [
        ...new Set<string>([...FORMAT_NAMES, ...HANDOUT_FORMATS]),
      ]).default(['json'], 'json'),
    )
    .option('--views <view...>', 'these views only, or "all"; with --review, xlsx then holds tables and is not a hand-out')
    .option('--review <review>', 'this review only: its id, or words of its title')
    .addHelpText(
      'after',
      examples(
        'export --out tables/ --format csv xlsx',
        'export --review "bus services" --format docx',
        'export --review "bus services" --format html xlsx --out hand-outs/',
        'export --review "bus services" --format xlsx --out tables/ --views recommendations progress_updates',
        'export | jq .recommendations',
      ),
    )
    .action(async (options) => setExitCode(await (await import('./commands/export.ts')).exportCommand(options)))

  const reporting = program
    .command('report')
    .description('write a site of static pages: reviews, recommendations, and the page of the paper behind every value')
    .addOption(databaseOption())
    .requiredOption('--out <dir>', 'the folder to write it into; an earlier report there is brought up to date')
    .option('--open', 'open it in the browser')
    .option('--force', 'write into a folder that holds other files')
    .option('--password <password>', 'for papers that ask for one')
    .option('--jobs <n>', 'how many threads draw; one a core if it is not given', positiveInteger)
  addLimitOptions(reporting, {
    time: 'how long the pages of one paper may take to draw; one page a quarter of it',
    memory: 'how large one paper may be, and how much drawing it may take',
    pages: 'how many pages of one paper are drawn',
  })
    .addHelpText('after', examples('report --out report/ --open', 'report --db council.db --out site/ --force'))
    .action(async (options) => setExitCode(await (await import('./commands/report.ts')).reportCommand(options)))

  program
    .command('schema')
    .description('say in words what each view and column of the database means; no database is needed')
    .addArgument(oneOf(new Argument('[view]', 'one view, or all'), 'view', Object.keys(OPEN_WORDS)))
    .addOption(databaseOption('the database that --datasette is about'))
    .option('--datasette', 'print a metadata.json for Datasette')
    .option('--json', 'print JSON')
    .addHelpText('after', examples('schema', 'schema recommendations', 'schema --datasette > metadata.json'))
    .action(async (view, options) => setExitCode(await (await import('./commands/schema.ts')).schemaCommand(view, options)))

  program
    .command('completion')
    .description('print what teaches a shell to complete commands and options')
    .addArgument(oneOf(new Argument('<shell>'), 'script for', Object.keys(COMPLETION_SCRIPTS)))
    .addHelpText('after', COMPLETION_HELP)
    .action((shell: keyof typeof COMPLETION_SCRIPTS) => {
      process.stdout.write(COMPLETION_SCRIPTS[shell](program))
    })

  const names = program.commands.map((command) => command.name())
  program
    .helpCommand(false)
    .command('help')
    .description('display help for command')
    .helpOption(false)
    .addArgument(oneOf(new Argument('[command]'), 'command', names))
    .action((name?: string) => (program.commands.find((command) => command.name() === name) ?? program).help())

  return program
}

/** What `--ocr` takes. */
const OCR_HELP =
  "by what pages that are pictures are read: languages (eng, eng+cym) whose packages @tesseract.js-data/… are installed, a folder with .traineddata, or Debian's program (tesseract, tesseract:cym)"

/** From this width on what a command does is broken into lines beside its name. */
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

/** The argument with words that help and shells offer for it; the command itself says what is wrong with another. */
function suggesting(argument: Argument, words: string[]): Argument {
  argument.argChoices = words
  return argument
}
