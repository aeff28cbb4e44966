import { useState } from 'react';
import type { ThProps } from '@patternfly/react-table';
import { type Decimal, isNumber } from '../figures/amounts';

type Key<T> = (item: T) => Decimal | undefined;

/** Compares numbers as numbers and names as names; what has no value stands last either way. */
export function compare(one: Decimal | undefined, other: Decimal | undefined, ascending: boolean): number {
  const missing = Number(one === undefined || one === '') - Number(other === undefined || other === '');
  if (missing !== 0 || one === undefined || other === undefined) {
    return missing;
  }
  const order = isNumber(one) && isNumber(other) ? Number(one) - Number(other) : String(one).localeCompare(String(other));
  return ascending ? order : -order;
}

/** Sorts items by the column that the user chose; `keys` gives each column's value. */
export function useSorting<T>(items: T[], keys: Key<T>[], first: number, ascending = false) {
  const [order, setOrder] = useState({ column: first, ascending });
  const by = keys[order.column];
  const sorted = by ? [...items].sort((one, other) => compare(by(one), by(other), order.ascending)) : items;
  const sort = (column: number): ThProps['sort'] => ({
    sortBy: { index: order.column, direction: order.ascending ? 'asc' : 'desc', defaultDirection: 'desc' },
    onSort: (_event, index, direction) => setOrder({ column: index, ascending: direction === 'asc' }),
    columnIndex: column,
  });
  return { sorted, sort };
}
