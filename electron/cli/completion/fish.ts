import { type CompletedCommand, everyCommand, type Values } from './completed-command.ts';

/** A script for fish. */
export function fishCompletion(name: string, root: CompletedCommand): string {
  const lines = [...everyCommand(root)].flatMap(command => {
    const rule = `complete -c ${name} -n ${quoted(conditionOf(command))}`;
    return [
      ...command.commands.map(({ path, text }) => `${rule} -a ${path.at(-1)} -d ${quoted(text)}`),
      // Fish knows no places of operands; each command has one at most.
      ...command.operands.flatMap(values =>
        values.kind === 'anything' ? [] : [`${rule} ${argumentsOf(values)}`],
      ),
      ...command.options.map(({ flags, text, values }) => {
        const names = flags.map(flag =>
          flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
        );
        const takes =
          values === undefined
            ? ''
            : ` ${values.kind === 'anything' ? '-x' : `-r ${argumentsOf(values)}`}`;
        return `${rule} ${names.join(' ')}${takes} -d ${quoted(text)}`;
      }),
    ];
  });
  return `# Completes ${name} in fish; made by '${name} completion fish'.
complete -c ${name} -e
complete -c ${name} -f
${lines.join('\n')}
`;
}

/** True where the words before the cursor have led into this command and into none that is in it. */
function conditionOf({ path, commands }: CompletedCommand): string {
  const into = path.map(each => `__fish_seen_subcommand_from ${each}`);
  const names = commands.map(each => each.path.at(-1));
  const further = names.length === 0 ? [] : [`not __fish_seen_subcommand_from ${names.join(' ')}`];
  return [...into, ...further].join('; and ');
}

function argumentsOf(values: Values): string {
  switch (values.kind) {
    case 'anything':
      return '';
    case 'words':
      return `-f -a ${quoted(values.words.join(' '))}`;
    case 'files':
      return '-F';
    case 'folders':
      return `-f -a '(__fish_complete_directories)'`;
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll(/['\\]/g, '\\$&')}'`;
}
