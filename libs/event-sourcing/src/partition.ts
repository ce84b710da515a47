/** Enough for many consumers side by side, few enough to look at. Changing it needs every stream of messages to be empty. */
export const PARTITIONS = 16;

/** The same key always falls into the same partition, 0 … 15 (FNV-1a over UTF-8, 32 bits). */
export const partitionOf = (key: string): number => {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(key)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash % PARTITIONS;
};
