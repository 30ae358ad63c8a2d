import type { Host } from '../../electron/services/host.ts';

/** Nobody sits at it. */
export const nobody: Host = {
  kind: 'browser',
  language: 'en',
  mailAddress: token => `/mail/${token}/`,
  chooseFolder: async () => null,
  chooseCertificate: async () => null,
  chooseTarget: async () => null,
  deliver: async () => ({ saved: false }),
  deliverAll: async () => ({ saved: 0 }),
  open: async () => undefined,
  visit: async () => false,
  show: async () => undefined,
};
