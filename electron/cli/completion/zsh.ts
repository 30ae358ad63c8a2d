import type { CompletedCommand, CompletedOption, Values } from './completed-command.ts';

/** A script for zsh, to be sourced or put into a folder of $fpath as a file named after its function. */
export function zshCompletion(name: string, root: CompletedCommand): string {
  return `#compdef ${name}
# Completes ${name} in zsh; made by '${name} completion zsh'.
${functionsOf(name, root).join('\n')}
if [[ $funcstack[1] == _${name} ]]; then _${name} "$@"; else compdef _${name} ${name}; fi
`;
}

/** One function for each command: its options, and either the commands in it or its operands. */
function functionsOf(name: string, command: CompletedCommand): string[] {
  const functionName = (path: readonly string[]) => ['', name, ...path].join('_');
  const options = command.options.map(each => `    ${quoted(optionSpec(each))}`);
  const own = functionName(command.path);
  if (command.commands.length === 0) {
    const operands = command.operands.map(
      (values, index) => `    ${quoted(`${index + 1}:value:${actionOf(values)}`)}`,
    );
    const specs = ['  _arguments -s -S', ...options, ...operands].join(' \\\n');
    return [`${own}() {\n${specs}\n}\n`];
  }
  const names = command.commands.map(
    ({ path, text }) => `      ${quoted(`${path.at(-1)}:${text.replaceAll(':', '\\:')}`)}`,
  );
  const cases = command.commands.map(
    ({ path }) => `        ${path.at(-1)}) ${functionName(path)} ;;`,
  );
  const specs = [
    '  _arguments -C',
    ...options,
    "    '1:command:->command'",
    "    '*::word:->inside'",
  ];
  return [
    `${own}() {
  local context state state_descr line
  typeset -A opt_args
${specs.join(' \\\n')}
  case $state in
    command)
      local -a commands=(
${names.join('\n')}
      )
      _describe command commands ;;
    inside)
      case $line[1] in
${cases.join('\n')}
      esac ;;
  esac
}
`,
    ...command.commands.flatMap(each => functionsOf(name, each)),
  ];
}

function optionSpec({ flags, text, values, isRepeatable }: CompletedOption): string {
  const [flag = ''] = flags;
  const words = text.replaceAll(/[[\]:\\]/g, '\\$&');
  if (values === undefined) return `${flag}[${words}]`;
  return `${isRepeatable ? '*' : ''}${flag}=[${words}]:value:${actionOf(values)}`;
}

function actionOf(values: Values): string {
  switch (values.kind) {
    case 'anything':
      return ' ';
    case 'words':
      return `(${values.words.join(' ')})`;
    case 'files':
      return '_files';
    case 'folders':
      return '_files -/';
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
