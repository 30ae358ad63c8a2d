import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Job, packFolder } from '../../build/package/builder.ts';
import { type DesktopSession, startDesktopSession } from '../electron-runtime/desktop-session.ts';
import { handOver } from '../electron-runtime/ordinary-user.ts';
import { aProject, removeProject } from './a-project.ts';
import { pressIn, windowTitles } from './desktop-windows.ts';
import { type Feed, startFeed } from './feed.ts';
import { packingRuntime } from './packing.ts';
import { type StartedApp, startApp } from './started-app.ts';

const longest = 120_000;
/** Of all questions about new versions. */
const question = 'Updates';
/** What an AppImage of the new version is here: it is put in place and started once, to register itself. */
const newVersion = '#!/bin/sh\nexit 0\n';

const runtime = packingRuntime();
const missing = 'missing' in runtime ? runtime.missing : undefined;

describe.skipIf(missing !== undefined)(`new versions (${missing ?? 'packaged'})`, () => {
  let job: Job | undefined;
  let program: string;
  let feed: Feed;
  beforeAll(async () => {
    if ('missing' in runtime) return;
    feed = await startFeed();
    job = await aProject(runtime, feed.address);
    program = join(await packFolder(job), 'mailstow-desktop');
    for (const folder of [job.project, job.output]) chmodSync(folder, 0o755);
  }, longest);
  afterAll(async () => {
    await feed?.stop();
    if (job !== undefined) removeProject(job);
  });

  beforeEach(() => {
    feed.asked.length = 0;
  });

  interface Scene {
    readonly session: DesktopSession;
    readonly started: StartedApp;
    /** The file that the person keeps the app in. */
    readonly appImage: string;
  }

  async function withApp(act: (scene: Scene) => Promise<void>): Promise<void> {
    const session = await startDesktopSession();
    const folder = join(session.home, 'Programs');
    mkdirSync(folder);
    handOver(folder);
    const appImage = join(folder, 'Mailstow.AppImage');
    writeFileSync(appImage, 'the old one');
    handOver(appImage);
    const started = await startApp(session, [program], { APPIMAGE: appImage });
    try {
      await act({ session, started, appImage });
    } finally {
      await started.close();
      await session.stop();
    }
  }

  const isAsked = ({ session }: Scene) =>
    expect.poll(() => windowTitles(session), { timeout: 20_000 }).toContain(question);
  const isAnswered = ({ session }: Scene) =>
    expect.poll(() => windowTitles(session), { timeout: 20_000 }).not.toContain(question);
  /** Return presses the button that is offered; the other one is a Tab away. */
  const pressOffered = ({ session }: Scene) => pressIn(session, question, 'Return');
  const pressOther = ({ session }: Scene) => pressIn(session, question, 'Tab', 'Return');

  /** Says that new versions may be looked for, after nothing was sent before. */
  async function sayYes(scene: Scene): Promise<void> {
    await isAsked(scene);
    expect(feed.asked).toEqual([]);
    pressOther(scene);
    await expect.poll(() => feed.asked.length, { timeout: 20_000 }).toBeGreaterThan(0);
  }

  test('nothing is asked of anybody before a yes, and a no is kept', { timeout: longest }, () =>
    withApp(async scene => {
      await isAsked(scene);
      pressOffered(scene);
      await isAnswered(scene);
      const { home } = scene.session;
      const settings = () => readFileSync(join(home, '.config/Mailstow/settings.json'), 'utf8');
      await expect.poll(settings).toMatch(/"updates": ?"off"/);
      expect(feed.asked).toEqual([]);
    }),
  );

  test(
    'one is seen, offered, downloaded, and put in place when the app is closed',
    { timeout: longest },
    () =>
      withApp(async scene => {
        feed.announce('99.0.0', newVersion);
        await sayYes(scene);
        await isAsked(scene);
        pressOffered(scene);
        await expect
          .poll(() => feed.asked.map(({ path }) => path))
          .toContain('/updates/Mailstow-99.0.0-linux-x86_64.AppImage');
        await isAsked(scene);
        expect(readFileSync(scene.appImage, 'utf8')).toBe('the old one');
        pressOffered(scene);
        await isAnswered(scene);
        pressIn(scene.session, 'Accounts – Mailstow', 'ctrl+q');
        const { process: app } = scene.started;
        await expect.poll(() => app.exitCode, { timeout: 30_000 }).toBe(0);
        expect(readFileSync(scene.appImage, 'utf8')).toBe(newVersion);
        // Nothing of what was asked tells one person from another.
        for (const { headers } of feed.asked) {
          expect(headers).toMatchObject({
            'user-agent': 'electron-builder',
            'accept-language': '*',
          });
          expect(Object.keys(headers).join()).not.toMatch(/staging|cookie|auth|client/i);
        }
        expect(readdirSync(join(scene.session.home, '.config/Mailstow'))).not.toContain(
          '.updaterId',
        );
      }),
  );

  test(
    'one that is not what was announced is refused, and nothing is changed',
    { timeout: longest },
    () =>
      withApp(async scene => {
        feed.announce('99.0.1', 'something else', newVersion);
        await sayYes(scene);
        await isAsked(scene);
        pressOffered(scene);
        await expect
          .poll(() => feed.asked.map(({ path }) => path))
          .toContain('/updates/Mailstow-99.0.1-linux-x86_64.AppImage');
        await isAsked(scene);
        pressOffered(scene);
        await isAnswered(scene);
        expect(readFileSync(scene.appImage, 'utf8')).toBe('the old one');
        const cache = join(scene.session.home, '.cache');
        const kept = readdirSync(cache, { recursive: true, encoding: 'utf8' });
        expect(kept.filter(name => name.endsWith('.AppImage'))).toEqual([]);
      }),
  );
});
