export const EVENT_STORE = Symbol('EVENT_STORE');
export const PARTS = Symbol('PARTS');
export const RECEIVE_INBOUND = Symbol('RECEIVE_INBOUND');
export const REOPEN_CLOSED = Symbol('REOPEN_CLOSED');
