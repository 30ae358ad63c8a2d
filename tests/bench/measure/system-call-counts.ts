/** The kinds of system calls that storing is made of, each under all its names: they differ by processor and C library. */
const kinds = {
  open: ['open', 'openat', 'openat2'],
  write: ['write', 'pwrite64', 'writev', 'pwritev', 'pwritev2'],
  rename: ['rename', 'renameat', 'renameat2'],
  stat: ['stat', 'lstat', 'fstat', 'statx', 'newfstatat', 'fstatat64'],
  utimens: ['utimensat', 'futimesat', 'utime', 'utimes'],
  close: ['close'],
  sync: ['fsync', 'fdatasync', 'syncfs', 'sync'],
  link: ['link', 'linkat', 'unlink', 'unlinkat', 'symlink', 'symlinkat'],
  mode: ['chmod', 'fchmod', 'fchmodat', 'chown', 'fchown', 'fchownat'],
} as const;

type SystemCallKind = keyof typeof kinds;
export type SystemCallCounts = Readonly<Record<SystemCallKind, number>>;

/** Reads the table of `strace -c`: `% time, seconds, usecs/call, calls, errors or nothing, syscall`. */
export function readCallCounts(table: string): SystemCallCounts {
  const calls = new Map<string, number>();
  for (const [, count, name] of table.matchAll(
    /^ *[\d.]+ +[\d.]+ +\d+ +(\d+)(?: +\d+)? +(\w+)$/gm,
  )) {
    if (name !== undefined && name !== 'total') calls.set(name, Number(count));
  }
  if (calls.size === 0) throw new Error(`No system calls in what strace wrote:\n${table}`);
  return mapKinds(kind => kinds[kind].reduce((sum, name) => sum + (calls.get(name) ?? 0), 0));
}

/** What each of `messages` messages cost, in a run that differs from another by them alone. */
export function callsAMessage(
  run: SystemCallCounts,
  without: SystemCallCounts,
  messages: number,
): SystemCallCounts {
  return mapKinds(kind => (run[kind] - without[kind]) / messages);
}

function mapKinds(count: (kind: SystemCallKind) => number): SystemCallCounts {
  return {
    open: count('open'),
    write: count('write'),
    rename: count('rename'),
    stat: count('stat'),
    utimens: count('utimens'),
    close: count('close'),
    sync: count('sync'),
    link: count('link'),
    mode: count('mode'),
  };
}
