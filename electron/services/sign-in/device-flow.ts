import { setTimeout as sleep } from 'node:timers/promises';
import {
  type DeviceAuthorizationResponse,
  deviceAuthorizationRequest,
  deviceCodeGrantRequest,
  processDeviceAuthorizationResponse,
  processDeviceCodeResponse,
  ResponseBodyError,
} from 'oauth4webapi';
import { MailstowError } from '../../engine/errors.ts';
import type { Ended, FlowOptions } from './flow.ts';
import { providerFailure } from './provider-failure.ts';
import { asking, isAskable } from './provider-http.ts';
import { type Answer, answered, oauthClient, proofOf } from './tokens.ts';

/** Seconds between two questions where the provider does not say, and what is added when it asks for more (RFC 8628 section 3.5). */
const usualInterval = 5;

export interface DeviceFlow {
  readonly userCode: string;
  readonly verificationUri: string;
  readonly verificationUriComplete?: string;
  /** Milliseconds since 1970 UTC. */
  readonly expiresAt: number;
  readonly ended: Ended;
}

/**
 * A code that the person types on the provider's page, in a browser anywhere (RFC 8628).
 * @param check looks at the answer before it is told
 */
export async function beginByCode(
  options: FlowOptions,
  check: (answer: Answer) => Promise<void>,
): Promise<DeviceFlow> {
  const { issuer, signal } = options;
  const asked = await askForCode(options);
  const expiresAt = Date.now() + asked.expires_in * 1000;
  const ended = wait(options, asked, expiresAt)
    .then(async answer => {
      await check(answer);
      return answer;
    })
    .catch(error => {
      throw signal.aborted ? signal.reason : providerFailure(error, issuer, asked.device_code);
    });
  const { verification_uri: page, verification_uri_complete: complete } = asked;
  return {
    userCode: asked.user_code,
    verificationUri: page,
    ...(complete !== undefined && isAskable(complete) && { verificationUriComplete: complete }),
    expiresAt,
    ended,
  };
}

async function askForCode({
  issuer,
  client,
  signal,
}: FlowOptions): Promise<DeviceAuthorizationResponse> {
  const { server, scopes, parameters, host } = issuer;
  const who = oauthClient(client);
  try {
    const response = await deviceAuthorizationRequest(
      server,
      who,
      proofOf(client),
      { ...parameters, scope: scopes.ask.join(' ') },
      asking(signal),
    );
    const asked = await processDeviceAuthorizationResponse(server, who, response);
    if (isAskable(asked.verification_uri)) return asked;
    throw new MailstowError('provider-answer-not-understood', { args: { host } });
  } catch (error) {
    throw providerFailure(error, issuer);
  }
}

/** Asks until the person is through. A question that does not get through is asked again: the code lives on. */
async function wait(
  { issuer, client, signal, finishing }: FlowOptions,
  asked: DeviceAuthorizationResponse,
  expiresAt: number,
): Promise<Answer> {
  const { server } = issuer;
  const who = oauthClient(client);
  let interval = asked.interval ?? usualInterval;
  for (;;) {
    await sleep(interval * 1000, undefined, { signal });
    if (Date.now() >= expiresAt) throw timedOut();
    try {
      const response = await deviceCodeGrantRequest(
        server,
        who,
        proofOf(client),
        asked.device_code,
        asking(signal),
      );
      const read = (as: typeof server, each: Response) => processDeviceCodeResponse(as, who, each);
      const answer = await answered(issuer, response, read);
      finishing();
      return answer;
    } catch (error) {
      if (isNotReached(error) || isSlowDown(error)) interval += usualInterval;
      else if (!isPending(error)) throw error;
    }
  }
}

export function timedOut(): MailstowError {
  return new MailstowError('sign-in-timed-out');
}

function isPending(error: unknown): boolean {
  return error instanceof ResponseBodyError && error.error === 'authorization_pending';
}

function isSlowDown(error: unknown): boolean {
  return error instanceof ResponseBodyError && error.error === 'slow_down';
}

function isNotReached(error: unknown): boolean {
  return error instanceof MailstowError && error.failure.code === 'provider-not-reached';
}
