interface Incoming {
  readonly type?: string;
  readonly host?: string;
  readonly port?: number | string;
  readonly socketType?: string;
  readonly userName?: string;
  readonly authentication?: string;
}

/** A file of autoconfig. */
export function settings(...servers: readonly Incoming[]): string {
  const incoming = servers.map(server => {
    const { type = 'imap', host = 'imap.%EMAILDOMAIN%', port = 993, socketType = 'SSL' } = server;
    const { userName = '%EMAILADDRESS%', authentication = 'password-cleartext' } = server;
    return `<incomingServer type="${type}"><hostname>${host}</hostname><port>${port}</port>
      <socketType>${socketType}</socketType><username>${userName}</username>
      <authentication>${authentication}</authentication></incomingServer>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
    <clientConfig version="1.1"><emailProvider id="example.test"><domain>example.test</domain>
    ${incoming.join('')}</emailProvider></clientConfig>`;
}
