import { randomUUID } from 'node:crypto';
import type { Server, TokenSource } from '../../../shared/model/account.ts';
import type { Failure } from '../../../shared/model/failure.ts';
import type {
  Client,
  SignedInBy,
  SignInBegun,
  SignInWaysOfAccount,
} from '../../../shared/model/provider-sign-in.ts';
import { signInKindsAt } from '../../engine/discovery/facts/facts.ts';
import { MailstowError, toFailure } from '../../engine/errors.ts';
import { beginInBrowser } from './browser-flow.ts';
import { type Clients, clientNeeded } from './clients.ts';
import { beginByCode, timedOut } from './device-flow.ts';
import { type FlowOptions, longestSignIn } from './flow.ts';
import { type Grant, secretsIn } from './grant.ts';
import { requireMail } from './granted-scope.ts';
import type { Issuer } from './issuer.ts';
import type { Found, Issuers } from './issuers.ts';
import { memoryStore } from './memory-store.ts';
import type { RedirectWords } from './redirect-page.ts';
import { register } from './register.ts';
import { Renewing } from './renewing.ts';
import { type Answer, grantOf } from './tokens.ts';
import { namesOf, requireSame } from './who.ts';

/** Milliseconds that a sign-in is remembered once it ended: as long as anybody sets up an account. */
const remembered = 60 * 60_000;

/** Whose mail is to be read, and how the person signs in. */
export interface SignInRequest {
  readonly server: Server;
  readonly user: string;
  readonly email: string;
  readonly way: 'browser' | 'device';
  /** The issuer of the account's last sign-in, where its server does not name one now. */
  readonly issuer?: string | undefined;
  /** The person's own, kept for the issuer. */
  readonly client?: Client | undefined;
  /** The name with which the person signs in, where it is another than the account's. */
  readonly as?: string | undefined;
  /** The account's, where it is there. */
  readonly accountId?: string | undefined;
}

export interface Finished {
  readonly grant: Grant;
  readonly signedInBy: SignedInBy;
}

/** One sign-in as it can be told. */
export interface SignInProgress {
  readonly signInId: string;
  readonly accountId?: string;
  readonly state: 'waiting' | 'finishing' | 'done' | 'failed';
  readonly failure?: Failure;
}

export interface SignInsOptions {
  readonly clients: Clients;
  readonly issuers: Issuers;
  /** Told each change of a sign-in. */
  tell(progress: SignInProgress): void;
  /** Shows a page in the system's browser. @returns false where somebody else has to */
  open(address: string): Promise<boolean>;
  /** What the page says that a sign-in ends at. */
  words(): Promise<RedirectWords>;
  /** Told every token, so that no line of a log shows one. */
  hide(user: string, token: string): void;
}

interface SignIn {
  progress: SignInProgress;
  readonly request: SignInRequest;
  readonly stop: AbortController;
  readonly timer: NodeJS.Timeout;
  finish?: (address: string) => void;
  tokens?: TokenSource;
  /** Marked as handled: who wants to hear of a failure asks for it. */
  ended?: Promise<Finished>;
}

/** The sign-ins that go on and that ended lately; what they gave stays here until an account takes it. */
export class SignIns {
  readonly #options: SignInsOptions;
  readonly #all = new Map<string, SignIn>();

  constructor(options: SignInsOptions) {
    this.#options = options;
  }

