import { useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark' | 'system';

const KEY = 'magnus.theme';
const system = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : undefined;
const listeners = new Set<() => void>();
let chosen: Theme = stored();

function stored(): Theme {
  try {
    const theme = localStorage.getItem(KEY);
    return theme === 'light' || theme === 'dark' ? theme : 'system';
  } catch {
    return 'system';
  }
}

function isDark(): boolean {
  return chosen === 'dark' || (chosen === 'system' && (system?.matches ?? false));
}

function paint(): void {
  document.documentElement.classList.toggle('pf-v6-theme-dark', isDark());
  listeners.forEach((listener) => listener());
}

system?.addEventListener('change', paint);

export function chooseTheme(theme: Theme): void {
  chosen = theme;
  try {
    if (theme === 'system') {
      localStorage.removeItem(KEY);
    } else {
      localStorage.setItem(KEY, theme);
    }
  } catch {
    // not remembered then
  }
  paint();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What the user chose. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, () => chosen);
}

/** What that comes to now: charts are drawn on a canvas and must know. */
export function useDark(): boolean {
  return useSyncExternalStore(subscribe, isDark);
}
