import type { IConfiguration } from 'dependency-cruiser';

const engine = 'electron/engine';
const services = 'electron/services';
const log = 'electron/log';

/** What every room of the engine may import. */
const forEngine = [
  'shared/model',
  'shared/search',
  'shared/i18n',
  'shared/defaults.ts',
  'shared/version.ts',
  `${engine}/errors.ts`,
  `${engine}/defects.ts`,
  `${engine}/copy-bytes.ts`,
  `${engine}/mailbox-name.ts`,
  `${engine}/regular-file.ts`,
];

/** Each room, and what it may import besides itself and what is inside it: `npm run rooms` holds it. */
const table: Readonly<Record<string, readonly string[]>> = {
  'shared/model': ['zod'],
  'shared/i18n': ['shared/model'],
  'shared/search': ['shared/model', 'zod'],
  // The library, and what needs it: no room of the engine may, commands do without.
  'shared/i18n/i18n.ts': ['shared/i18n', 'i18next'],
  'shared/i18n/i18next.d.ts': ['shared/i18n', 'i18next'],
  'shared/i18n/failure-words.ts': ['shared/i18n', 'shared/model', 'i18next'],
  'shared/defaults.ts': [],
  'shared/version.ts': ['package.json'],
  'shared/contract.ts': [
    'shared/contract-names.ts',
    'shared/model',
    'shared/search',
    'shared/i18n/languages.ts',
    'zod',
  ],
  ...ofEngine({
    'errors.ts': [],
    'defects.ts': [],
    'copy-bytes.ts': [],
    'mailbox-name.ts': [],
    'regular-file.ts': [],
    wire: [],
    protocol: ['wire'],
    ...withInner('session', ['protocol', 'wire'], {
      transport: [],
      auth: ['transport/channel-binding.ts'],
      trace: ['login/all-secrets.ts', 'login/secrets.ts', 'transport'],
      login: [
        'auth',
        'transport',
        'capabilities.ts',
        'connection.ts',
        'refusal.ts',
        'server-words.ts',
      ],
    }),
    ...withInner('discovery', ['session', 'pop3/session'], {
      facts: ['mail-server.ts'],
      autoconfig: ['mail-server.ts', 'sax'],
    }),
    'discovery/discover.ts': ['discovery', 'tldts'],
    thread: [],
    ...withInner('mail', ['thread'], {
      decode: ['iconv-lite'],
      header: ['decode', 'message-file.ts', 'postal-mime'],
      html: ['decode', 'sanitize-html', 'postcss', 'sax'],
      signed: [],
    }),
    search: ['catalog', 'archive', 'mail', 'thread'],
    'search/attachments': ['mail', 'unpdf', '@hyzyla/pdfium', 'yauzl', 'sax', 'ical.js'],
    // Looks closer at one message: its files, invitations and signatures.
    reading: ['mail', 'thread', 'search/attachments'],
    'reading/preview': ['mail', 'search/attachments'],
    'reading/invitation': ['search/attachments', 'ical.js'],
    'reading/protection': ['mail', 'pkijs', 'asn1js'],
    ...withInner('archive', ['thread'], {
      disk: [],
      layout: ['disk'],
      journal: ['layout', 'disk'],
      index: ['journal', 'layout', 'disk'],
      writer: ['journal', 'layout', 'disk'],
      renumber: ['writer', 'journal', 'layout', 'disk'],
      unchanged: ['journal', 'layout', 'disk'],
      extras: [
        ...['unchanged', 'index', 'journal', 'layout', 'disk'],
        ...['archive-reader.ts', 'mailbox-reader.ts'],
      ],
    }),
    catalog: ['archive', 'mail', 'thread'],
    export: ['archive/layout', 'yazl', '@cantoo/pdf-lib'],
    report: [],
    ...withInner(
      'run',
      // Date and subject are part of a file's name in the folders layout; a UID set and a response are the words of a session.
      ['report', 'session', 'archive', 'mail', 'protocol', 'wire/frame.ts'],
      {
        connection: [],
        choose: ['connection'],
        survey: ['connection'],
        download: ['connection', 'mailbox-run.ts'],
        recognise: ['choose', 'survey', 'connection', 'mailbox-run.ts'],
        extras: [],
      },
    ),
    // What changes folders on the server; see `asked` below for who may import it.
    mailboxes: ['run', 'session', 'protocol', 'archive', 'wire/modified-utf7.ts'],
    // Looks on the server for what is not archived yet, and changes nothing.
    'server-search': ['run', 'session', 'protocol', 'archive', 'wire/encoder.ts'],
    'look-at-server.ts': ['session', 'pop3/session'],
    // Beside the session and the run by IMAP, and on what both share.
    pop3: [],
    'pop3/wire': [],
    'pop3/session': ['pop3/wire', 'session', 'protocol', 'wire/octet-text.ts'],
    'pop3/run': ['pop3/session', 'pop3/wire', 'run', 'session', 'protocol', 'archive', 'mail'],
    // Rounds of either protocol, for as long as nobody ends them.
    live: ['run', 'pop3/run', 'session', 'protocol'],
    'archive-by-protocol.ts': ['run', 'pop3/run'],
    'compare-by-protocol.ts': ['run', 'pop3/run'],
  }),
  [log]: [engine, 'shared', 'electron-log'],
  [services]: [log, engine, 'shared', 'zod'],
  [`${services}/sign-in`]: [
    `${services}/accounts`,
    `${services}/clip.ts`,
    `${services}/json-file.ts`,
    engine,
    'shared',
    'build/oauth-clients.json',
    'zod',
    'oauth4webapi',
  ],
  // The one place that knows the system's keyring; the desktop app has Electron's safeStorage instead.
  [`${services}/vault/keyring.ts`]: [services, engine, '@napi-rs/keyring'],
  'electron/cli': [services, log, engine, 'shared', 'commander'],
  // Both faces open the browser alike.
  'electron/cli/mailstow/sign-in-with-provider.ts': [
    'electron/cli',
    'electron/web/open-browser.ts',
    services,
    engine,
    'shared',
  ],
  // `mailstow serve` starts the other face.
  'electron/cli/mailstow/serve.ts': [
    'electron/cli',
    'electron/web',
    services,
    log,
    engine,
    'shared',
  ],
  'electron/web': [
    services,
    log,
    engine,
    'shared',
    'zod',
    'vite',
    'hono',
    '@hono/node-server',
    'i18next',
  ],
  'electron/desktop': [services, log, engine, 'shared', 'electron', 'zod', 'i18next'],
  'electron/desktop/updates': [
    'electron/desktop/report-error.ts',
    'electron/desktop/words.ts',
    'shared',
    'electron',
    'electron-updater',
  ],
  'electron/main.ts': ['electron/desktop', 'electron/start/named-files.ts', 'electron'],
  // The names of the channels stand beside the other side that uses them.
  'electron/preload.ts': [
    'shared/contract.ts',
    'shared/contract-names.ts',
    'electron/desktop/channels.ts',
    'electron',
  ],
  // Starts programs, and is part of none.
  'electron/start': [],
  'renderer/styles': [],
  'renderer/words': ['shared/i18n', 'react', 'react-i18next', 'i18next'],
  'renderer/ui': [
    'react',
    'react-aria-components',
    '@internationalized/date',
    '@tanstack/react-virtual',
    'lucide-react',
  ],
  'renderer/parts': [
    'renderer/store',
    'renderer/ui',
    'renderer/words',
    'shared/contract.ts',
    'shared/search',
    'shared/model/failure-codes.ts',
    'shared/model/failure.ts',
    'react',
    'zustand',
    'react-aria-components',
    'i18next',
  ],
  'renderer/checked-bridge.ts': ['shared/contract.ts', 'shared/i18n/failure-of.ts'],
  'renderer/bridge.ts': [
    'shared/contract.ts',
    'shared/i18n/failure-of.ts',
    'renderer/checked-bridge.ts',
  ],
  'renderer/store': [
    'renderer/bridge.ts',
    'shared/contract.ts',
    'shared/search',
    'shared/model/place.ts',
    'shared/model/place-hash.ts',
    'shared/model/special-folder.ts',
    'shared/i18n/languages.ts',
    'react',
    'zustand',
  ],
  ...features(
    'accounts',
    'help',
    'kit',
    'mailboxes',
    'proof',
    'runs',
    'library',
    'numbers',
    'settings',
    'sign-in',
  ),
  'renderer/app.tsx': [
    'renderer/features',
    'renderer/parts',
    'renderer/store',
    'renderer/ui',
    'renderer/words',
    'react',
    'react-aria-components',
    'zustand',
  ],
  'renderer/app.css': [],
  'renderer/print-frame.ts': [],
  'renderer/begin.ts': ['renderer/main.tsx', '@fontsource-variable/inter'],
  'renderer/main.tsx': [
    'renderer/app.tsx',
    'renderer/bridge.ts',
    'renderer/print-frame.ts',
    'renderer/store',
    'renderer/styles',
    'renderer/words',
    'react',
    'react-dom',
    'react-i18next',
    'i18next',
  ],
};

