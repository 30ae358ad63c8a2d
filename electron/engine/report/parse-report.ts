import {
  type CompletenessReport,
  completenessReport,
  firstReport,
} from '../../../shared/model/report.ts';
import { judge } from './judge.ts';

/** @returns undefined for anything but a report of this format: a later run makes a new one */
export function parseReport(json: string): CompletenessReport | undefined {
  try {
    const value = withPresentNames(JSON.parse(json));
    return completenessReport.safeParse(value).data ?? fromFirstLanding(value);
  } catch {
    return undefined;
  }
}

/** Earlier versions called the bytes that a run wrote `octets`. */
function withPresentNames(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('octets' in value)) return value;
  const { octets, ...others } = value;
  return { ...others, storedBytes: octets };
}

/** Reports of the first landing say neither what was not archived nor a verdict. */
function fromFirstLanding(value: unknown): CompletenessReport | undefined {
  if (typeof value !== 'object' || value === null || 'verdict' in value) return undefined;
  const first = firstReport.safeParse(value).data;
  if (first === undefined) return undefined;
  const whole = { ...first, others: [], warnings: [] };
  const milliseconds = first.finishedAt - first.startedAt;
  return { ...whole, verdict: judge({ ...whole, warnings: 0, milliseconds }) };
}
