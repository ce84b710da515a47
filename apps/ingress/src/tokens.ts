export const ACCOUNTS = Symbol('ACCOUNTS');
export const CHANNELS = Symbol('CHANNELS');
export const PUBLISHER = Symbol('PUBLISHER');
export const NATS = Symbol('NATS');
