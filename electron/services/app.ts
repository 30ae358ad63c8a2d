import { dirname, join } from 'node:path';
import { version } from '../../shared/version.ts';
import { tellDefect } from '../engine/defects.ts';
import type { ReadsAttachments } from '../engine/search/attachments/reading.ts';
import { type Log, logPath, noLog } from '../log/log.ts';
import { Accounts } from './accounts/accounts.ts';
import { guessServer } from './accounts/guess-server.ts';
import { Passwords } from './accounts/passwords.ts';
import { Profiles, type SavedAccount } from './accounts/profiles.ts';
import { ProviderAdvice } from './accounts/provider-advice.ts';
import type { Vault } from './accounts/vault.ts';
import { ArchiveFolders } from './archives/archive-folders.ts';
import { Looks } from './archives/looks.ts';
import { OpenedArchives } from './archives/opened-archives.ts';
import { StockKeeper } from './archives/stock-keeper.ts';
import { Whereabouts } from './archives/whereabouts.ts';
import { diagnosticReport } from './diagnostics/diagnostic-report.ts';
import { Recorder } from './diagnostics/recorder.ts';
import { type AppEvent, Events } from './events.ts';
import { Outgoing } from './exports/outgoing.ts';
import { Folders } from './folders.ts';
import type { Host } from './host.ts';
import { Library } from './library/library.ts';
import type { LibraryService } from './library/library-service.ts';
import type { MailPages } from './library/mail-pages.ts';
import { OpenedFiles } from './library/opened-files.ts';
import type { Drawer } from './library/pdf-preview.ts';
import { serverDetails } from './mailboxes/server-details.ts';
import { ServerFolders } from './mailboxes/server-folders.ts';
import { Preferences } from './preferences.ts';
import { Proof } from './proof/proof.ts';
import { Router } from './router.ts';
import { Reports } from './runs/reports.ts';
import { Runs } from './runs/runs.ts';
import { Clients, hasClientAt } from './sign-in/clients.ts';
import { Grants } from './sign-in/grants.ts';
import { Issuers } from './sign-in/issuers.ts';
import { KnownCredentials } from './sign-in/known-credentials.ts';
import { redirectWords } from './sign-in/redirect-words.ts';
import { shownProgress } from './sign-in/shown-progress.ts';
import { signInCalls } from './sign-in/sign-in-calls.ts';
import { SignIns } from './sign-in/sign-ins.ts';
import { Watches } from './watching/watches.ts';

export interface AppOptions {
  /** Folder of the person's data, absolute; made where it is missing. */
  readonly userData: string;
  readonly host: Host;
  readonly vault: Vault;
  /** Absolute folders within which archives may be kept. */
  readonly roots: readonly string[] | 'everywhere';
  /** What it has of runs. */
  readonly log?: Log;
  /** Whether the program can look for new versions of itself. */
  readonly looksForUpdates?: boolean;
  /** Where the server of an address is. */
  readonly guess?: (email: string, signal: AbortSignal) => ReturnType<typeof guessServer>;
  /** Client IDs for signing in with a provider, by the names of variables; the process's own where left out. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Who signs people in at which mail server. */
  readonly issuers?: Issuers;
  /** Reads what is in attachments, so that it is found; without, they are found by their names alone. */
  readonly reader?: ReadsAttachments & { close(): Promise<void> };
  /** Draws PDFs that came with messages; without, they can only be saved. */
  readonly drawer?: Drawer;
  readonly library?: (...parts: LibraryParts) => LibraryService;
}

type LibraryParts = ConstructorParameters<typeof Library>;

const storedMail = (...parts: LibraryParts) => new Library(...parts);

/** The whole of Mailstow behind the contract, for whichever face asks. */
export class App {
  readonly events = new Events();
  readonly openedFiles = new OpenedFiles();
  readonly runs: Runs;
  readonly watches: Watches;
  readonly #accounts: Accounts;
  readonly #signIns: SignIns;
  readonly #router: Router;
  readonly #library: LibraryService;
  readonly #outgoing: Outgoing;
  readonly #proof: Proof;
  readonly #recorder: Recorder;
  readonly #reader: AppOptions['reader'];
  readonly #drawer: AppOptions['drawer'];

