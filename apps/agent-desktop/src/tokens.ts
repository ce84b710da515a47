export const DATABASE = Symbol('DATABASE');
export const EVENT_STORE = Symbol('EVENT_STORE');
export const COMMANDS = Symbol('COMMANDS');
export const MEDIA = Symbol('MEDIA');
export const CHANNEL_OF = Symbol('CHANNEL_OF');
export const NOW = Symbol('NOW');
export const NATS = Symbol('NATS');
