import { Readable } from 'node:stream';
import { ArchiveReader } from '../../engine/archive/archive-reader.ts';
import { parseCertificate } from '../../engine/certificate/parse-certificate.ts';
import { renderJson } from '../../engine/certificate/render.ts';
import { renderHtml } from '../../engine/certificate/render-html.ts';
import { renderText } from '../../engine/certificate/render-text.ts';
import { MailstowError } from '../../engine/errors.ts';
import { writeWhole } from '../../services/window/whole-file.ts';
import { filled, wrong } from '../argument-values.ts';
import { readOptions } from '../read-options.ts';
import type { Command } from './command.ts';
import { onlyFolder } from './only-folder.ts';

const options = {
  html: { type: 'string' },
  json: { type: 'boolean' },
  text: { type: 'boolean' },
  'last-good': { type: 'boolean' },
} as const;

export const certificate: Command = {
  usage: `Usage: mailstow certificate FOLDER [--html FILE | --json | --text] [--last-good]

What the last run proved of the archive in FOLDER, folder by folder.

  --html FILE    writes it as a page to look at and to print
  --json         prints it as JSON
  --text         prints it as text (default)
  --last-good    that of the last run that found everything archived
`,

  async run(argv, { stdout }) {
    const { values, positionals } = readOptions(argv, options);
    const folder = onlyFolder(positionals);
    const html = filled(values.html, '--html');
    if ([html, values.json, values.text].filter(each => each !== undefined).length > 1) {
      throw wrong('--html, --json and --text exclude each other', 'Give one of them.');
    }
    const name = values['last-good'] ? 'last-good' : 'last';
    const found = parseCertificate(new ArchiveReader(folder).certificate(name) ?? '');
    if (found === undefined) throw noCertificate(folder, name === 'last-good');
    if (html === undefined) {
      stdout.write(values.json ? renderJson(found) : renderText(found));
    } else {
      await writeWhole(html, () => Readable.from([Buffer.from(renderHtml(found))]));
    }
    return 'SUCCESS';
  },
};

function noCertificate(folder: string, wasToBeGood: boolean): MailstowError {
  const which = wasToBeGood ? 'of a run that found everything archived' : 'of a run';
  return new MailstowError('output-folder', 'run', {
    message: `There is no certificate ${which} in ${folder}.`,
    nextStep: "Run 'mailstow archive' into the folder; every run leaves a certificate.",
  });
}
