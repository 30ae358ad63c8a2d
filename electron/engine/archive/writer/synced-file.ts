/** A temporary file that is whole and durable. */
export interface SyncedFile {
  readonly id: number;
  /** Bytes. */
  readonly size: number;
  /** In base64url. */
  readonly sha256: string;
}

/** Many of them as one: a thread hands numbers over at a fraction of what objects cost. */
export interface PackedFiles {
  /** Of each file its id and its size. */
  readonly numbers: Float64Array;
  /** One behind the other. */
  readonly sha256s: string;
}

/** Characters of a SHA-256 in base64url. */
const hashLength = 43;

export function packFiles(files: readonly SyncedFile[]): PackedFiles {
  const numbers = new Float64Array(files.length * 2);
  for (const [index, { id, size }] of files.entries()) {
    numbers[index * 2] = id;
    numbers[index * 2 + 1] = size;
  }
  return { numbers, sha256s: files.map(({ sha256 }) => sha256).join('') };
}

export function unpackFiles({ numbers, sha256s }: PackedFiles): SyncedFile[] {
  return Array.from({ length: numbers.length / 2 }, (_, index) => ({
    id: numbers[index * 2] ?? 0,
    size: numbers[index * 2 + 1] ?? 0,
    sha256: sha256s.slice(index * hashLength, (index + 1) * hashLength),
  }));
}
