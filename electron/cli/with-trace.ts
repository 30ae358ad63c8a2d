/**
 * Work whose conversations with servers go into the file of `--trace FILE`, where that is given.
 * @throws MailstowError 'arguments' where the file cannot be written, and whatever `work` throws
 */
export async function withTrace<Result>(
  file: string | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  if (file === undefined) return work();
  const { recordTrace } = await import('../log/trace-file.ts');
  const end = recordTrace(file);
  try {
    return await work();
  } finally {
    end();
  }
}
