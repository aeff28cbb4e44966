import { sourceWords } from './explanations';
import type { NotComputed } from './results';

/** Figures that are absent, each with its reason. */
export function NotComputedList({ items }: { items: NotComputed[] | undefined }) {
  if (!items || items.length === 0) {
    return null;
  }
  return (
    <ul className="mg-faults mg-row-note mg-after">
      {items.map((one) => (
        <li key={one.figure}>
          Not computed: {sourceWords(`.${one.figure}`).words.replace(/^: /, '')}. {one.reason}
        </li>
      ))}
    </ul>
  );
}
