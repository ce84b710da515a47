/** So many calls a period, saved up to one period's worth. */
export class TokenBuckets {
  private readonly buckets = new Map<string, { tokens: number; at: number }>();

  /** @returns false when the rate is exceeded. */
  take(key: string, rate: { readonly calls: number; readonly perMs: number }, now: Date): boolean {
    const at = now.getTime();
    const bucket = this.buckets.get(key) ?? { tokens: rate.calls, at };
    bucket.tokens = Math.min(rate.calls, bucket.tokens + ((at - bucket.at) / rate.perMs) * rate.calls);
    bucket.at = at;
    this.buckets.set(key, bucket);
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  }
}
