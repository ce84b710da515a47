export const PARTS = Symbol('PARTS');
export const LET_BOT_ANSWER = Symbol('LET_BOT_ANSWER');
export const TAKE_LATER_ANSWER = Symbol('TAKE_LATER_ANSWER');
export const MOVE_THREAD = Symbol('MOVE_THREAD');
