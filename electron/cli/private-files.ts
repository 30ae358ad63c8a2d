/** What the system would have had files and folders made with. */
let usual: number | undefined;

/** What this process makes from here on is its owner's alone: mail is private (0700 and 0600 on POSIX systems). */
export function keepPrivate(): void {
  usual = process.umask(0o077);
}

/** What it makes has the modes that the system gives, as folders need that several people share. */
export function keepShared(): void {
  if (usual !== undefined) process.umask(usual);
}
