import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

const modules = resolve(import.meta.dirname, '../../node_modules');

/** The folder of the package that a module of a bundle is from; undefined for our own. */
export function packageOf(module: string): string | undefined {
  // What the bundlers themselves put in has names of its own.
  const [, bundler] = /^\0(vite|rolldown)\//.exec(module) ?? [];
  if (bundler !== undefined) return join(modules, bundler);
  const path = module.replaceAll('\\', '/').replace(/^\0/, '').replace(/\?.*$/, '');
  return /^.*\/node_modules\/(@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

/** Remembers of which packages there is code, a font or a picture in bundles, while they are made. */
export class BundledPackages {
  readonly #folders = new Set<string>();

  /** Of the packages, in no order. */
  get folders(): readonly string[] {
    return [...this.#folders];
  }

  /** For each build that is to be looked at. */
  plugin(): Plugin {
    let root = '';
    return {
      name: 'bundled-packages',
      configResolved: config => {
        root = config.root;
      },
      generateBundle: (_options, bundle) => {
        for (const file of Object.values(bundle)) {
          if (file.type === 'asset') {
            // Fonts and pictures.
            for (const name of file.originalFileNames) this.#add(packageOf(resolve(root, name)));
            continue;
          }
          for (const [module, { renderedLength }] of Object.entries(file.modules)) {
            if (renderedLength > 0) this.#add(packageOf(module));
          }
        }
      },
    };
  }

  #add(folder: string | undefined): void {
    if (folder !== undefined) this.#folders.add(folder);
  }
}
