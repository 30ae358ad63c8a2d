import { expect, test } from 'vitest';
import { compareWithPython, hasPython } from '../../fixtures/mail/independent.ts';

test.skipIf(!hasPython())(
  "files are saved as Python's email decodes them (left out without python3)",
  async () => {
    expect(await compareWithPython(60, 1)).toBeGreaterThan(100);
  },
);