  constructor(options: AppOptions) {
    const { userData, host, vault, roots } = options;
    const { library = storedMail, log = noLog, looksForUpdates = false } = options;
    const { guess = guessServer } = options;
    const { events } = this;
    const profiles = new Profiles(userData);
    const secrets = new Passwords(vault);
    const looks = new Looks();
    const folders = new Folders(host, roots, looks);
    const opened = new OpenedArchives(userData, { profiles, folders, looks, events });
    const archives = new ArchiveFolders(profiles, opened);
    const preferences = new Preferences(userData, events);
    const { env = process.env, issuers = new Issuers() } = options;
    const clients = new Clients({ folder: userData, env });
    const advice = new ProviderAdvice(at => hasClientAt(at, clients));
    const signIns = new SignIns({
      ...{ clients, issuers },
      tell: progress => events.emit('signIn.changed', shownProgress(progress)),
      open: address => host.visit(address),
      words: () => redirectWords(preferences.language(host.language)),
      hide: (user, token) => log.hide(user, token),
    });
    this.#signIns = signIns;
    const grants = new Grants({
      ...{ secrets, issuers, folder: userData },
      provider: id => profiles.get(id).signedInBy?.provider ?? '',
      hide: (id, token) => log.hide(profiles.get(id).profile.user, token),
      onOver: () => void accounts.tell(),
    });
    const credentials = new KnownCredentials(profiles, secrets, grants);
    const accounts = new Accounts({
      ...{ profiles, secrets, credentials, grants, signIns, advice, folders, events },
    });
    this.#accounts = accounts;
    const reports = new Reports(archives, preferences, host);
    this.#reader = options.reader;
    this.#drawer = options.drawer;
    this.#library = library(archives, host, events, this.openedFiles, {
      preferences,
      spare: join(userData, 'indexes'),
      reader: options.reader,
      drawer: options.drawer,
      isArchiving: accountId => this.runs.isBusy(accountId),
    });
    const { calls } = this.#library;
    this.#outgoing = new Outgoing({
      ...{ host, events },
      language: () => preferences.language(host.language),
      choose: chosen => this.#library.choose(chosen),
    });
    const stored = (accountId: string) => this.#library.stored(accountId);
    const missing = (id: string) => void this.#library.release(id);
    const whereabouts = new Whereabouts({ profiles, accounts, opened, folders, looks, missing });
    const mustExist = (account: SavedAccount) => whereabouts.require(account);
    const stock = (id: string) => this.#library.stock(id);
    const isChecking = (accountId: string) => this.#proof.isChecking(accountId);
    const holding = {
      hold: (id: string) => this.watches.hold(id),
      release: (id: string, isGood: boolean) => this.watches.release(id, isGood),
    };
    this.runs = new Runs({
      profiles,
      accounts,
      credentials,
      advice,
      events,
      log,
      stored,
      stock,
      isChecking,
      mustExist,
      ...holding,
    });
    const { runs } = this;
    this.watches = new Watches({
      ...{ profiles, accounts, credentials, advice, events, log, stored, stock, mustExist },
      catchUp: id => runs.once(id),
    });
    const { watches } = this;
    const counted = new StockKeeper(opened, stock, events);
    this.#proof = new Proof({
      ...{ profiles, credentials, advice, events, log, ...holding },
      folderOf: accountId => archives.folderOf(accountId),
      isArchiving: accountId => runs.isBusy(accountId),
      noteCheck: (accountId, check) => accounts.noteCheck(accountId, check),
    });
    const proof = this.#proof;
    const { waits } = accounts;
    const serverFolders = new ServerFolders({ profiles, credentials, waits, mustExist });
    const recorder = new Recorder(userData, [runs, watches]);
    this.#recorder = recorder;
    const sources = { userData, host, profiles, credentials: secrets, preferences, runs };
    this.#router = new Router({
      'app.info': async () => ({
        version,
        host: host.kind,
        language: host.language,
        keepsPasswords: await vault.keeps(),
        logs: dirname(join(userData, ...logPath)),
        looksForUpdates,
      }),
      'accounts.list': () => accounts.list(),
      'accounts.guess': ({ email, waitId }) =>
        accounts.waits.during(waitId, async signal => {
          const guessed = await guess(email, signal);
          const { noteKey, server: found } = guessed;
          const note = noteKey && { noteKey: advice.note(noteKey, found.host) };
          return { ...guessed, ...note };
        }),
      'accounts.test': input => accounts.test(input),
      'accounts.mailboxes': input => accounts.mailboxes(input),
      'accounts.count': input => accounts.count(input),
      'accounts.cancel': input => accounts.cancel(input),
      'accounts.save': async input => {
        const { id } = input;
        // A new one is watched once its first run is over.
        const save = () => accounts.save(input);
        const account = await (id === undefined ? save() : watches.around(id, save));
        opened.leaveTo(account.profile.folder);
        return account;
      },
      'accounts.remove': async input => {
        await watches.end(input.accountId);
        await runs.forget(input.accountId);
        await proof.forget(input.accountId);
        await accounts.remove(input);
        await this.#library.release(input.accountId);
      },
      'accounts.server': ({ accountId, waitId }) =>
        waits.during(waitId, signal =>
          serverDetails(profiles.get(accountId).profile.server, signal),
        ),
      ...serverFolders.calls,
      'accounts.locate': input => watches.around(input.accountId, () => whereabouts.locate(input)),
      'accounts.restore': input => watches.around(input.accountId, () => accounts.restore(input)),
      ...signInCalls(accounts, profiles, signIns),
      'folders.choose': input => folders.choose(input),
      'folders.browse': input => folders.browse(input),
      'folders.propose': input => folders.propose(input),
      'folders.create': input => folders.create(input),
      'folders.look': input => folders.look(input),
      'certificates.choose': input => folders.chooseCertificate(input),
      'certificates.browse': input => folders.browseCertificates(input),
      'runs.start': input => runs.start(input),
      'runs.pause': input => runs.pause(input),
      'runs.resume': input => runs.resume(input),
      'runs.stop': input => runs.stop(input),
      'runs.list': () => runs.list(),
      'watches.list': () => watches.list(),
      ...calls,
      ...this.#outgoing.calls,
      ...proof.calls,
      'library.messages': async query => {
        const found = await calls['library.messages'](query);
        const { accountId } = query;
        // An empty list would say that nothing is stored.
        if (found.total === 0 && accountId !== undefined) await whereabouts.mustBeThere(accountId);
        return found;
      },
      'archive.whereabouts': input => whereabouts.of(input),
      'archive.find': input => whereabouts.find(input),
      'archive.showFolder': input => reports.showFolder(input),
      'archive.saveReport': input => reports.save(input),
      'archives.list': () => counted.list(),
      'archives.open': async input => {
        const archive = await opened.open(input);
        counted.count(archive.accountId);
        return archive;
      },
      'archives.remove': async input => {
        opened.remove(input);
        await this.#library.release(input.accountId);
      },
      'diagnostics.report': async asked => ({ text: await diagnosticReport(sources, asked) }),
      'settings.get': async () => {
        const settings = preferences.get();
        // A window without its settings is worse than a trace that is missing; the log says why.
        await recorder.record(settings.trace).catch(tellDefect);
        return settings;
      },
      'settings.set': async changes => {
        if (changes.trace !== undefined) await recorder.record(changes.trace);
        return preferences.set(changes);
      },
    });
  }

  /** What goes on by itself for as long as Mailstow is open. */
  begin(): void {
    this.watches.begin();
    this.events.subscribe(event => {
      if (event.name === 'accounts.changed') this.watches.signedIn(event.value);
    });
  }

  get pages(): MailPages {
    return this.#outgoing.beside(this.#library.pages);
  }

  /** Messages are on their way out of an archive. */
  get isExporting(): boolean {
    return this.#outgoing.isRunning;
  }

  /** Answers whatever comes in; never throws. */
  readonly call = (name: unknown, input: unknown) => this.#router.call(name, input);

  /** @returns ends the subscription */
  subscribe(listener: (event: AppEvent) => void): () => void {
    return this.events.subscribe(listener);
  }

  /** Ends all runs; what they stored is on disk on return. */
  async close(): Promise<void> {
    this.#accounts.close();
    this.#signIns.close();
    await this.watches.close();
    await this.runs.endAll();
    await this.#proof.close();
    this.#recorder.close();
    await this.#outgoing.close();
    await this.#library.close();
    await Promise.all([this.#reader?.close(), this.#drawer?.close()]);
  }
}
