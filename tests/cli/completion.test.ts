import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mailstowProgram } from '../../electron/cli/mailstow/program.ts';
import { temporaryFolder } from '../engine/catalog/an-archive.ts';
import { isInstalled } from '../tools.ts';
import { said } from './command-line.ts';

const program = mailstowProgram(
  async () => undefined,
  () => undefined,
);
const visible = program.commands.map(each => each.name()).filter(name => name !== 'certificate');
const archiveOptions = program.commands
  .find(each => each.name() === 'archive')
  ?.options.flatMap(({ long }) => long ?? []);

/** A folder with things to name, and what a shell offers in it for what was typed up to the cursor. */
async function prepared(shell: string) {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'my mail'));
  writeFileSync(join(folder, 'my letter.eml'), '');
  const script = join(folder, '.completion');
  writeFileSync(script, (await said('completion', shell)).stdout);
  return { folder, script };
}

/** What each shell does with the script; @returns what it offers */
const shells: Record<string, (at: { folder: string; script: string }, typed: string) => string[]> =
  {
    bash({ folder, script }, typed) {
      // As readline cuts it: at blanks and around each "=".
      const words = typed.split(/ |(=)/).filter(word => word !== undefined);
      const last = words.at(-1) === '' && words.at(-2) === '=' ? words.slice(0, -1) : words;
      const run = [
        'source "$1"; shift; set -u',
        'COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))',
        // What readline calls is what "complete" was told.
        '[[ $(complete -p mailstow) == "complete -F _mailstow mailstow" ]] || exit 1',
        `compopt() { :; }; _mailstow; printf '%s\\n' "\${COMPREPLY[@]-}"`,
      ].join('\n');
      return lines('bash', ['--norc', '-c', run, 'bash', script, ...last], folder);
    },
    fish({ folder, script }, typed) {
      const run = `source ${script}; complete -C '${typed}'`;
      return lines('fish', ['--no-config', '-c', run], folder).map(
        line => line.split('\t')[0]?.replace(/\/$/, '') ?? '',
      );
    },
    zsh({ folder, script }, typed) {
      // On a terminal of its own: the line is typed, and what Tab adds is written down.
      const [setup, offers] = [join(folder, '.setup'), join(folder, '.offers')];
      writeFileSync(offers, '');
      writeFileSync(
        setup,
        `autoload -Uz compinit; compinit -u -d '${join(folder, '.dump')}'; source '${script}'
compadd() {
  local -A inner; zparseopts -E -A inner O: A: D:
  if (( $#inner == 0 )); then
    local -a hits; builtin compadd -O hits "$@"; print -rl -- $hits >>'${offers}'
  fi
  builtin compadd "$@"
}
bindkey '^I' complete-word; comppostfuncs=(exit)
print READ''Y`,
      );
      const run = `zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell 'source ${setup}'
zpty -r shell text '*READY*'
zpty -w -n shell $'${typed}\\t'
while zpty -r shell text; do :; done`;
      lines('zsh', ['-f', '-c', run], folder);
      // Names are added as they would be typed, once for each place that zsh looks in.
      const added = readFileSync(offers, 'utf8').replaceAll('\\', '').split('\n');
      return [...new Set(added)].filter(line => line !== '');
    },
  };

function lines(program: string, args: readonly string[], cwd: string): string[] {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout.split('\n').filter(line => line !== '');
}

describe.each(Object.entries(shells).filter(([shell]) => shell === 'bash' || isInstalled(shell)))(
  'in %s',
  (shell, offered) => {
    test('commands, options, values, files and folders', async () => {
      const at = await prepared(shell);
      const words = (typed: string) =>
        offered(at, typed)
          .map(word => word.trim())
          .sort();
      expect(words('mailstow ')).toEqual([...visible, 'help'].sort());
      expect(words('mailstow sta')).toEqual(['status']);
      expect(words('mailstow profile ')).toEqual(['help', 'list', 'move', 'remove', 'save']);
      expect(words('mailstow help ver')).toEqual(['verify']);
      const options = words('mailstow archive --').filter(word => word.startsWith('--'));
      expect(options).toEqual([...(archiveOptions ?? []), '--help'].sort());
      expect(words('mailstow profile save home --fol')).toEqual(['--folder']);
      expect(words('mailstow archive --quiet --security ')).toEqual(['none', 'starttls', 'tls']);
      expect(words('mailstow archive --layout fl')).toEqual(['flat']);
      expect(words('mailstow completion ')).toEqual(['bash', 'fish', 'zsh']);
      // A folder is offered where a folder is wanted, and no file.
      expect(words('mailstow archive --folder my')).toEqual(['my mail']);
      expect(words('mailstow status my')).toEqual(['my mail']);
      expect(words('mailstow show my')).toEqual(['my letter.eml', 'my mail']);
      expect(words('mailstow report --json my')).toEqual(['my mail']);
    });
  },
);

test('bash: a value joined to its option', async () => {
  const at = await prepared('bash');
  expect(shells.bash?.(at, 'mailstow archive --security=st')).toEqual(['starttls']);
  expect(shells.bash?.(at, 'mailstow archive --security=')).toEqual(['tls', 'starttls', 'none']);
  expect(shells.bash?.(at, 'mailstow archive --security=tls --layout=')).toEqual([
    'folders',
    'flat',
  ]);
});

test('for another shell: which there are', async () => {
  const { code, stderr } = await said('completion', 'tcsh');
  expect(code).toBe(2);
  expect(stderr).toContain('bash, zsh, fish');
});
