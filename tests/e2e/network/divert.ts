/** Where a program's way into the network leads instead. */
export interface Diversion {
  /** `address:port` of the name server that is asked in the place of the system's. */
  readonly nameServer: string;
  /** Ports of servers with a name, and those on this machine that take their place. */
  readonly ports: Readonly<Record<number, number>>;
  /** PEM text of an authority that is trusted besides the others. */
  readonly ca: string;
  /** URL of the module in which a thread begins, which diverts it too. */
  readonly begin: string;
}

/** Told the addresses, as whoever asked wants them. */
type Answer = (error: Error | null, found?: string | object[], family?: number) => void;

/**
 * Puts a network of this machine under the program or thread that calls it: names, the ports of named servers, and an
 * authority. The program itself is as it always is, and has nothing by which it could be told to do so. Refers to nothing outside
 * of itself, as its text is run in other processes.
 */
function divert(to: Diversion): void {
  const dns = process.getBuiltinModule('node:dns');
  const net = process.getBuiltinModule('node:net');
  const tls = process.getBuiltinModule('node:tls');
  const threads = process.getBuiltinModule('node:worker_threads');
  const done = globalThis as { isDiverted?: true };
  if (done.isDiverted) return;
  done.isDiverted = true;
  const isHere = (host: string | undefined) =>
    host === undefined || host === 'localhost' || net.isIP(host) !== 0;

  class Resolver extends dns.promises.Resolver {
    constructor(options?: ConstructorParameters<typeof dns.promises.Resolver>[0]) {
      super(options);
      this.setServers([to.nameServer]);
    }
  }
  dns.promises.Resolver = Resolver;

  const resolver = new Resolver();
  const lookup = dns.lookup as (host: string, options: object, answer: Answer) => void;
  dns.lookup = ((host: string, options: { all?: boolean }, answer: Answer) => {
    if (isHere(host)) return lookup(host, options, answer);
    const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' });
    return resolver.resolve4(host).then(
      ([address = '']) =>
        options.all ? answer(null, [{ address, family: 4 }]) : answer(null, address, 4),
      () => answer(error),
    );
  }) as unknown as typeof dns.lookup;

  const connect = net.Socket.prototype.connect as (...given: unknown[]) => unknown;
  net.Socket.prototype.connect = function (this: unknown, ...given: unknown[]) {
    const [first] = given;
    const where = (Array.isArray(first) ? first[0] : first) as { host?: string; port?: number };
    if (!isHere(where?.host)) where.port = to.ports[Number(where.port)] ?? where.port ?? 0;
    return connect.apply(this, given);
  } as typeof net.Socket.prototype.connect;

  const secure = tls.connect as (...given: unknown[]) => ReturnType<typeof tls.connect>;
  tls.connect = ((options: import('node:tls').ConnectionOptions, ...more: unknown[]) => {
    const trusted = [options.ca ?? tls.rootCertificates].flat();
    return secure({ ...options, ca: [...trusted, to.ca] }, ...more);
  }) as typeof tls.connect;

  threads.Worker = class extends threads.Worker {
    constructor(module: string | URL, options?: import('node:worker_threads').WorkerOptions) {
      const env = { ...process.env, MAILSTOW_THREAD: String(module) };
      super(new URL(to.begin), { ...options, env });
    }
  };
  process.getBuiltinModule('node:module').syncBuiltinESMExports();
}

/** The text of a module that diverts where it is loaded; in a thread it goes on with the thread's own. */
export function divertingModule(to: Diversion): string {
  return `${diverting(to)};
const { MAILSTOW_THREAD: thread } = process.env;
if (thread !== undefined) await import(thread);
`;
}

/** The text of an expression that diverts where it is evaluated. */
export function diverting(to: Diversion): string {
  return `(${divert})(${JSON.stringify(to)})`;
}
