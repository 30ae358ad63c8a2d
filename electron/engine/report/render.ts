import type { CompletenessReport } from '../../../shared/model/report.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';

/** One report in the three forms in which an archive keeps it. */
export interface RenderedReport {
  readonly json: string;
  readonly html: string;
  readonly text: string;
}

export function render(report: CompletenessReport): RenderedReport {
  return {
    json: renderJson(report),
    html: renderHtml(report),
    text: renderText(report),
  };
}

/** For people who read JSON and for programs; ends with a line feed. */
export function renderJson(report: CompletenessReport): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
