export const PARTS = Symbol('PARTS');
