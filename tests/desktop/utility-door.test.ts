import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desktopBuilds } from '../../build/desktop-builds.ts';
import { type DesktopSession, startDesktopSession } from '../electron-runtime/desktop-session.ts';
import { lookForRuntime } from '../electron-runtime/look.ts';
import { asOrdinaryUser, handOver } from '../electron-runtime/ordinary-user.ts';
import { Random } from '../fixtures/mail/random.ts';
import { tricks } from '../fixtures/search/hostile/hostile-files.ts';
import { bytesOf, plantedDocuments } from '../fixtures/search/planted-documents.ts';
import { packAsar } from '../package/contents.ts';
import type { ReadInElectron } from './reader-app.ts';

const runtime = lookForRuntime();
const missing = 'missing' in runtime ? runtime.missing : undefined;
/** What cannot be read in time or memory, and what comes after it. */
const harmful = {
  'slow.pdf': 'a dash, a state and text without an end',
  'large.pdf': 'a font whose letters are a range of billions',
} as const;

describe.skipIf(missing !== undefined)(
  `attachments in a real Electron (${missing ?? 'found'})`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'mailstow-reader-'));
    const files: string[] = [];
    let session: DesktopSession;
    beforeAll(async () => {
      session = await startDesktopSession('absent');
      await build(appBuild());
      const reader = desktopBuilds().find(({ build }) =>
        String(build?.ssr).endsWith('attachment-process.ts'),
      );
      await build({ ...reader, build: { ...reader?.build, outDir: join(folder, 'app') } });
      writeFileSync(
        join(folder, 'app/package.json'),
        '{"name":"reader","type":"module","main":"main.mjs"}',
      );
      mkdirSync(join(folder, 'files'));
      for (const { file } of plantedDocuments) put(file, bytesOf({ file }));
      for (const [name, trick] of Object.entries(harmful))
        put(name, tricks[trick]?.(new Random(1), 0.1)[1] as Buffer);
      put('last.txt', Buffer.from('the last'));
      chmodSync(folder, 0o755);
    }, 120_000);
    afterAll(async () => {
      await session.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    test.each(['beside the sources', 'in an archive of files'])(
      'are read by a process of its own, whatever they are: %s',
      { timeout: 120_000 },
      async where => {
        const packed = join(folder, 'app.asar');
        if (where !== 'beside the sources') await packAsar(join(folder, 'app'), packed);
        const app = where === 'beside the sources' ? join(folder, 'app') : packed;
        const { readings, walls, problem } = await run(app);
        expect(problem).toBeUndefined();
        for (const { file, words, isLocked } of plantedDocuments) {
          const reading = readings[file];
          if (isLocked) expect(reading, file).toEqual({ unread: 'encrypted' });
          else
            expect(reading, file).toMatchObject({
              text: expect.stringContaining(words.czech),
              cut: false,
            });
        }
        expect(readings['slow.pdf']).toEqual({ unread: 'too-slow' });
        expect(readings['large.pdf']).toEqual({ unread: 'too-much-memory' });
        expect(readings['last.txt']).toEqual({ text: 'the last', cut: false });
        expect(walls).toBeDefined();
        console.log(`attachments ${where}: walled off from ${JSON.stringify(walls)}`);
      },
    );

    function put(name: string, bytes: Buffer): void {
      const path = join(folder, 'files', name);
      writeFileSync(path, bytes);
      files.push(path);
    }

    /** What the app of the test is made of. */
    function appBuild(): InlineConfig {
      const [main] = desktopBuilds();
      return {
        ...main,
        plugins: [],
        build: {
          ...main?.build,
          ssr: join(import.meta.dirname, 'reader-app.ts'),
          outDir: join(folder, 'app'),
        },
      };
    }

    async function run(app: string): Promise<ReadInElectron> {
      const out = mkdtempSync(join(folder, 'out-'));
      handOver(out);
      const program = 'program' in runtime ? runtime.program : '';
      const [command, ...rest] = asOrdinaryUser([program, `--user-data-dir=${out}/data`, app]);
      const started = spawn(command, rest, {
        cwd: session.home,
        env: { ...session.env, MAILSTOW_READ: [out, ...files].join('\n') },
        stdio: 'ignore',
      });
      await once(started, 'exit');
      return JSON.parse(readFileSync(join(out, 'read.json'), 'utf8'));
    }
  },
);
