import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Portfolio } from './portfolios';
import { TransactionsTable } from './TransactionsTable';

const PORTFOLIO: Portfolio = { id: 'p1', name: 'Brokerage', currency: 'USD', lotMethod: 'FIFO', taxTreatment: 'TAXABLE' };
const ROW = { date: '2025-03-03', type: 'DEPOSIT', fees: '0', amount: '250', currency: 'USD', note: '' };
let root: Root;
let deleted: string[];

const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 20)));
const buttons = (name: string) => [...document.body.querySelectorAll('button')].filter((one) => one.textContent?.trim() === name);

async function press(name: string) {
  await act(async () => buttons(name)[0]?.click());
  await settled();
}

beforeEach(async () => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  deleted = [];
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    if (init?.method === 'DELETE') {
      deleted.push(path);
      return new Response(null, { status: 204 });
    }
    const items = [
      { ...ROW, id: 't1' },
      { ...ROW, id: 't2', importId: 'i1' },
    ];
    return new Response(JSON.stringify({ items }), { status: 200 });
  });
  root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(async () => {
    root.render(
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <TransactionsTable portfolio={PORTFOLIO} />
      </QueryClientProvider>,
    );
  });
  await settled();
});

afterEach(() => act(() => root.unmount()));

it('removes one that was entered by hand, once that is confirmed', async () => {
  expect(buttons('Remove')).toHaveLength(1);
  await press('Remove');
  expect(deleted).toEqual([]);
  await press('Remove transaction');
  expect(deleted).toEqual(['/api/portfolio/p1/transactions/t1']);
  expect(buttons('Remove transaction')).toHaveLength(0);
});
