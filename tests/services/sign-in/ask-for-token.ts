import { Passwords } from '../../../electron/services/accounts/passwords.ts';
import { Grants } from '../../../electron/services/sign-in/grants.ts';
import { Issuers } from '../../../electron/services/sign-in/issuers.ts';
import { vaultIn } from './a-file-vault.ts';

/** A program: prints a token of a grant in a vault that others use too. */
const [file = '', folder = '', account = ''] = process.argv.slice(2);
const grants = new Grants({
  secrets: new Passwords(vaultIn(file)),
  folder,
  issuers: new Issuers(),
  provider: () => 'the provider',
  hide: () => undefined,
});
process.stdout.write(`${await grants.tokens(account).token()}\n`);
