/** The subjects of some types of events of one category, by partition. */
export const eventSubjects =
  (category: string, types: readonly string[]) =>
  (partition: number): readonly string[] =>
    types.map((type) => `events.${partition}.${category}.${type}`);
