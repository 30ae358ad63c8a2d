import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mailstowProgram } from '../../electron/cli/mailstow/program.ts';
import { describedExitCodes } from '../../shared/model/exit-codes.ts';
import { said } from './command-line.ts';

const nothing = () => undefined;
const program = mailstowProgram(async () => undefined, nothing);
const names = program.commands.map(command => command.name());

describe('help', () => {
  test.each([[['--help']], [['-h']], [['help']]])(
    '%j lists commands and exit codes',
    async argv => {
      const { code, stdout, stderr } = await said(...argv);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/^Usage: mailstow COMMAND/);
      for (const name of names.filter(each => each !== 'certificate')) {
        expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
      }
      // Still understood, no longer advertised.
      expect(stdout).not.toMatch(/^ {2}certificate/m);
      expect(describedExitCodes().length).toBeGreaterThan(20);
      for (const { code, text } of describedExitCodes())
        expect(stdout).toContain(`  ${code}`.padEnd(7) + text);
    },
  );

  test.each(names)('of %s, in each way to ask for it', async name => {
    const { code, stdout, stderr } = await said(name, '--help');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^Usage: mailstow ${name} `));
    expect(await said(name, '-h')).toEqual({ code: 0, stdout, stderr });
    expect(await said('help', name)).toEqual({ code: 0, stdout, stderr });
    const command = program.commands.find(each => each.name() === name);
    for (const { long } of command?.options ?? []) expect(stdout).toContain(`  ${long}`);
  });

  test('of a command in a command, behind other options', async () => {
    const { code, stdout } = await said('profile', 'save', 'home', '--user', 'me', '--help');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: mailstow profile save \[options\] <NAME>/);
  });
});

describe('wrong use', () => {
  test.each([
    [['stauts'], "Unknown command 'stauts'. Did you mean status?", 'mailstow'],
    [['download'], "Unknown command 'download'.", 'mailstow'],
    [['help', 'verfy'], "Unknown command 'verfy'. Did you mean verify?", 'mailstow'],
    [['profile', 'sav'], "Unknown command 'sav'. Did you mean save?", 'mailstow profile'],
    [
      ['archive', '--foldr', 'x'],
      "Unknown option '--foldr'. Did you mean --folder?",
      'mailstow archive',
    ],
    [['status', 'x', '-q'], "Unknown option '-q'.", 'mailstow status'],
    [['archive', '--version'], "Unknown option '--version'.", 'mailstow archive'],
    [[], 'The command is missing.', 'mailstow'],
    [['profile'], 'The command is missing.', 'mailstow profile'],
    [['verify'], 'FOLDER is missing.', 'mailstow verify'],
    [['verify', 'a', 'b'], "'b' is one argument too many.", 'mailstow verify'],
    [['serve', 'everything'], "'everything' is one argument too many.", 'mailstow serve'],
    [['archive', '--user'], "Option '--user <NAME>' argument missing.", 'mailstow archive'],
    [['archive', '--user', 'a', '--user=b'], '--user is given twice.', 'mailstow archive'],
    [['status', 'x', '--json', '--json'], '--json is given twice.', 'mailstow status'],
    [['status', 'x', '--json=1'], '--json takes no value.', 'mailstow status'],
    [
      ['archive', '--folder', '--json'],
      '--folder has no value, or one that looks like an option; if --json is its value, write --folder=--json.',
      'mailstow archive',
    ],
  ])('%j: what is wrong, what to do, and no more', async (argv, sentence, command) => {
    expect(await said(...argv)).toEqual({
      code: 2,
      stdout: '',
      stderr: `Error: ${sentence}\nSee: ${command} --help\n`,
    });
  });

  test('an empty operand is none', async () => {
    const { code, stderr } = await said('status', '');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^Error: FOLDER has no value\.\n/);
  });

  test.each([
    ['archive', '--password=Pa55'],
    ['archive', '-pPa55'],
    ['--password=Pa55', 'archive'],
    ['archive', "--it's=Pa55'\n(Did you mean Pa55?)"],
  ])('the value of an unknown option is not repeated: %s %s', async (...argv) => {
    const { code, stderr } = await said(...argv);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^Error: Unknown option '/);
    expect(stderr).not.toContain('Pa55');
  });

  test('whatever is typed: two lines and 2, or help', async () => {
    const known = program.commands.flatMap(({ options }) =>
      options.flatMap(({ long }) => long ?? []),
    );
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom('--', '-', '-h', '--help', '--=', '-=', 'help', ...known),
      fc.constantFrom(...known).map(flag => `${flag}=x`),
    );
    // Without operands that name something, and without a server: nothing can begin.
    const commands = ['archive', 'verify', 'profile', 'status', 'completion', ''];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...commands), fc.array(word), async (command, words) => {
        const argv = [command, ...words.map(each => each.replace('--server', '--user'))];
        const { code, stdout, stderr } = await said(...argv);
        if (code === 0) expect(stdout).toMatch(/^(Usage: mailstow|# Completes)/);
        else {
          // A folder may be called anything; where it is no archive, JSON that was asked for says so too.
          expect(stdout).toMatch(/^(\{"event":"failed",[^\n]*\}\n)?$/);
          expect(stderr).toMatch(/^Error: [^\n]*\n[^\n]*\n$/);
        }
      }),
    );
  });
});
