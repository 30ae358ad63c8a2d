import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Profiles } from '../../../electron/services/accounts/profiles.ts';
import { aProfile, temporaryFolder } from './a-profile.ts';

describe('profiles', () => {
  test('are kept in the order in which they were set up, with the end of their last run', () => {
    const folder = temporaryFolder();
    const profiles = new Profiles(folder);
    const first = profiles.save(undefined, aProfile());
    const second = profiles.save(undefined, aProfile({ user: 'board' }));
    profiles.save(first.id, aProfile({ headersOnly: true }));
    profiles.noteRun(second.id, { finishedAt: 5, complete: true, messages: 7 });
    expect(new Profiles(folder).list()).toEqual([
      { id: first.id, profile: aProfile({ headersOnly: true }) },
      {
        id: second.id,
        profile: aProfile({ user: 'board' }),
        lastRun: { finishedAt: 5, complete: true, messages: 7 },
        lastComplete: { finishedAt: 5, messages: 7 },
      },
    ]);
  });

  test('keep the last complete run through attempts that fail, also where an earlier version noted it', () => {
    const folder = temporaryFolder();
    const profiles = new Profiles(folder);
    const { id } = profiles.save(undefined, aProfile());
    profiles.noteRun(id, { finishedAt: 5, complete: true, messages: 7 });
    const file = join(folder, 'accounts.json');
    const { version, content } = JSON.parse(readFileSync(file, 'utf8'));
    const [{ lastComplete, ...before }] = content;
    writeFileSync(file, JSON.stringify({ version, content: [before] }));
    const later = new Profiles(folder);
    expect(later.list()[0]).toMatchObject({ lastComplete });
    later.noteRun(id, { finishedAt: 9, complete: false, messages: 0 });
    expect(later.get(id)).toMatchObject({ lastComplete, lastRun: { finishedAt: 9 } });
    later.noteRun(id, { finishedAt: 12, complete: true, messages: 8 });
    expect(later.get(id).lastComplete).toEqual({ finishedAt: 12, messages: 8 });
  });

  test('one that was removed is gone, and neither saved nor removed again', () => {
    const profiles = new Profiles(temporaryFolder());
    const { id } = profiles.save(undefined, aProfile());
    profiles.remove(id);
    expect(profiles.list()).toEqual([]);
    expect(() => profiles.save(id, aProfile())).toThrow('no longer set up');
    expect(() => profiles.remove(id)).toThrow('no longer set up');
  });

  test('a field that is no part of a profile is not kept', () => {
    const folder = temporaryFolder();
    const withSecret = { ...aProfile(), password: 'secret' };
    new Profiles(folder).save(undefined, withSecret);
    expect(new Profiles(folder).list()).toHaveLength(1);
    expect(readFileSync(join(folder, 'accounts.json'), 'utf8')).not.toContain('secret');
  });
});
