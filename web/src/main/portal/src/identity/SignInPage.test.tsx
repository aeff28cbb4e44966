import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SignInPage } from './SignInPage';

type Answer = { status: number; body: unknown };
let answers: Record<string, Answer>;
let asked: { path: string; body: unknown }[];
let root: Root;

const SESSION = { user: { id: 'u1', name: 'demo', roles: ['USER'] }, csrf: 'secret' };
const NOBODY: Answer = { status: 401, body: { type: '/problems/unauthenticated', title: 'Not signed in', status: 401 } };

beforeEach(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  asked = [];
  answers = { 'GET /api/session': NOBODY, 'GET /api/session/methods': { status: 200, body: { password: true } } };
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push({ path: `${init.method} ${path}`, body: init.body ? JSON.parse(String(init.body)) : undefined });
    const answer = answers[`${init.method} ${path}`] ?? { status: 404, body: {} };
    return new Response(JSON.stringify(answer.body), { status: answer.status });
  });
});

afterEach(() => act(() => root.unmount()));

async function show() {
  const router = createMemoryRouter(
    [
      { path: '/sign-in', element: <SignInPage /> },
      { path: '/runs', element: <p>Analyses are here</p> },
    ],
    { initialEntries: [{ pathname: '/sign-in', state: { from: '/runs' } }] },
  );
  const element = document.body.appendChild(document.createElement('div'));
  root = createRoot(element);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  await act(async () => {
    root.render(
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>,
    );
  });
  await settled();
  return element;
}

const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 20)));

async function type(element: HTMLElement, selector: string, text: string) {
  const input = element.querySelector<HTMLInputElement>(selector) as HTMLInputElement;
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

async function signIn(element: HTMLElement) {
  await type(element, '#sign-in-name', 'demo');
  await type(element, '#sign-in-password', 'secret');
  await act(async () => element.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
  await settled();
}

describe('signing in', () => {
  it('leads back to where one was going', async () => {
    answers['POST /api/session'] = { status: 200, body: SESSION };
    const element = await show();
    await signIn(element);
    expect(asked.find((one) => one.path === 'POST /api/session')?.body).toEqual({ name: 'demo', password: 'secret' });
    expect(element.textContent).toContain('Analyses are here');
  });

  it('does not say which of name and password is wrong', async () => {
    answers['POST /api/session'] = NOBODY;
    const element = await show();
    await signIn(element);
    expect(element.textContent).toContain('Name and password do not match');
  });

  it('shows why a throttled attempt was refused', async () => {
    answers['POST /api/session'] = {
      status: 429,
      body: { type: '/problems/throttled', title: 'Too many attempts', status: 429, detail: 'Wait a minute.', requestId: 'r-42' },
    };
    const element = await show();
    await signIn(element);
    expect(element.textContent).toContain('Wait a minute.');
    expect(element.textContent).toContain('r-42');
  });

  it('offers single sign-on where the server has it', async () => {
    expect((await show()).textContent).not.toContain('Sign in with');
    await act(() => root.unmount());
    answers['GET /api/session/methods'] = { status: 200, body: { password: true, oidc: '/sign-in/oidc' } };
    const element = await show();
    expect(element.querySelector('a[href="/sign-in/oidc"]')?.textContent).toContain('Sign in with');
  });
});
