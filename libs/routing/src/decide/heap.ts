/** A binary heap: the first of many, by an order that is given. */
export class Heap<Item> {
  private readonly items: Item[] = [];

  constructor(private readonly isBefore: (one: Item, other: Item) => boolean) {}

  get size(): number {
    return this.items.length;
  }

  first(): Item | undefined {
    return this.items[0];
  }

  /** The first, and after it those near to the front, in no exact order. */
  near(index: number): Item | undefined {
    return this.items[index];
  }

  push(item: Item): void {
    const { items, isBefore } = this;
    let at = items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(item, items[parent]!)) break;
      items[at] = items[parent]!;
      at = parent;
    }
    items[at] = item;
  }

  pop(): Item | undefined {
    const [first] = this.items;
    const last = this.items.pop();
    if (this.items.length > 0) this.sink(last!);
    return first;
  }

  /** The same as taking the first out and putting this one in. */
  replaceFirst(item: Item): void {
    this.sink(item);
  }

  private sink(item: Item): void {
    const { items, isBefore } = this;
    let at = 0;
    for (let child = 1; child < items.length; child = 2 * at + 1) {
      if (child + 1 < items.length && isBefore(items[child + 1]!, items[child]!)) child += 1;
      if (!isBefore(items[child]!, item)) break;
      items[at] = items[child]!;
      at = child;
    }
    items[at] = item;
  }
}
