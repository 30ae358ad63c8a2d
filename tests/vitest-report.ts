import { existsSync, readFileSync } from 'node:fs';

/** What of vitest's JSON report is read here. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly title: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** One test, or a file that could not even be loaded. */
export interface TestResult {
  /** Absolute. */
  readonly file: string;
  readonly name: string;
  readonly title: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** The first line of what is wrong. */
  readonly why?: string;
}

export function readVitestReport(file: string): readonly TestResult[] {
  if (!existsSync(file)) return [];
  const { testResults }: Report = JSON.parse(readFileSync(file, 'utf8'));
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    if (status === 'failed' && assertionResults.length === 0) {
      const title = 'the file is loaded';
      return [{ file: name, name: title, title, status: 'failed' as const, why: first(message) }];
    }
    return assertionResults.map(result => ({
      file: name,
      name: result.fullName,
      title: result.title,
      ...statusOf(result),
    }));
  });
}

function statusOf(result: Report['testResults'][number]['assertionResults'][number]) {
  if (result.status === 'failed') {
    return { status: 'failed' as const, why: first(result.failureMessages[0] ?? '') };
  }
  return { status: result.status === 'passed' ? ('passed' as const) : ('skipped' as const) };
}

function first(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
