import type { ReactElement } from 'react';
import type { Server } from '../../../shared/contract.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { useWords } from '../../words/use-words.ts';

export type Paths = Pick<Server, 'certificateFile' | 'certificateFolder'>;

interface Props {
  readonly paths: Paths;
  readonly inputId?: string;
  onChange(part: Paths): void;
}

/** Where the path of the file is typed, on a page that has this once. */
export const certificateFieldId = 'account-certificate';

/** The certificates to trust, a file or a folder of them: chosen, or typed where they cannot be looked for. */
export function CertificatePaths({ paths, inputId, onChange }: Props): ReactElement {
  const { t } = useWords();
  const { choose } = useStores().folders.getState();
  const { certificateFile, certificateFolder } = paths;
  const changeFile = (path: string | undefined) => onChange({ certificateFile: path || undefined });
  const changeFolder = (path: string | undefined) =>
    onChange({ certificateFolder: path || undefined });
  const chooseFile = async () => {
    const chosen = await choose('certificate-file', certificateFile);
    if (chosen !== undefined) changeFile(chosen);
  };
  const chooseFolder = async () => {
    const chosen = await choose('certificate-folder', certificateFolder);
    if (chosen !== undefined) changeFolder(chosen);
  };
  return (
    <>
      <Field
        {...(inputId === undefined ? {} : { inputId })}
        label={t('who.certificateFile')}
        spellCheck={false}
        value={certificateFile ?? ''}
        onChange={changeFile}
        action={<Button onClick={() => void chooseFile()}>{t('who.chooseFile')}</Button>}
      />
      <Field
        label={t('who.certificateFolder')}
        spellCheck={false}
        value={certificateFolder ?? ''}
        onChange={changeFolder}
        action={<Button onClick={() => void chooseFolder()}>{t('where.choose')}</Button>}
      />
    </>
  );
}
