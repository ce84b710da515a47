export const PARTS = Symbol('PARTS');
export const SEND_REPLY = Symbol('SEND_REPLY');
export const FETCH_MEDIA = Symbol('FETCH_MEDIA');
