import { defaults } from '../../../shared/defaults.ts';
import type { Server } from '../../../shared/model/account.ts';

/** An account as a person named it. */
export interface NamedAccount {
  /** As it was named. */
  readonly name: string;
  /** Whether that is a saved profile. */
  readonly isProfile: boolean;
  readonly server: Server;
  readonly user: string;
}

const usualPorts = { tls: defaults.portTls, starttls: defaults.port, none: defaults.port } as const;

/** The command line that signs in to the account again, as a shell takes it. */
export function signInCommand({ name, isProfile, server, user }: NamedAccount): string {
  return commandLine('sign-in', isProfile ? [name] : [user, ...whereOf(server)]);
}

/** The command line that archives the account, as a shell takes it; without a profile it lacks the folder. */
export function archiveCommand({ name, isProfile, server, user }: NamedAccount): string {
  const rest = ['--user', user, '--folder', 'FOLDER'];
  return commandLine('archive', isProfile ? [name] : [...whereOf(server), ...rest]);
}

function whereOf({ host, port, security, certificateFile, certificateFolder }: Server): string[] {
  return [
    ...['--server', host],
    ...(port === usualPorts[security] ? [] : ['--port', String(port)]),
    ...(security === 'tls' ? [] : ['--security', security]),
    ...(certificateFile === undefined ? [] : ['--certificate-file', certificateFile]),
    ...(certificateFolder === undefined ? [] : ['--certificate-folder', certificateFolder]),
  ];
}

function commandLine(command: string, words: readonly string[]): string {
  return ['mailstow', command, ...words].map(forShell).join(' ');
}

function forShell(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
