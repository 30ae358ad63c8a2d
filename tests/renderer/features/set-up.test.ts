// @vitest-environment happy-dom
import { act, cleanup, screen, within } from '@testing-library/react';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { profileOf } from '../../../renderer/store/setup-draft.ts';
import type { MailboxEntry, ShownFailure } from '../../../shared/contract.ts';
import { aRun } from '../../a-run.ts';
import { anAccount } from '../an-account.ts';
import { gate, Refused } from '../fake-bridge.ts';
import { choose, openWindow } from './window.ts';

const server = { host: 'imap.example.org', port: 993, security: 'tls' } as const;
const mailboxes: MailboxEntry[] = [
  { name: 'INBOX', levels: ['INBOX'], use: 'inbox', selectable: true, messages: 3 },
  { name: 'Work', levels: ['Work'], selectable: true, messages: 1_200 },
  { name: 'Junk', levels: ['Junk'], use: 'junk', selectable: true, messages: 9 },
];
const google = { provider: 'Google', address: 'https://myaccount.google.com/apppasswords' };
const refused: ShownFailure = {
  kind: 'login-refused',
  scope: 'account',
  message: 'The server refuses this user name or password.',
  nextStep: 'Check both.',
  serverText: 'NO [ALERT] Application-specific password required',
};

const answering = {
  'accounts.guess': () => ({ server, user: 'accounts@example.org' }),
  'accounts.test': () => ({ result: 'ok' }),
  'accounts.mailboxes': () => mailboxes,
  'accounts.count': () => ({ whole: true }),
  'accounts.cancel': () => undefined,
  'folders.browse': () => ({ path: '/home', parent: null, folders: [] }),
  'folders.propose': () => null,
  'folders.look': () => ({ free: 5_000_000_000 }),
};

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const heading = (name: string) => screen.findByRole('heading', { name });

async function atWho(answers = {}, options: Partial<Parameters<typeof openWindow>[0]> = {}) {
  const opened = await openWindow({
    at: { at: 'set-up' },
    answers: { ...answering, ...answers },
    ...options,
  });
  return opened;
}

async function filledIn(answers = {}, options: Partial<Parameters<typeof openWindow>[0]> = {}) {
  const opened = await atWho(answers, options);
  await opened.user.type(screen.getByLabelText('Email address'), 'accounts@example.org');
  await opened.user.type(screen.getByLabelText('Password'), 'secret');
  return opened;
}

