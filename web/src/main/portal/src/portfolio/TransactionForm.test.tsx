import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Portfolio } from './portfolios';
import { TransactionForm } from './TransactionForm';

const PORTFOLIO: Portfolio = { id: 'p1', name: 'Brokerage', currency: 'USD', lotMethod: 'FIFO', taxTreatment: 'TAXABLE' };
let answer: { status: number; body: unknown };
let sent: unknown[];
let root: Root;
const onClose = vi.fn();

const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 20)));

beforeEach(async () => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  sent = [];
  onClose.mockReset();
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (path === '/api/market/clock') {
      return new Response(JSON.stringify({ mode: 'LIVE', now: '2025-03-03T15:00:00Z', speed: 1, phase: 'OPEN', sessionDate: '2025-03-03' }));
    }
    sent.push(JSON.parse(String(init.body)));
    return new Response(JSON.stringify(answer.body), { status: answer.status });
  });
  root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(async () => {
    root.render(
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <TransactionForm portfolio={PORTFOLIO} onClose={onClose} />
      </QueryClientProvider>,
    );
  });
  await settled();
});

afterEach(() => act(() => root.unmount()));

async function type(field: string, text: string) {
  const input = document.querySelector<HTMLInputElement>(`#transaction-${field}`) as HTMLInputElement;
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

async function enter() {
  await act(async () => document.querySelector('#transaction-form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
  await settled();
}

describe('the form of a transaction', () => {
  it('enters a purchase on the day of the market clock and closes', async () => {
    answer = { status: 201, body: { id: 't1' } };
    await type('symbol', 'AAPL');
    await type('quantity', '10');
    await type('price', '200');
    await enter();
    expect(sent).toEqual([{ type: 'BUY', date: '2025-03-03', symbol: 'AAPL', quantity: '10', price: '200' }]);
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('tells what was expected at the field that it is about, and keeps what was typed', async () => {
    answer = {
      status: 422,
      body: {
        type: '/problems/unacceptable-transactions',
        title: 'Not acceptable',
        status: 422,
        errors: [{ field: 'quantity', value: '0', expected: 'a positive quantity' }],
      },
    };
    await type('symbol', 'AAPL');
    await enter();
    const quantity = document.querySelector('#transaction-quantity');
    expect(quantity?.getAttribute('aria-invalid')).toBe('true');
    expect(document.querySelector('#transaction-quantity-words')?.textContent).toContain('Expected a positive quantity');
    expect(document.querySelector<HTMLInputElement>('#transaction-symbol')?.value).toBe('AAPL');
    expect(onClose).not.toHaveBeenCalled();
  });

  it('shows a refusal that is about no field as a whole', async () => {
    answer = { status: 409, body: { type: '/problems/changed', title: 'Changed meanwhile', status: 409, detail: 'Try again.', requestId: 'r-7' } };
    await enter();
    expect(document.body.textContent).toContain('Try again.');
    expect(document.body.textContent).toContain('r-7');
  });
});
