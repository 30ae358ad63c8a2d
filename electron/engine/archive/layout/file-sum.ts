/** How many files there are, and the sum of their UIDs, so that one in the place of another shows. */
export interface FileSum {
  readonly count: number;
  readonly uids: number;
}

export const noFiles: FileSum = { count: 0, uids: 0 };

export function addFiles(a = noFiles, b = noFiles): FileSum {
  return { count: a.count + b.count, uids: a.uids + b.uids };
}

export function addFile({ count, uids } = noFiles, uid: number): FileSum {
  return { count: count + 1, uids: uids + uid };
}
