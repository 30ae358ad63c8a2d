import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';

export type Layout = 'flat' | 'folders';

/** What somebody may have done to an archive before its owner gets it. */
export interface Trick {
  readonly name: string;
  /** @param outside a folder that is nobody's business, for what lies outside of the archive */
  play(archive: string, outside: string): void;
  /** What the run, and one of those who look on, must name; absent where they have nothing to refuse. */
  readonly named?: { readonly run?: RegExp; readonly look?: RegExp };
}

const folders = ['.mailstow', '.mailstow/journal', '.mailstow/server', '.mailstow/superseded'];
/** Files that a run and those who look at an archive open. */
const files = [
  '.uidvalidity',
  '.mailstow/names.jsonl',
  '.mailstow/mailboxes.jsonl',
  '.mailstow/account.json',
  '.mailstow/format.json',
  '.mailstow/journal/INBOX.jsonl',
  '.mailstow/seals/INBOX.json',
  '.mailstow/server/INBOX.json',
  '.mailstow/remap/INBOX.json',
  '.mailstow/history.jsonl',
  '.mailstow/lock.2',
];
/** Those that only a run opens. */
const ofRuns = /seals|server|remap|superseded/;

/** Moved outside, with a link to it in its place. */
function linked(path: string): Trick {
  return {
    name: `${path} is a link`,
    play: (archive, outside) => {
      const target = join(outside, basename(path));
      if (existsSync(join(archive, path))) {
        spawnSync('cp', ['-a', join(archive, path), target]);
        rmSync(join(archive, path), { recursive: true });
      } else writeFileSync(target, '{}');
      symlinkSync(target, join(archive, path));
    },
    named: whereRefused(path, 'is a link'),
  };
}

function special(kind: 'FIFO' | 'device'): (path: string) => Trick {
  return path => ({
    name: `${path} is a ${kind}`,
    play: archive => {
      rmSync(join(archive, path), { force: true });
      const type = kind === 'FIFO' ? ['p'] : ['c', '1', '5'];
      const { status, stderr } = spawnSync('mknod', [join(archive, path), ...type]);
      if (status !== 0) throw new Error(stderr.toString());
    },
    named: whereRefused(path, 'is not a regular file'),
  });
}

function whereRefused(path: string, what: string): NonNullable<Trick['named']> {
  const said = new RegExp(`${path.replaceAll('.', '\\.')} ${what}`);
  return ofRuns.test(path) ? { run: said } : { run: said, look: said };
}

/** A text in one of our files replaced by another, which leads outside. */
function rewritten(path: string, before: RegExp, after: string, named: RegExp): Trick {
  return {
    name: `${path} says ${after}`,
    play: archive => {
      const text = readFileSync(join(archive, path), 'utf8');
      if (!before.test(text)) throw new Error(`${path}: ${text}`);
      writeFileSync(join(archive, path), text.replace(before, after));
      // What was sealed would not be looked at.
      rmSync(join(archive, '.mailstow/seals'), { recursive: true, force: true });
    },
    named: { run: named },
  };
}

/** @param device whether device nodes can be made here */
export function tricks(layout: Layout, device: boolean): Trick[] {
  const plan = {
    mailbox: 'INBOX',
    delimiter: '/',
    from: 1,
    to: 2,
    phase: 'place',
    aside: '../../../../outside',
    files: [],
  };
  return [
    ...[...folders, ...files].map(linked),
    ...(layout === 'folders' ? [linked('INBOX'), linked('Work/Deep')] : []),
    ...files.map(special('FIFO')),
    ...(device ? files.map(special('device')) : []),
    {
      name: 'a link where a temporary file was made once',
      play: (archive, outside) => {
        writeFileSync(join(outside, 'precious'), 'precious');
        for (const path of files) {
          symlinkSync(join(outside, 'precious'), join(archive, `${path}.part`));
        }
        // Something is to be written again.
        rmSync(join(archive, '.uidvalidity'));
        rmSync(join(archive, '.mailstow/account.json'));
      },
    },
    {
      name: 'a message is a link',
      play: (archive, outside) => {
        const [name = ''] = spawnSync('find', [
          archive,
          '-name',
          '*1*.eml',
          '-o',
          '-name',
          'MSG_*_1.*',
        ])
          .stdout.toString()
          .split('\n');
        renameSync(name, join(outside, 'message'));
        symlinkSync(join(outside, 'message'), name);
      },
      named: { run: /deleted or renamed/ },
    },
    rewritten(
      '.mailstow/names.jsonl',
      /\["\.mailstow","INBOX","INBOX"\]/,
      '[".mailstow","INBOX","../../../outside/INBOX"]',
      /A line of .*names\.jsonl did not come from Mailstow/,
    ),
    {
      name: 'names.jsonl leads outside on every level',
      play: archive => {
        const lines = [
          ['', 'INBOX', '../outside'],
          ['', 'Work', '..'],
          ['', 'Sent', '.mailstow'],
        ];
        const text = lines.map(line => `${JSON.stringify(line)}\n`).join('');
        writeFileSync(join(archive, '.mailstow/names.jsonl'), text);
        rmSync(join(archive, '.mailstow/seals'), { recursive: true, force: true });
      },
      named: { run: /3 lines of .*names\.jsonl did not come from Mailstow/ },
    },
    {
      name: 'the journal names a file outside',
      play: archive => {
        const line = ['f', 77, 8, null, null, '', '../outside/precious'];
        appendFileSync(
          join(archive, '.mailstow/journal/INBOX.jsonl'),
          `${JSON.stringify(line)}\n["quarantined",78,"reason","../../outside/precious"]\n`,
        );
      },
      named: { run: /2 lines of the journal of INBOX could not be read/ },
    },
    {
      name: 'a plan leads outside',
      play: archive => {
        mkdirSync(join(archive, '.mailstow/remap'), { recursive: true });
        writeFileSync(join(archive, '.mailstow/remap/INBOX.json'), JSON.stringify(plan));
      },
      named: { run: /remap\/INBOX\.json is damaged/ },
    },
    {
      name: 'a plan moves a file from outside',
      play: archive => {
        const file = {
          kind: 'full',
          oldName: '../../../../outside/precious',
          newName: '../precious',
          size: 8,
          sha256: null,
          internalDate: null,
          flags: '',
          uid: 9,
        };
        mkdirSync(join(archive, '.mailstow/remap'), { recursive: true });
        writeFileSync(
          join(archive, '.mailstow/remap/INBOX.json'),
          JSON.stringify({ ...plan, aside: 'aside', files: [file] }),
        );
      },
      named: { run: /remap\/INBOX\.json is damaged/ },
    },
  ];
}