  list(): SignInProgress[] {
    return [...this.#all.values()].map(({ progress }) => progress);
  }

  /** How one can sign in to an account. */
  async ways(server: Server, user: string, signal: AbortSignal): Promise<SignInWaysOfAccount> {
    const found = await this.#options.issuers.of(server, user, signal);
    const password = passwordsAt(server, found);
    const { issuer } = found;
    if (issuer === undefined) return { password };
    const client = this.#options.clients.of(issuer);
    const { known } = issuer;
    return {
      password,
      provider: {
        name: issuer.name,
        issuer: issuer.server.issuer,
        ...(client && { client: client.source }),
        ...(client?.source === 'own' && client.client && { ownClientId: client.client.id }),
        browser: issuer.server.authorization_endpoint !== undefined,
        device: issuer.server.device_authorization_endpoint !== undefined,
        ownClient: {
          key: known === undefined || known.key === 'fastmail' ? 'other' : ownClientKeys[known.key],
          ...(known?.ownClientPage && { page: known.ownClientPage }),
          hasSecret: known?.hasSecret === true,
        },
      },
    };
  }

  /**
   * Begins a sign-in; one that goes on for the same account ends.
   * @throws MailstowError where it cannot begin; how it ends is told, see {@link ended}
   */
  async begin(request: SignInRequest): Promise<SignInBegun> {
    this.#cancelOf(request);
    const signInId = randomUUID();
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(timedOut()), longestSignIn).unref();
    const { accountId } = request;
    const progress = { signInId, ...(accountId && { accountId }), state: 'waiting' } as const;
    const signIn: SignIn = { progress, request, stop, timer };
    this.#all.set(signInId, signIn);
    try {
      return await this.#start(signIn);
    } catch (error) {
      clearTimeout(timer);
      this.#all.delete(signInId);
      throw stop.signal.aborted ? stop.signal.reason : error;
    }
  }

  /** The address that a browser on another machine ended at. @throws MailstowError for any other; the sign-in goes on then */
  finish(signInId: string, address: string): void {
    const { progress, finish } = this.#get(signInId);
    if (finish === undefined || progress.state === 'failed') throw hasEnded();
    finish(address);
  }

  cancel(signInId: string): void {
    const signIn = this.#all.get(signInId);
    if (signIn === undefined) return;
    signIn.stop.abort(new MailstowError('sign-in-cancelled'));
    // What it gave is wanted no more.
    if (signIn.progress.state === 'done') this.#forget(signInId);
  }

  /** What a sign-in gave, once it is through. @throws (rejects with) MailstowError why it failed */
  ended(signInId: string): Promise<Finished> {
    return this.#get(signInId).ended ?? Promise.reject(hasEnded());
  }

  /** Fresh tokens of a sign-in that is through. @throws MailstowError where it is not, or not any more */
  tokens(signInId: string): TokenSource {
    const { tokens } = this.#get(signInId);
    if (tokens === undefined) throw hasEnded();
    return tokens;
  }

  /** Ends whatever goes on, and forgets what no account took. */
  close(): void {
    for (const signInId of [...this.#all.keys()]) {
      this.cancel(signInId);
      this.#forget(signInId);
    }
  }

  async #start(signIn: SignIn): Promise<SignInBegun> {
    const { request, stop, progress } = signIn;
    const { signInId } = progress;
    const { signal } = stop;
    const issuer = await this.#issuerOf(request, signal);
    const client = await this.#clientOf(request, issuer, signal);
    const flow: FlowOptions = {
      ...{ issuer, client, signal, hint: request.as ?? request.email },
      finishing: () => this.#advance(signIn, { state: 'finishing' }),
    };
    let finished: Finished | undefined;
    const check = async (answer: Answer) => {
      finished = await this.#judge(answer, request, issuer, client, signal);
    };
    const through = async (ended: Promise<Answer>): Promise<Finished> => {
      await ended;
      if (finished === undefined) throw hasEnded();
      return finished;
    };
    if (request.way === 'device') {
      if (issuer.server.device_authorization_endpoint === undefined) {
        throw new MailstowError('no-device-code', { args: { provider: issuer.name } });
      }
      const { ended, ...code } = await beginByCode(flow, check);
      this.#follow(signIn, through(ended), issuer);
      return { way: 'device', signInId, ...code };
    }
    const browser = await beginInBrowser(flow, await this.#options.words(), check);
    signIn.finish = address => browser.finish(address);
    this.#follow(signIn, through(browser.ended), issuer);
    const { url, redirectUri } = browser;
    const opened = await this.#options.open(url).catch(() => false);
    const expiresAt = Date.now() + longestSignIn;
    return { way: 'browser', signInId, url, opened, redirectUri, expiresAt };
  }

  async #issuerOf(request: SignInRequest, signal: AbortSignal): Promise<Issuer> {
    const { issuers } = this.#options;
    const { issuer: address, server, user } = request;
    const { issuer: found } = await issuers.of(server, user, signal);
    const issuer = found ?? (address && (await issuers.by(address, undefined, signal)));
    if (issuer) return issuer;
    throw new MailstowError('no-provider-sign-in', { args: { host: server.host } });
  }

