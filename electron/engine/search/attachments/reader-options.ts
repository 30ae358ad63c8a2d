/**
 * How V8 runs in the process that reads: a heap that holds any document of usual size, and no text that becomes
 * a program, whatever a document brings a library to do.
 */
export const engineOptions: readonly string[] = [
  '--max-old-space-size=480',
  '--disallow-code-generation-from-strings',
];
