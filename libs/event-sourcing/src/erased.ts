/** What stands in the place of a personal field whose key was destroyed. */
export interface Erased {
  readonly erased: true;
}

/** A field about a person: whoever reads it must bear that nobody can read it any more. */
export type Personal<T> = T | Erased;

export const ERASED: Erased = Object.freeze({ erased: true });

export const isErased = (value: unknown): value is Erased =>
  typeof value === 'object' && value !== null && 'erased' in value && value.erased === true && Object.keys(value).length === 1;

/** The value, or nothing where it was erased. */
export const unlessErased = <T>(value: T): Exclude<T, Erased> | undefined => (isErased(value) ? undefined : (value as Exclude<T, Erased>));
