import type { Argument, Command, Option } from 'commander'

/** A command as a shell completes it. */
interface Completed {
  name: string
  description: string
  options: readonly Option[]
  /** What the first argument can be, where that is a closed set. */
  choices: readonly string[]
  /** Whether its arguments are files. */
  files: boolean
}

/** Arguments and values with these names are paths. */
const PATH_NAME = /<?\b(?:file|dir|path)\b/u

function completedCommands(program: Command): Completed[] {
  const help = program.createHelp()
  return help.visibleCommands(program).map((command) => {
    const first: Argument | undefined = command.registeredArguments[0]
    return {
      name: command.name(),
      description: command.description(),
      options: help.visibleOptions(command),
      choices: first?.argChoices ?? [],
      files: first !== undefined && PATH_NAME.test(first.name()),
    }
  })
}

const takesValue = (option: Option): boolean => option.required || option.optional
const takesPath = (option: Option): boolean => takesValue(option) && PATH_NAME.test(option.flags)
const flagsOf = (option: Option): string[] => [option.short, option.long].filter((flag) => flag !== undefined)

/** `text` as one word of a POSIX shell. */
const posixWord = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** For bash 4 and newer: commands, options, closed sets, else files. */
function bashScript(program: Command): string {
  const commands = completedCommands(program)
  const reply = (words: readonly string[]): string => `COMPREPLY=($(compgen -W ${posixWord(words.join(' '))} -- "$word"))`
  const cases = commands.map(({ name, options, choices }) => {
    const values = options.flatMap((option) => {
      if (!option.argChoices) return []
      const from = option.variadic ? '$option$word' : '$before'
      const flags = flagsOf(option).map((flag) => (option.variadic ? `${flag}[!-]*|${flag}` : flag))
      return [`      case ${from} in ${flags.join('|')}) ${reply(option.argChoices)}; return ;; esac`]
    })
    const first = choices.length ? [`      if ((COMP_CWORD == 2)); then ${reply(choices)}; return; fi`] : []
    return [
      `    ${name})`,
      ...values,
      `      if [[ $word == -* ]]; then ${reply(options.flatMap(flagsOf))}; return; fi`,
      ...first,
      '      ;;',
    ].join('\n')
  })
  const name = program.name()
  return `# bash completion of ${name}
_${name}() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} i option=
  for ((i = COMP_CWORD - 1; i > 1; i--)); do if [[ \${COMP_WORDS[i]} == -* ]]; then option=\${COMP_WORDS[i]}; break; fi; done
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then ${reply([...commands.map((command) => command.name), '--help', '--version'])}; return; fi
  case \${COMP_WORDS[1]} in
${cases.join('\n')}
  esac
}
complete -o bashdefault -o default -F _${name} ${name}
`
}

/** For zsh, sourced or in a folder of \`fpath\`: the same with descriptions. */
function zshScript(program: Command): string {
  const commands = completedCommands(program)
  const plain = (text: string): string => text.replace(/[\\[\]:]/gu, '\\$&')
  const optionSpec = (option: Option): string[] => {
    const more = option.variadic ? ':*-*' : ''
    const value = option.argChoices ? `${more}:value:(${option.argChoices.join(' ')})` : takesPath(option) ? ':file:_files' : ':value: '
    return flagsOf(option).map((flag) => posixWord(`${flag}[${plain(option.description)}]${takesValue(option) ? value : ''}`))
  }
  const cases = commands.map(({ name, options, choices, files }) => {
    const first = choices.length ? [posixWord(`1:what:(${choices.join(' ')})`)] : []
    const rest = posixWord(files || choices.length ? '*:file:_files' : '*: : ')
    return `    ${name}) _arguments ${[...options.flatMap(optionSpec), ...first, rest].join(' ')} ;;`
  })
  const name = program.name()
  return `#compdef ${name}
_${name}() {
  local -a commands
  commands=(${commands.map((command) => posixWord(`${command.name}:${command.description.replaceAll(':', '\\:')}`)).join(' ')})
  if ((CURRENT == 2)); then _describe command commands; return; fi
  shift words
  ((CURRENT--))
  case $words[1] in
${cases.join('\n')}
  esac
}
if [[ $funcstack[1] == _${name} ]]; then _${name} "$@"; else compdef _${name} ${name}; fi
`
}

/** For fish: the same with descriptions. */
function fishScript(program: Command): string {
  const name = program.name()
  const word = (text: string): string => `'${text.replace(/[\\']/gu, '\\$&')}'`
  const lines = completedCommands(program).flatMap((command) => {
    const behind = `complete -c ${name} -n '__fish_seen_subcommand_from ${command.name}'`
    return [
      `complete -c ${name} -n __fish_use_subcommand -f -a ${command.name} -d ${word(command.description)}`,
      ...(command.files || command.choices.length ? [] : [`${behind} -f`]),
      ...(command.choices.length ? [`${behind} -f -a ${word(command.choices.join(' '))}`] : []),
      ...command.options.map((option) => {
        const flags = flagsOf(option).map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`))
        const values = option.argChoices ? ` -x -a ${word(option.argChoices.join(' '))}` : takesPath(option) ? ' -r -F' : ' -x'
        return `${behind} ${flags.join(' ')}${takesValue(option) ? values : ''} -d ${word(option.description)}`
      }),
      // An option that takes several values: the second and later ones.
      ...command.options.flatMap(({ variadic, argChoices, long }) =>
        variadic && argChoices && long
          ? [`${behind.slice(0, -1)}; and __fish_seen_argument -l ${long.slice(2)}' -f -a ${word(argChoices.join(' '))}`]
          : [],
      ),
    ]
  })
  return `# fish completion of ${name}\n${lines.join('\n')}\n`
}

/** What teaches each shell to complete a program's commands, options and closed sets, made from the program itself. */
export const COMPLETION_SCRIPTS = { bash: bashScript, zsh: zshScript, fish: fishScript }
