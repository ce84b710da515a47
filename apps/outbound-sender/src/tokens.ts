export const PARTS = Symbol('PARTS');
export const SEND_REPLY = Symbol('SEND_REPLY');
export const FETCH_MEDIA = Symbol('FETCH_MEDIA');
export const LEARN_PROFILE = Symbol('LEARN_PROFILE');
export const SEND_REACTION = Symbol('SEND_REACTION');
export const SHOW_SIGN = Symbol('SHOW_SIGN');
export const LIST_TEMPLATES = Symbol('LIST_TEMPLATES');
export const TELL_BOT_NOTICE = Symbol('TELL_BOT_NOTICE');
