import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';

export * from 'node:tls';
export { default } from 'node:tls';

/** Where Linux systems keep the authorities that they trust. */
const systemFiles = ['/etc/ssl/certs/ca-certificates.crt', '/etc/pki/tls/certs/ca-bundle.crt'];

/** Of Node 22.15. */
export function getCACertificates(type = 'default') {
  return type === 'system' ? fromSystem() : [...rootCertificates];
}

function fromSystem() {
  for (const file of systemFiles) {
    try {
      return readFileSync(file, 'utf8').match(/-----BEGIN[\s\S]+?END CERTIFICATE-----/g) ?? [];
    } catch {}
  }
  return [];
}
