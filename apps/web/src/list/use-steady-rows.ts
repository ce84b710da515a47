import type { ConversationRow } from '@madoguchi/contracts';
import { useState } from 'react';
import { steadyOrder } from './steady-order.js';

/** Rows that hold still while pointer or focus is on them. `apply` takes the server's order at once. */
export const useSteadyRows = (latest: readonly ConversationRow[], listName: string, held: boolean) => {
  const [shown, setShown] = useState({ listName, rows: latest });
  const steady = steadyOrder(shown.rows, latest, held && shown.listName === listName);
  const changed =
    shown.listName !== listName || steady.rows.length !== shown.rows.length || steady.rows.some((row, index) => row !== shown.rows[index]);
  // Kept while rendering, as React advises for state that follows from what is rendered: no frame shows rows that jump.
  if (changed) setShown({ listName, rows: steady.rows });
  return { ...steady, apply: () => setShown({ listName, rows: latest }) };
};
