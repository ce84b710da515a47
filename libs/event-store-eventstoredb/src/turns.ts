/** Lets jobs that share a key run one after the other, in the order in which they were asked for. */
export type Turns = <Result>(keys: readonly string[], job: () => Promise<Result>) => Promise<Result>;

export const createTurns = (): Turns => {
  /** The last job of each key; it never rejects. */
  const last = new Map<string, Promise<unknown>>();
  return (keys, job) => {
    const before = keys.map((key) => last.get(key)).filter((earlier) => earlier !== undefined);
    const result = before.length > 0 ? Promise.all(before).then(job) : job();
    const over = result.then(
      () => undefined,
      () => undefined,
    );
    for (const key of keys) last.set(key, over);
    void over.then(() => {
      for (const key of keys) if (last.get(key) === over) last.delete(key);
    });
    return result;
  };
};

/** A place in a line. */
export interface Place {
  /** When everybody in front has left. */
  readonly turn: Promise<void>;
  /** Lets the next one come; may be called more than once, and before it was one's own turn. */
  leave(): void;
}

/** Keeps the order of those who stand in it, without making them wait for what the ones before do afterwards. */
export const createLine = (): (() => Place) => {
  let last: Promise<void> = Promise.resolve();
  return () => {
    const turn = last;
    let leave = () => {};
    const left = new Promise<void>((resolve) => (leave = resolve));
    last = turn.then(() => left);
    return { turn, leave };
  };
};
