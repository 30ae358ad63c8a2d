import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { imapclOptions } from '../../electron/cli/imapcl-options.ts';
import * as tables from '../../electron/cli/mailstow/option-tables.ts';
import { mailstowProgram } from '../../electron/cli/mailstow/program.ts';
import { imapclProgram } from '../../electron/cli/manual/imapcl-program.ts';
import { manPage } from '../../electron/cli/manual/man-page.ts';
import type { OptionTable } from '../../electron/cli/option-table.ts';
import { describedExitCodes } from '../../shared/model/exit-codes.ts';
import { isInstalled } from '../tools.ts';

const mailstow = mailstowProgram(
  async () => undefined,
  () => undefined,
);
const { defaultPort: _, ...mailstowTables } = tables;
const programs = [
  ['imapcl', imapclProgram(), [imapclOptions]],
  ['mailstow', mailstow, Object.values(mailstowTables)],
] as const;

describe.each(programs)('the manual of %s', (_name, program, optionTables) => {
  const page = manPage(program, '1.2.3', '2024-03-01');

  test('has every option with its text, and every exit code', () => {
    expect(optionTables.length).toBeGreaterThan(0);
    for (const table of optionTables as readonly OptionTable[]) {
      for (const [name, row] of Object.entries(table)) {
        const flag = name.length === 1 ? `\\-${name}` : `\\-\\-${name.replaceAll('-', '\\-')}`;
        const value = typeof row === 'string' ? '' : ` <${row.value}>`;
        const [begin = ''] = (typeof row === 'string' ? row : row.text).split(/[-\\]/);
        expect(page).toContain(`.TP\n.B ${flag}${value}\n`);
        expect(page).toContain(`\n${begin}`);
      }
    }
    for (const { code, text } of describedExitCodes()) {
      expect(page).toContain(`.TP\n.B ${code}\n${text.split('-')[0]}`);
    }
  });

  test.skipIf(!isInstalled('mandoc'))('is as man pages are, says mandoc', () => {
    const { stdout, stderr, status } = spawnSync('mandoc', ['-Tlint', '-Wwarning'], {
      input: page,
      encoding: 'utf8',
    });
    expect({ stdout, stderr, status }).toEqual({ stdout: '', stderr: '', status: 0 });
  });
});
