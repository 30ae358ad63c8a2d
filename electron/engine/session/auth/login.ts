import type { Exchange, Login } from './exchange.ts';

/** draft-murchison-sasl-login: the server asks for the user name, then for the password. */
export function saslLogin({ user, secret }: Login): Exchange {
  const left = [secret];
  return {
    mechanism: 'LOGIN',
    first: user,
    blame: 'as the server says',
    isTested: true,
    answer: () => left.shift(),
  };
}
