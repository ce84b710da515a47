export const EVENT_STORE = Symbol('EVENT_STORE');
export const SEALED_LOG = Symbol('SEALED_LOG');
export const DATABASE = Symbol('DATABASE');
export const CHANNELS = Symbol('CHANNELS');
export const COMMANDS = Symbol('COMMANDS');
export const CREDENTIALS = Symbol('CREDENTIALS');
export const PUBLIC_URL = Symbol('PUBLIC_URL');
export const MAIL_DOMAIN = Symbol('MAIL_DOMAIN');
