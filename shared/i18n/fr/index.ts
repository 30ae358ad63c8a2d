import { app } from './app.ts';
import { desktop } from './desktop.ts';
import { failures } from './failures.ts';
import { report } from './report.ts';
import { signIn } from './sign-in.ts';
import { warnings } from './warnings.ts';

/** All that Mailstow says in French, by the place where it says it. */
export const fr = { app, desktop, failures, report, signIn, warnings } as const;
