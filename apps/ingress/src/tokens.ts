export const ACCOUNTS = Symbol('ACCOUNTS');
export const ACCOUNTS_AT_PLATFORM = Symbol('ACCOUNTS_AT_PLATFORM');
export const CHANNELS = Symbol('CHANNELS');
export const PUBLISHER = Symbol('PUBLISHER');
export const NATS = Symbol('NATS');
export const MEDIA = Symbol('MEDIA');
