/** Names of the two ways between preload and ipc; no page ever learns them. */
export const callChannel = 'mailstow:call';
export const eventChannel = 'mailstow:event';
