import type { Certificate } from '../../../shared/model/certificate.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';

/** One certificate in the three forms in which an archive keeps it. */
export interface RenderedCertificate {
  readonly json: string;
  readonly html: string;
  readonly text: string;
}

export function render(certificate: Certificate): RenderedCertificate {
  return {
    json: renderJson(certificate),
    html: renderHtml(certificate),
    text: renderText(certificate),
  };
}

/** For people who read JSON and for programs; ends with a line feed. */
export function renderJson(certificate: Certificate): string {
  return `${JSON.stringify(certificate, undefined, 2)}\n`;
}