function ofEngine(
  rooms: Readonly<Record<string, readonly string[]>>,
): Record<string, readonly string[]> {
  const isRoom = (name: string) => (name.split('/')[0] ?? '') in rooms;
  const rows = Object.entries(rooms).map(([room, may]) => [
    `${engine}/${room}`,
    [...may.map(name => (isRoom(name) ? `${engine}/${name}` : name)), ...forEngine],
  ]);
  return Object.fromEntries(rows);
}

/**
 * A room of the engine with rooms in it.
 * @param may what all of them may import
 * @param inner each, and what it may import besides: its neighbours, or a library
 */
function withInner(
  room: string,
  may: readonly string[],
  inner: Readonly<Record<string, readonly string[]>>,
): Record<string, readonly string[]> {
  const isNeighbour = (name: string) => name in inner || name.endsWith('.ts');
  const rows = Object.entries(inner).map(([name, besides]) => [
    `${room}/${name}`,
    [...besides.map(each => (isNeighbour(each) ? `${room}/${each}` : each)), ...may],
  ]);
  return { [room]: may, ...Object.fromEntries(rows) };
}

/** Features never import one another; the app composes them. */
function features(...names: readonly string[]): Record<string, readonly string[]> {
  const may = [
    'renderer/parts',
    'renderer/store',
    'renderer/ui',
    'renderer/words',
    'shared/contract.ts',
    'shared/model/special-folder.ts',
    'shared/search',
  ];
  const libraries = ['react', 'react-aria-components', 'zustand'];
  return Object.fromEntries(
    names.map(name => [`renderer/features/${name}`, [...may, ...libraries]]),
  );
}

