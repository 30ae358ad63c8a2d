import { allowInsecureRequests, type CustomFetchOptions, customFetch } from 'oauth4webapi';
import { MailstowError } from '../../engine/errors.ts';

/** Milliseconds for one answer. */
const longestAnswer = 30_000;
/** Bytes of one answer: keys and metadata have some thousands. */
const largestAnswer = 1_000_000;

type Options = CustomFetchOptions<string, URLSearchParams | string | null | undefined>;

/**
 * How a provider is asked, for every function of oauth4webapi: within limits, encrypted unless it is this computer, and
 * nowhere else than at the address itself.
 * @param signal ends the question, with its reason
 */
export function asking(signal?: AbortSignal) {
  return {
    [customFetch]: (url: string, options: Options) => ask(url, options, signal),
    // Refused below for any other computer.
    [allowInsecureRequests]: true,
  } as const;
}

/** Whether a provider may be asked at an address. */
export function isAskable(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (username + password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isThisComputer(hostname));
}

/** @param host a name or address; an IPv6 address with its brackets or without */
export function isThisComputer(host: string): boolean {
  return ['127.0.0.1', '[::1]', '::1', 'localhost'].includes(host);
}

/** @throws MailstowError `provider-not-reached` */
async function ask(url: string, options: Options, stop?: AbortSignal): Promise<Response> {
  const { host } = new URL(url);
  if (!isAskable(url))
    throw new MailstowError('provider-answer-not-understood', { args: { host } });
  const time = AbortSignal.timeout(longestAnswer);
  try {
    const { method, headers, body = null } = options;
    const signal = stop === undefined ? time : AbortSignal.any([stop, time]);
    const answer = await fetch(url, { method, headers, body, redirect: 'manual', signal });
    return await whole(answer);
  } catch (cause) {
    if (stop?.aborted) throw stop.reason;
    throw new MailstowError('provider-not-reached', { args: { host }, cause });
  }
}

/** The answer with its body in memory, where that is not too large. */
async function whole(answer: Response): Promise<Response> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of answer.body ?? []) {
    bytes += part.length;
    if (bytes > largestAnswer) throw new RangeError('the answer is too large');
    parts.push(part);
  }
  const { status, headers } = answer;
  return new Response(bytes === 0 ? null : Buffer.concat(parts), { status, headers });
}
