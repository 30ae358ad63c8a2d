/** What of Playwright's JSON report is read here. */
export interface PlaywrightReport {
  readonly stats: Readonly<Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>>;
  readonly suites: readonly PlaywrightSuite[];
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly projectName: string;
      readonly status: string;
      readonly annotations: readonly { readonly type: string; readonly description?: string }[];
    }[];
  }[];
}

/** One spec on one host. */
export interface Spec {
  readonly title: string;
  readonly project: string;
  readonly passed: boolean;
  /** It passed only when it was run again. */
  readonly isFlaky: boolean;
  /** Why it runs in the browser alone. */
  readonly reason?: string;
}

export function specsOf({ suites = [], specs }: PlaywrightSuite): readonly Spec[] {
  const own = specs.flatMap(({ title, tests }) =>
    tests.map(({ projectName: project, status, annotations }) => {
      const reason = annotations.find(({ type }) => type === 'browser alone')?.description;
      const isFlaky = status === 'flaky';
      const passed = status === 'expected' || isFlaky;
      return { title, project, passed, isFlaky, ...(reason === undefined ? {} : { reason }) };
    }),
  );
  return [...own, ...suites.flatMap(specsOf)];
}

/** For a spec that no other host can run. @param reason for people */
export function inBrowserAlone(reason: string) {
  return { tag: '@browser-mode', annotation: { type: 'browser alone', description: reason } };
}
