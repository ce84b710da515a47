export const EVENT_STORE = Symbol('EVENT_STORE');
export const NATS = Symbol('NATS');