  async #clientOf({ client }: SignInRequest, issuer: Issuer, signal: AbortSignal): Promise<Client> {
    const { clients } = this.#options;
    if (client !== undefined) clients.keep(issuer, client, false);
    const found = clients.of(issuer);
    if (found === undefined) throw clientNeeded(issuer);
    if (found.client !== undefined) return found.client;
    const registered = await register(issuer, signal);
    clients.keep(issuer, registered, true);
    return registered;
  }

  /** @throws MailstowError where it is another account's, or not good for mail */
  async #judge(
    answer: Answer,
    { user, email, as }: SignInRequest,
    issuer: Issuer,
    client: Client,
    signal: AbortSignal,
  ): Promise<Finished> {
    const names = await namesOf(answer, issuer, client, signal);
    requireSame(names, as === undefined ? [email, user] : [as]);
    requireMail(answer, issuer);
    const [signedInAs] = names;
    const before = {
      issuer: issuer.server.issuer,
      client,
      scope: issuer.scopes.ask.join(' '),
      ...(signedInAs !== undefined && { signedInAs }),
    };
    const grant = grantOf(answer, before, issuer);
    for (const token of secretsIn(grant)) this.#options.hide(user, token);
    return {
      grant,
      signedInBy: {
        issuer: issuer.server.issuer,
        provider: issuer.name,
        ...(as !== undefined && { as }),
      },
    };
  }

  #follow(signIn: SignIn, ended: Promise<Finished>, issuer: Issuer): void {
    signIn.ended = ended;
    const { issuers, hide } = this.#options;
    const { user } = signIn.request;
    ended.then(
      ({ grant, signedInBy }) => {
        signIn.tokens = new Renewing(memoryStore(grant), {
          ...{ issuers, provider: () => signedInBy.provider },
          hide: token => hide(user, token),
        });
        this.#over(signIn, { state: 'done' });
      },
      error => {
        const failure = toFailure(error);
        // It may be one that was asked for, and that the provider has dropped since.
        if (failure.code === 'client-id-refused') this.#options.clients.forgetRegistered(issuer);
        this.#over(signIn, { state: 'failed', failure });
      },
    );
  }

  #over(signIn: SignIn, change: Pick<SignInProgress, 'state' | 'failure'>): void {
    clearTimeout(signIn.timer);
    const { signInId } = signIn.progress;
    setTimeout(() => this.#forget(signInId), remembered).unref();
    this.#advance(signIn, change);
  }

  #advance(signIn: SignIn, change: Pick<SignInProgress, 'state' | 'failure'>): void {
    signIn.progress = { ...signIn.progress, ...change };
    this.#options.tell(signIn.progress);
  }

  #cancelOf({ accountId, server, user }: SignInRequest): void {
    for (const { progress, request } of this.#all.values()) {
      const isSame =
        accountId === undefined
          ? request.accountId === undefined &&
            request.server.host === server.host &&
            request.user === user
          : request.accountId === accountId;
      const goesOn = progress.state === 'waiting' || progress.state === 'finishing';
      if (isSame && goesOn) this.cancel(progress.signInId);
    }
  }

  #get(signInId: string): SignIn {
    const signIn = this.#all.get(signInId);
    if (signIn === undefined) throw hasEnded();
    return signIn;
  }

  #forget(signInId: string): void {
    this.#all.delete(signInId);
  }
}

const ownClientKeys = {
  microsoft: 'microsoft',
  google: 'google',
  yahoo: 'yahoo',
  aol: 'yahoo',
  yandex: 'yandex',
} as const;

function passwordsAt({ host, port }: Server, { offer }: Found): SignInWaysOfAccount['password'] {
  const kinds = signInKindsAt(host, port);
  if (kinds === undefined) return offer?.takesPasswords === false ? 'none' : 'any';
  if (kinds.includes('password') || kinds.includes('encrypted-password')) return 'any';
  return kinds.includes('app-password') ? 'app' : 'none';
}

function hasEnded(): MailstowError {
  return new MailstowError('sign-in-ended');
}