describe('who', () => {
  test('goes nowhere before there is an address and a password', async () => {
    const { bridge, user } = await atWho();
    expect(button('Continue')).toHaveProperty('disabled', true);
    await user.type(screen.getByLabelText('Email address'), 'accounts@example.org');
    expect(button('Continue')).toHaveProperty('disabled', true);
    expect(button('Test connection')).toHaveProperty('disabled', true);
    await user.type(screen.getByLabelText('Password'), 'secret{Enter}');
    await heading('Choose what to keep');
    expect(bridge.inputsOf('accounts.test')).toMatchObject([
      { server, user: 'accounts@example.org', password: 'secret' },
    ]);
  });

  test('says what a provider asks for, with the way to its page', async () => {
    await filledIn({
      'accounts.guess': () => ({
        ...answering['accounts.guess'](),
        noteKey: 'gmail',
        page: google,
      }),
    });
    await screen.findByText(/^Gmail doesn’t accept your normal password here/);
    const link = screen.getByRole('link', { name: 'Open Google’s page' });
    expect(link.getAttribute('href')).toBe(google.address);
    expect(link.getAttribute('target')).toBe('_blank');
    expect(link.getAttribute('rel')).toContain('noopener');
  });

  test('says which server was found', async () => {
    await filledIn();
    await screen.findByText('Found imap.example.org, encrypted.');
  });

  test('asks before a password goes to a server that only DNS vouches for', async () => {
    const elsewhere = { ...answering['accounts.guess'](), isElsewhere: true };
    const { bridge, user } = await filledIn({ 'accounts.guess': () => elsewhere });
    await user.click(button('Continue'));
    await screen.findByText('The mail of example.org seems to be at imap.example.org.');
    expect(bridge.inputsOf('accounts.test')).toEqual([]);
    await user.click(button('Use this server'));
    await user.click(button('Continue'));
    await heading('Choose what to keep');
  });

  test('says so where a provider lets no other program in, with its page', async () => {
    const page = { provider: 'Tuta', address: 'https://tuta.com/support/howto' };
    const closed = {
      ...answering['accounts.guess'](),
      asked: [],
      isClosed: true,
      noteKey: 'noImap',
    };
    const { bridge, user } = await filledIn({ 'accounts.guess': () => ({ ...closed, page }) });
    await user.click(button('Continue'));
    await screen.findByText(/^Tuta can be read only in its own apps and on its website/);
    expect(screen.queryByText('Before you continue')).toBeNull();
    screen.getByText(/makes this mail available by IMAP, enter its server below/);
    const link = screen.getByRole('link', { name: 'Open Tuta’s page' });
    expect(link.getAttribute('href')).toBe(page.address);
    expect(bridge.inputsOf('accounts.test')).toEqual([]);
  });

  test('where none is found opens the settings and says what was tried', async () => {
    const asked = [
      { way: 'provider', names: ['example.org'] },
      { way: 'guess', names: ['imap.example.org', 'mail.example.org'] },
    ];
    const nothing = { ...answering['accounts.guess'](), asked };
    const { bridge, user } = await filledIn({ 'accounts.guess': () => nothing });
    await screen.findByText('No mail server was found for example.org.');
    screen.getByText(/Usual names: imap\.example\.org, mail\.example\.org/);
    const byHand = button('Set up by hand');
    expect(byHand.getAttribute('aria-expanded')).toBe('true');
    await user.type(screen.getByLabelText('User name'), '!');
    await user.click(button('Continue'));
    await heading('Choose what to keep');
    expect(bridge.inputsOf('accounts.test')).toHaveLength(1);
  });

  test('closes the settings again where the server of another address is found', async () => {
    const asked = [{ way: 'dns', names: ['example.org'] }];
    let nothing: object = { asked };
    const { user } = await filledIn({
      'accounts.guess': () => ({ ...answering['accounts.guess'](), ...nothing }),
    });
    await screen.findByText('No mail server was found for example.org.');
    nothing = {};
    await user.type(screen.getByLabelText('Email address'), '.uk');
    await user.tab();
    await screen.findByText('Found imap.example.org, encrypted.');
    expect(button('Set up by hand').getAttribute('aria-expanded')).toBe('false');
  });

  test('says that a server gives out the inbox only, and shows it in the place of a choice', async () => {
    const pop3 = { ...server, host: 'pop.example.org', port: 995, protocol: 'pop3' };
    const inbox = [{ ...mailboxes[0], bytes: 4_000 }];
    const { bridge, user } = await filledIn({
      'accounts.guess': () => ({ server: pop3, user: 'accounts@example.org' }),
      'accounts.mailboxes': () => inbox,
    });
    await screen.findByText('Found pop.example.org, encrypted. It offers the inbox only.');
    await user.click(button('Continue'));
    await heading('Choose what to keep');
    screen.getByText('Your inbox, and nothing else');
    expect(screen.queryByRole('checkbox', { name: 'Everything' })).toBeNull();
    await user.click(button('More choices'));
    expect(screen.queryByRole('switch', { name: 'Only unread messages' })).toBeNull();
    expect(bridge.inputsOf('accounts.mailboxes')).toMatchObject([{ server: pop3 }]);
  });

  test('the inbox alone is chosen by hand, and the port follows', async () => {
    const otherWay = {
      server: { ...server, host: 'pop.example.org', port: 995, protocol: 'pop3' },
      user: 'accounts',
    };
    const { user } = await filledIn({
      'accounts.guess': () => ({ ...answering['accounts.guess'](), otherWay }),
    });
    await screen.findByText('Found imap.example.org, encrypted.');
    await user.click(button('Set up by hand'));
    await choose(user, 'What to fetch', 'The inbox only (POP3)');
    expect(screen.getByLabelText('Server')).toHaveProperty('value', 'pop.example.org');
    expect(screen.getByLabelText('Port')).toHaveProperty('value', '995');
    expect(screen.getByLabelText('User name')).toHaveProperty('value', 'accounts');
    await choose(user, 'Security', 'Encrypted (STARTTLS)');
    expect(screen.getByLabelText('Port')).toHaveProperty('value', '110');
    await choose(user, 'What to fetch', 'All folders (IMAP)');
    expect(screen.getByLabelText('Port')).toHaveProperty('value', '143');
  });

  test('a refused password is told with the provider’s page and the server’s words, and tried again', async () => {
    const failure = { ...refused, noteKey: 'gmail', page: google };
    let works = false;
    const { user } = await filledIn({
      'accounts.test': () => (works ? { result: 'ok' } : { result: 'failed', failure }),
    });
    await user.click(button('Test connection'));
    const alert = within(await screen.findByRole('alert'));
    alert.getByText(refused.message);
    alert.getByText(/Create an app password at myaccount.google.com/);
    alert.getByText('NO [ALERT] Application-specific password required');
    expect(alert.getByRole('link').getAttribute('href')).toBe(google.address);
    works = true;
    await user.click(alert.getByRole('button', { name: 'Try again' }));
    await screen.findByText(/^Connected\./);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('a failure without a page has no link, and goes when something is changed', async () => {
    const { user } = await filledIn({
      'accounts.test': () => ({ result: 'failed', failure: refused }),
    });
    await user.click(button('Continue'));
    await screen.findByRole('alert');
    expect(screen.queryByRole('link')).toBeNull();
    await user.type(screen.getByLabelText('Password'), '!');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('takes no second press while it connects', async () => {
    const { opened, open } = gate<{ result: 'ok' }>();
    const { bridge, user } = await filledIn({ 'accounts.test': () => opened });
    await user.click(button('Continue'));
    await user.click(button('Connecting…'));
    expect(screen.queryByRole('button', { name: 'Test connection' })).toBeNull();
    expect(bridge.inputsOf('accounts.test')).toHaveLength(1);
    open({ result: 'ok' });
    await heading('Choose what to keep');
  });

  test('warns of a server without encryption as long as it is chosen', async () => {
    const { user } = await filledIn();
    await user.click(screen.getByText('Set up by hand'));
    await choose(user, 'Security', 'None');
    screen.getByText(/anyone on the network can read your password/);
    expect(screen.getByLabelText('Port')).toHaveProperty('value', '143');
    await choose(user, 'Security', 'Encrypted (TLS)');
    expect(screen.queryByText(/anyone on the network/)).toBeNull();
    expect(screen.getByLabelText('Port')).toHaveProperty('value', '993');
  });

  test('offers to remember the password only where it can be kept safely', async () => {
    await atWho({}, { info: { keepsPasswords: false } });
    expect(screen.queryByRole('checkbox', { name: /Remember/ })).toBeNull();
    screen.getByText(/can’t store your password safely/);
  });
});

describe('a certificate that nobody vouches for', () => {
  const certificate = {
    sha256: 'ab'.repeat(32),
    subject: 'imap.example.org',
    issuer: 'An authority',
    names: [],
    validFrom: Date.UTC(2020, 0, 1),
    validTo: Date.UTC(2030, 0, 1),
  };
  const untrusted = { result: 'untrusted', failure: refused, certificate };
  interface Asked {
    readonly server: { readonly trustedCertificate?: string; readonly certificateFile?: string };
  }
  const knows = (fits: (asked: Asked['server']) => boolean) => ({
    'accounts.test': ({ server: asked }: Asked) => (fits(asked) ? { result: 'ok' } : untrusted),
  });

  test('is shown to compare, and trusted only when told so', async () => {
    const { user } = await filledIn(knows(each => each.trustedCertificate === certificate.sha256));
    await user.click(button('Continue'));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('An authority').tagName).toBe('DD');
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.click(button('Continue'));
    await user.click(await screen.findByRole('button', { name: /^Trust this/ }));
    await heading('Choose what to keep');
  });

  test('gives way to a file that is found in the page', async () => {
    const { bridge, user } = await filledIn({
      ...knows(each => each.certificateFile === '/keys/ca.pem'),
      'certificates.browse': ({ path }: { path?: string }) =>
        path === '/keys'
          ? {
              path,
              parent: '/',
              folders: [],
              files: [{ name: 'ca.pem', path: '/keys/ca.pem' }],
            }
          : { path: '/', parent: null, folders: [{ name: 'keys', path: '/keys' }], files: [] },
    });
    await user.click(button('Continue'));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByText('I have a certificate file or folder'));
    await user.click(dialog.getByRole('button', { name: 'Choose file…' }));
    const browser = within(
      await screen.findByRole('dialog', { name: 'Choose a certificate file' }),
    );
    expect(browser.queryByRole('button', { name: 'Use this folder' })).toBeNull();
    await user.click(browser.getByRole('button', { name: 'keys' }));
    await user.click(await browser.findByRole('button', { name: 'ca.pem' }));
    expect(dialog.getByLabelText('Certificate file')).toHaveProperty('value', '/keys/ca.pem');
    await user.click(dialog.getByRole('button', { name: 'Connect' }));
    await heading('Choose what to keep');
    expect(bridge.inputsOf('accounts.mailboxes')).toMatchObject([
      { server: { ...server, certificateFile: '/keys/ca.pem' } },
    ]);
  });

  test('gives way to a folder chosen in the dialog of the system', async () => {
    const { bridge, user } = await atWho(
      { 'certificates.choose': () => '/etc/keys' },
      { info: { host: 'desktop' } },
    );
    await user.click(screen.getByText('Set up by hand'));
    await user.click(button('Choose folder…'));
    expect(screen.getByLabelText('Certificate folder')).toHaveProperty('value', '/etc/keys');
    expect(bridge.inputsOf('certificates.choose')).toEqual([{ what: 'folder' }]);
  });
});

describe('what', () => {
  async function atWhat(answers = {}) {
    const opened = await filledIn(answers);
    await opened.user.click(button('Continue'));
    await heading('Choose what to keep');
    return opened;
  }
  const tick = (name: RegExp) => screen.getByRole('checkbox', { name });

  test('everything but spam is ticked, and nothing at all cannot be chosen', async () => {
    const { user } = await atWhat();
    expect(tick(/^Inbox/)).toHaveProperty('checked', true);
    expect(tick(/^Spam/)).toHaveProperty('checked', false);
    expect(tick(/^Everything/)).toHaveProperty('checked', true);
    await user.click(tick(/^Inbox/));
    expect(tick(/^Everything/)).toHaveProperty('indeterminate', true);
    await user.click(tick(/^Work/));
    screen.getByText('Select at least one folder.');
    expect(button('Continue')).toHaveProperty('disabled', true);
    await user.click(tick(/^Everything/));
    expect(button('Continue')).toHaveProperty('disabled', false);
  });

  test('nothing is lost on the way back and forth', async () => {
    const { user } = await atWhat();
    await user.click(tick(/^Work/));
    await user.click(button('More choices'));
    await user.click(screen.getByRole('switch', { name: 'Headers only' }));
    await user.click(button('Back'));
    expect(screen.getByLabelText('Email address')).toHaveProperty('value', 'accounts@example.org');
    expect(screen.getByLabelText('Password')).toHaveProperty('value', 'secret');
    await user.click(button('Continue'));
    await heading('Choose what to keep');
    expect(tick(/^Work/)).toHaveProperty('checked', false);
    expect(screen.getByRole('switch', { name: 'Headers only' })).toHaveProperty('checked', true);
  });

  test('a list of all messages can be had besides; label folders where there are labels', async () => {
    const { stores, user } = await atWhat();
    await user.click(button('More choices'));
    const list = 'Also write a list of all messages (index.csv)';
    const folders = 'Also make a folder for each Gmail label';
    expect(profileOf(stores.setup.getState().draft)).not.toHaveProperty('index');
    await user.click(screen.getByRole('switch', { name: list }));
    expect(screen.queryByRole('switch', { name: folders })).toBeNull();
    const { draft, change } = stores.setup.getState();
    act(() => change({ server: { ...draft.server, host: 'imap.gmail.com' } }));
    await user.click(screen.getByRole('switch', { name: folders }));
    expect(profileOf(stores.setup.getState().draft)).toMatchObject({
      index: true,
      labelFolders: true,
    });
  });

  test('a folder is chosen in the page, and a small disk is said to be small', async () => {
    const { user } = await atWhat({ 'folders.look': () => ({ free: 1_000 }) });
    await user.click(button('Continue'));
    expect(button('Continue')).toHaveProperty('disabled', true);
    await user.click(button('Choose folder…'));
    await user.click(await screen.findByRole('button', { name: 'Use this folder' }));
    await screen.findByText('Your mail may not fit here.');
    screen.getByText('/home');
    screen.getByText('1 kB');
    await user.click(button('Back'));
    await user.click(button('Continue'));
    screen.getByText('/home');
  });

  test('a place stands there already, and another one is a click away', async () => {
    const proposed = { path: '/home/Mailstow/accounts@example.org', free: 9_000_000_000 };
    const { bridge, stores, user } = await atWhat({ 'folders.propose': () => proposed });
    const place = (name: RegExp) => screen.getByRole('radio', { name });
    await user.click(button('Continue'));
    expect(await screen.findByRole('radio', { name: /^Suggested place/ })).toHaveProperty(
      'checked',
      true,
    );
    expect(bridge.inputsOf('folders.propose')).toMatchObject([{ email: 'accounts@example.org' }]);
    screen.getByText(proposed.path);
    screen.getByText('9 GB free');
    expect(button('Continue')).toHaveProperty('disabled', false);
    await user.click(button('Another folder…'));
    await user.click(await screen.findByRole('button', { name: 'Use this folder' }));
    expect(await screen.findByRole('radio', { name: /^Chosen place/ })).toHaveProperty(
      'checked',
      true,
    );
    expect(stores.setup.getState().draft.folder).toBe('/home');
    await user.click(place(/^Suggested place/));
    expect(stores.setup.getState().draft.folder).toBe(proposed.path);
  });

  test('of thousands of folders only those to be seen are drawn, and all can be chosen', async () => {
    const many = Array.from({ length: 5_000 }, (_, index) => ({
      name: `Box ${index}`,
      levels: [`Box ${index}`],
      selectable: true,
      messages: 1,
    }));
    // There is no layout here: a list that is to show rows needs a height.
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
    onTestFinished(() => void vi.restoreAllMocks());
    const { stores, user } = await atWhat({ 'accounts.mailboxes': () => many });
    const drawn = screen.getAllByRole('checkbox').length;
    expect(drawn).toBeGreaterThan(5);
    expect(drawn).toBeLessThan(100);
    screen.getByText('5,000 messages in 5,000 of 5,000 folders');
    await user.click(tick(/^Box 2$/));
    screen.getByText('4,999 messages in 4,999 of 5,000 folders');
    await user.click(tick(/^Everything/));
    await user.click(tick(/^Everything/));
    expect(stores.setup.getState().draft.leftOut).toHaveLength(5_000);
  });

  test('an account that cannot be saved says why; then it is saved, started and shown', async () => {
    let isFull = true;
    const { bridge, stores, services, user } = await atWhat({
      'accounts.save': () => {
        if (isFull) throw new Refused({ kind: 'disk-full', message: 'The disk is full.' });
        return anAccount();
      },
      'runs.start': () => aRun({ state: 'connecting' }),
    });
    await user.click(button('Continue'));
    await user.click(button('Choose folder…'));
    await user.click(await screen.findByRole('button', { name: 'Use this folder' }));
    await user.click(await screen.findByRole('button', { name: 'Continue' }));
    screen.getByText(
      /^Mailstow will save 1,203 messages from 2 folders of accounts@example.org to \/home/,
    );
    await user.click(button('Start archiving'));
    await screen.findByText('The disk is full.');
    expect(bridge.inputsOf('runs.start')).toEqual([]);
    isFull = false;
    await user.click(button('Start archiving'));
    await screen.findByRole('button', { name: 'Pause' });
    expect(screen.getByRole('status').textContent).toBe('Connecting…');
    expect(stores.place.getState().place).toEqual({ at: 'run', accountId: 'one' });
    expect(bridge.inputsOf('accounts.save').at(-1)).toMatchObject({
      profile: { folder: '/home', leftOut: ['Junk'] },
      password: 'secret',
    });
    expect(services.kept.size).toBe(0);
  });
});

test.each([
  ['of the first account', [], 'Continue'],
  ['of another account', [anAccount({ id: 'two' })], 'Continue setup'],
])('a set-up %s that was left half-way goes on with all but the password', async (...which) => {
  const [, accounts, goOn] = which;
  const first = await filledIn();
  const kept = Object.fromEntries(first.services.kept);
  expect(JSON.stringify(kept)).not.toContain('secret');
  cleanup();
  const second = await openWindow({ at: { at: 'accounts' }, answers: answering, accounts, kept });
  await second.user.click(button(goOn));
  expect(screen.getByLabelText('Email address')).toHaveProperty('value', 'accounts@example.org');
  expect(screen.getByLabelText('Password')).toHaveProperty('value', '');
});
