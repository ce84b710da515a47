import { ControlProblem } from './platform.js';

/** Things of one kind by their id, as they stand in the state: each is there once, and who asks for a missing one is told. */
export class Register<Item> {
  /**
   * @param kind for the codes: `account`, `customer`
   * @param name for people: `LINE account`
   */
  constructor(
    private readonly items: Record<string, Item>,
    private readonly kind: string,
    private readonly name: string,
  ) {}

  all(): readonly Item[] {
    return Object.values(this.items);
  }

  /** @throws ControlProblem */
  find(id: string): Item {
    const item = this.items[id];
    if (!item) throw new ControlProblem(404, `no such ${this.kind}`, `There is no ${this.name} ${id} here.`);
    return item;
  }

  /** @throws ControlProblem when there is one with this id already. */
  add(id: string, item: Item): void {
    if (this.items[id]) throw new ControlProblem(409, `${this.kind} exists`, `There is a ${this.name} ${id} already.`);
    this.items[id] = item;
  }
}
