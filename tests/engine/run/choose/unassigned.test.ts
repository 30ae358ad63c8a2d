import { appendFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { cutComponent, roomOf } from '../../../../electron/engine/archive/layout/safe-name.ts';
import { messageFilesIn, storedMessages, test } from '../../../both-layouts.ts';
import { mailstow } from '../../../imapcl/run-process.ts';
import { numbered } from '../test-account.ts';
import { runsOnScripted } from '../whole-runs.ts';

/** What an archive keeps under a shortened name is of no mailbox until a server lists the one it was made of. */
const inbox = numbered(2).mailbox;
const long = { ...numbered(3).mailbox, name: `Work/${'A customer with a long name, '.repeat(9)}` };
const work = { name: 'Work', messages: [] };

describe('files of a shortened name, once nothing but the name tells of them', () => {
  async function forgotten() {
    const before = await runsOnScripted({ mailboxes: [inbox, work, long] });
    await before.run();
    const { folder } = before;
    expect(areLost(folder)).toBe(false);
    const [path = ''] = messageFilesIn(folder)
      .map(each => each.path)
      .filter(each => each.includes('~'));
    const component = /[^/]*~[0-9a-f]{16}/.exec(path)?.[0].replace(/^MSG_/, '') ?? '';
    expect(component).toContain('customer');
    for (const name of ['.mailstow', '.uidvalidity'])
      rmSync(join(folder, name), { recursive: true });
    return { folder, component };
  }

  /** Only then folders are read for it, run after run. */
  const areLost = (folder: string) => existsSync(join(folder, '.mailstow/names-lost'));

  const unassigned = (warnings: readonly { message: string }[]) =>
    warnings.map(({ message }) => message).filter(message => message.includes('shortened name'));

  test('are told of by runs and by status, and stay', async () => {
    const { folder, component } = await forgotten();
    const files = storedMessages(folder);
    const after = await runsOnScripted({ mailboxes: [inbox, work] });
    for (let time = 0; time < 2; time++) {
      const { result } = await after.run({ folder });
      expect(result).toMatchObject({ stored: 0, verdict: { state: 'complete' } });
      expect(unassigned(result.warnings)).toEqual([
        expect.stringMatching(/^3 message files are saved under a shortened name \(/),
      ]);
      expect(result.warnings.map(({ message }) => message).join()).toContain(component);
      expect(areLost(folder)).toBe(true);
    }
    expect(storedMessages(folder)).toEqual(files);
    const { code, stdout } = await mailstow(['status', folder]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Not assigned: 3 message files are saved under a shortened name/m);
    const json = JSON.parse((await mailstow(['status', folder, '--json'])).stdout);
    expect(json.unassigned).toEqual([{ component: expect.stringContaining(component), files: 3 }]);
  });

  test('are taken by no mailbox that is called like them, and by their own', async () => {
    const { folder, component } = await forgotten();
    const likeThem = [component, cutComponent(long.name, roomOf(255))].flatMap(name => [
      { name, messages: [] },
      { name: `Work/${name}`, messages: [] },
    ]);
    const others = await runsOnScripted({ mailboxes: [inbox, work, ...likeThem] });
    const { result } = await others.run({ folder });
    expect(unassigned(result.warnings)).toHaveLength(1);
    expect(result.mailboxes.map(({ archived }) => archived)).toEqual([2, 0, 0, 0, 0, 0]);

    const own = await runsOnScripted({ mailboxes: [inbox, work, long] });
    const last = await own.run({ folder });
    expect(last.result).toMatchObject({ stored: 0, verdict: { state: 'complete' } });
    expect(unassigned(last.result.warnings)).toEqual([]);
    expect(areLost(folder)).toBe(false);
  });

  test('are looked for again where the registry of names is damaged', async () => {
    const { run, folder } = await runsOnScripted({ mailboxes: [inbox] });
    await run();
    appendFileSync(join(folder, '.mailstow/names.jsonl'), '["","A na');
    for (let time = 0; time < 2; time++) expect((await run()).result.stored).toBe(0);
    expect(areLost(folder)).toBe(false);
  });
});
