import type { OpenedArchive } from '../../shared/contract.ts';

/** What an archive without its account is called: whose it is, else its folder. */
export function archiveName({ account, folder }: OpenedArchive): string {
  return account?.user ?? folder.split(/[/\\]/).findLast(level => level !== '') ?? folder;
}
