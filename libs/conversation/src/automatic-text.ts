/** What is said to the customer by itself. */
export type AutomaticText = 'waiting' | 'closed' | 'handed over' | 'silence notice';
