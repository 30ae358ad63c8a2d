import type { FetchResponse, Response, ResponseCode } from '../../protocol/response.ts';
import { limits } from '../../wire/limits.ts';
import type { Secrets } from './secrets.ts';

/**
 * The one place that every word of a server passes: what is behind it may be shown, logged and kept. What is
 * sent back to the server (names as it spells them) and the contents of messages stay as they are.
 */
export function withoutSecrets(response: Response, secrets: Secrets): Response {
  switch (response.kind) {
    case 'status': {
      const text = secrets.text(response.text);
      return { ...response, text, code: response.code && masked(response.code, secrets) };
    }
    case 'malformed': {
      const excerpt = secrets.text(response.excerpt).slice(0, limits.excerpt);
      return { ...response, excerpt };
    }
    case 'continuation':
      return { ...response, text: secrets.text(response.text) };
    case 'list':
    case 'mailbox-status':
      return { ...response, mailbox: secrets.name(response.mailbox) };
    case 'id':
      return { ...response, fields: response.fields && maskedFields(response.fields, secrets) };
    case 'fetch':
      return maskedMessage(response, secrets);
    default:
      return response;
  }
}

/** As it was where there is nothing to mask, because there is one for each message. */
function maskedMessage(response: FetchResponse, secrets: Secrets): FetchResponse {
  const { flags = [], gmailLabels = [], emailId = '' } = response;
  if ([...flags, ...gmailLabels, emailId].every(name => secrets.name(name) === name)) {
    return response;
  }
  // Ids that were masked would be equal, and so would the messages.
  const { emailId: _, ...rest } = response;
  const names = (all: readonly string[]) => all.map(each => secrets.name(each));
  return { ...rest, flags: names(flags), gmailLabels: names(gmailLabels) };
}

function masked({ name, text, ...rest }: ResponseCode, secrets: Secrets): ResponseCode {
  return {
    ...rest,
    name: secrets.name(name),
    ...(text !== undefined && { text: secrets.text(text) }),
  };
}

function maskedFields(fields: ReadonlyMap<string, string | null>, secrets: Secrets) {
  const text = (value: string | null) => value && secrets.text(value);
  return new Map([...fields].map(([name, value]) => [secrets.text(name), text(value)]));
}
