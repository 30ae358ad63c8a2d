import { useStores } from '../../store/stores.ts';

/** Lets the person choose an archive, and opens it to be read. */
export function useOpenArchive(): () => Promise<void> {
  const stores = useStores();
  return async () => {
    const folder = await stores.folders.getState().choose('existing-archive', undefined);
    const id = folder && (await stores.archives.getState().open(folder));
    if (id !== undefined && id !== '') {
      stores.place.getState().go({ at: 'library', accountId: id });
    }
  };
}
