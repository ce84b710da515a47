export const DATABASE = Symbol('DATABASE');
export const EVENT_STORE = Symbol('EVENT_STORE');
export const COMMANDS = Symbol('COMMANDS');
export const MEDIA = Symbol('MEDIA');
export const CAPABILITIES = Symbol('CAPABILITIES');
export const NATS = Symbol('NATS');
