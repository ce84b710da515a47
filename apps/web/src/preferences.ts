import { useSyncExternalStore } from 'react';

/** What a person sets for themselves, kept in this browser. */
const DEFAULTS = {
  enterSends: false,
  singleKeys: true,
  sound: true,
  detailsOpen: true,
  listWidth: 320,
  detailsWidth: 320,
};

type Preferences = typeof DEFAULTS;

const listeners = new Set<() => void>();
const known: Partial<Preferences> = {};

const read = <Name extends keyof Preferences>(name: Name): Preferences[Name] => {
  if (name in known) return known[name] as Preferences[Name];
  let kept: unknown;
  try {
    kept = JSON.parse(localStorage.getItem(`madoguchi.${name}`) ?? 'null');
  } catch {
    kept = null;
  }
  return (known[name] = (typeof kept === typeof DEFAULTS[name] ? kept : DEFAULTS[name]) as Preferences[Name]);
};

export const preference = <Name extends keyof Preferences>(name: Name) => ({
  read: () => read(name),
  write: (value: Preferences[Name]) => {
    known[name] = value;
    localStorage.setItem(`madoguchi.${name}`, JSON.stringify(value));
    listeners.forEach((listener) => listener());
  },
});

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const usePreference = <Name extends keyof Preferences>(name: Name): [Preferences[Name], (value: Preferences[Name]) => void] => [
  useSyncExternalStore(subscribe, () => read(name)),
  preference(name).write,
];
