import { Readable } from 'node:stream';
import { ArchiveReader } from '../../engine/archive/archive-reader.ts';
import { MailstowError } from '../../engine/errors.ts';
import { parseReport } from '../../engine/report/parse-report.ts';
import { renderJson } from '../../engine/report/render.ts';
import { renderHtml } from '../../engine/report/render-html.ts';
import { renderText } from '../../engine/report/render-text.ts';
import { writeWhole } from '../../services/window/whole-file.ts';
import { filled, wrong } from '../argument-values.ts';
import type { Action } from './command.ts';
import type { reportOptions } from './option-tables.ts';

export const report: Action<typeof reportOptions> = async (
  { values, operands },
  { stdout },
): Promise<'SUCCESS'> => {
  const [folder = ''] = operands;
  const html = filled(values.html, '--html');
  if ([html, values.json, values.text].filter(each => each !== undefined).length > 1) {
    throw wrong('--html, --json and --text cannot be used together', 'Use one of them.');
  }
  const name = values['last-good'] ? 'last-good' : 'last';
  const found = parseReport(new ArchiveReader(folder).report(name) ?? '');
  if (found === undefined) throw noReport(folder, name === 'last-good');
  if (html === undefined) {
    stdout.write(values.json ? renderJson(found) : renderText(found));
  } else {
    await writeWhole(html, () => Readable.from([Buffer.from(renderHtml(found))]));
  }
  return 'SUCCESS';
};

function noReport(folder: string, wasToBeGood: boolean): MailstowError {
  return new MailstowError(wasToBeGood ? 'no-good-report-in-folder' : 'no-report-in-folder', {
    args: { folder },
  });
}
