import type { ReactNode } from 'react';
import classes from './fact.module.css';

export const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <>
    <dt className={classes.name}>{name}</dt>
    <dd className={classes.value}>{children}</dd>
  </>
);
