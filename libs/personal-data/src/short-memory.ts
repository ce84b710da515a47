/** Remembers what it was told for a short time, and not more than so many things. */
export class ShortMemory<Value> {
  private readonly entries = new Map<string, { readonly value: Value; readonly until: number }>();

  /** @param clock milliseconds that only go up */
  constructor(
    private readonly lifeMs: number,
    private readonly most: number,
    private readonly clock: () => number,
  ) {}

  get(name: string): Value | undefined {
    const entry = this.entries.get(name);
    if (!entry) return undefined;
    if (entry.until > this.clock()) return entry.value;
    this.entries.delete(name);
    return undefined;
  }

  /** @param from when it was known to be so */
  set(name: string, value: Value, from: number): void {
    this.entries.delete(name);
    this.entries.set(name, { value, until: from + this.lifeMs });
    if (this.entries.size > this.most) this.entries.delete(this.entries.keys().next().value!);
  }
}
