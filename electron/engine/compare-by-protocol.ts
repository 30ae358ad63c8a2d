import { compareWithServer } from './run/check/compare-with-server.ts';

/** Compares an archive with its server by the protocol that the account is reached by. */
export const compareByProtocol: typeof compareWithServer = async (access, ...rest) => {
  if (access.server.protocol !== 'pop3') return compareWithServer(access, ...rest);
  // Loaded where it is needed only.
  const { compareMaildrop } = await import('./pop3/run/compare-maildrop.ts');
  return compareMaildrop(access, ...rest);
};