/** Matches a file or a folder with all in it, or a library. */
function pathOf(name: string): string {
  const literal = name.replace(/[.]/g, '[.]');
  const isOurs = /^((electron|renderer|build)\/|shared(\/|$)|package\.json$)/.test(name);
  return isOurs ? `^${literal}(/|$)` : `^node_modules/(@types/)?${literal}/`;
}

/** Those who were asked by a person to change folders on the server, and what carries it out. */
const asked = [
  `${engine}/mailboxes`,
  `${services}/mailboxes`,
  'electron/cli/mailstow/mailboxes.ts',
  'electron/cli/mailstow/delete-mailbox.ts',
];

const rooms = Object.keys(table);

const config: IConfiguration = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Two files that import each other, in types too, belong together or need a third.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'a-room-for-each-file',
      severity: 'error',
      comment: 'Each source file stands in a room of the table in build/rooms.ts.',
      from: { path: '.', pathNot: rooms.map(pathOf) },
      to: {},
    },
    {
      name: 'only-when-asked',
      severity: 'error',
      comment: 'What changes folders on the server cannot be reached by anything that archives.',
      from: { path: '.', pathNot: asked.map(pathOf) },
      to: { path: pathOf(`${engine}/mailboxes`) },
    },
    ...rooms.map(room => ({
      name: room,
      severity: 'error' as const,
      comment: `${room} may import ${table[room]?.join(', ') || 'nothing'}`,
      from: {
        path: pathOf(room),
        pathNot: rooms.filter(each => each.startsWith(`${room}/`)).map(pathOf),
      },
      to: {
        pathNot: [room, ...(table[room] ?? [])].map(pathOf),
        dependencyTypesNot: ['core' as const],
      },
    })),
  ],
  options: {
    // Finds imports of types too; TypeScript 7 has no programming interface yet.
    parser: 'swc',
    // So that `hono/body-limit` is found, which only the package's exports name.
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'] },
    doNotFollow: { path: 'node_modules' },
  },
};

export default config;
