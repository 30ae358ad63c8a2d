import { type CompletedCommand, everyCommand, type Values } from './completed-command.ts';

/**
 * A script for bash, from 3.2 of macOS on; needs no bash-completion. It reads the words up to the cursor to find the
 * command, the option that waits for its value and the number of operands, and looks up what can stand there.
 */
export function bashCompletion(name: string, root: CompletedCommand): string {
  const commands = [...everyCommand(root)];
  return `# Completes ${name} in bash; made by '${name} completion bash'.
_${name}_words() {
  local word
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen "$@" -- "$current")
}

_${name}() {
  local current=\${COMP_WORDS[COMP_CWORD]} command='' option='' operands=0 index word place
  COMPREPLY=()
  for ((index = 1; index < COMP_CWORD; index++)); do
    word=\${COMP_WORDS[index]}
    # Bash cuts --option=value into three words.
    if [[ $word == '=' ]]; then continue; fi
    if [[ -n $option ]]; then option=''; continue; fi
    case "$command $word" in
${commands.flatMap(inside).join('\n')}
      *' -'*) ;;
      *) operands=$((operands + 1)) ;;
    esac
  done
  if [[ $current == '=' ]]; then current=''; fi
  if [[ -n $option ]]; then place="$command $option"
  elif [[ $current == -* ]]; then place="$command -"
  else place="$command $operands"; fi
  case "$place" in
${commands.flatMap(places).join('\n')}
  esac
}

complete -F _${name} ${name}
`;
}

/** The words behind a command that lead on: a command in it, an option that takes a value. */
function inside({ path, commands, options }: CompletedCommand): string[] {
  const command = path.join(' ');
  const valued = options.filter(({ values }) => values !== undefined).flatMap(({ flags }) => flags);
  return [
    ...commands.map(
      each => `      '${command} ${each.path.at(-1)}') command='${each.path.join(' ')}' ;;`,
    ),
    ...(valued.length === 0
      ? []
      : [`      ${valued.map(flag => `'${command} ${flag}'`).join(' | ')}) option=$word ;;`]),
  ];
}

function places({ path, commands, options, operands }: CompletedCommand): string[] {
  const command = path.join(' ');
  const flags = options.flatMap(each => each.flags);
  const first: Values = { kind: 'words', words: commands.map(each => each.path.at(-1) ?? '') };
  return [
    ...(flags.length === 0 ? [] : [place(`${command} -`, { kind: 'words', words: flags })]),
    ...options.flatMap(({ flags, values }) =>
      values === undefined ? [] : flags.map(flag => place(`${command} ${flag}`, values)),
    ),
    ...(commands.length === 0 ? operands : [first]).map((values, index) =>
      place(`${command} ${index}`, values),
    ),
  ].filter(line => line !== '');
}

function place(pattern: string, values: Values): string {
  switch (values.kind) {
    case 'anything':
      return '';
    case 'words':
      return `    '${pattern}') _mailstow_words -W '${values.words.join(' ')}' ;;`;
    case 'files':
    case 'folders': {
      const action = values.kind === 'files' ? '-f' : '-d';
      // Bash 3.2 has no compopt: it completes without the slash.
      return `    '${pattern}') compopt -o filenames 2>/dev/null; _mailstow_words ${action} ;;`;
    }
  }
}
