import type { Answer, CallName, Input, Output } from '../../shared/contract.ts';
import type { DemoServer } from './server.ts';

/** Browser mode that is running, and how somebody is signed in there. */
export interface SignedIn {
  readonly port: number;
  readonly cookie: string;
}

/** @param address with its token */
export async function signIn(address: string): Promise<SignedIn> {
  const { headers } = await fetch(address, { redirect: 'manual' });
  const [cookie = ''] = (headers.get('set-cookie') ?? '').split(';');
  return { port: Number(new URL(address).port), cookie };
}

/**
 * Sets the demo account up and archives it, as the person would; where it is there already, its password is given again,
 * as none is kept.
 * @param folder of its archive, absolute
 */
export async function setUpDemo(app: SignedIn, demo: DemoServer, folder: string): Promise<void> {
  const { port, user, password } = demo;
  const [known] = await call(app, 'accounts.list', undefined);
  const profile = known?.profile ?? {
    email: user,
    user,
    server: { host: '127.0.0.1', port, security: 'none' },
    leftOut: [],
    headersOnly: false,
    unseenOnly: false,
    folder,
    rememberPassword: false,
  };
  const more = known === undefined ? {} : { id: known.id };
  const { id } = await call(app, 'accounts.save', { ...more, profile, password });
  if (known === undefined) await call(app, 'runs.start', { accountId: id });
}

async function call<Name extends CallName>(
  { port, cookie }: SignedIn,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const response = await fetch(`http://127.0.0.1:${port}/call/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', cookie, origin: `http://127.0.0.1:${port}` },
    body: JSON.stringify(input ?? null),
  });
  const answer = (await response.json()) as Answer<Output<Name>>;
  if (!answer.ok) throw new Error(`${name}: ${answer.failure.message}`);
  return answer.value;
}
