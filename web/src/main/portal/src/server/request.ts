import { Problem, problemOf, unreachable } from './problem';

let csrf = '';

/** Remembers the token that writes of this browser session must carry. */
export function rememberCsrf(token: string): void {
  csrf = token;
}

let ahead = false;

/**
 * Marks what is asked of the server before `what` first waits as asked ahead of the user: the server answers from what it has
 * or was asked to load, counts nothing of it as looked at, and else gives an empty answer.
 */
export function askedAhead<T>(what: () => T): T {
  ahead = true;
  try {
    return what();
  } finally {
    ahead = false;
  }
}

type Listener = () => void;
const signedOut = new Set<Listener>();

/** Calls back when the server says that nobody is signed in any more; returns how to stop that. */
export function onSignedOut(listener: Listener): () => void {
  signedOut.add(listener);
  return () => signedOut.delete(listener);
}

type Hearer = (cacheStatus: string | undefined) => void;
const heard = new Set<Hearer>();

/** Calls back with the `Cache-Status` of each answer that was not asked ahead; returns how to stop that. */
export function onAnswer(listener: Hearer): () => void {
  heard.add(listener);
  return () => heard.delete(listener);
}

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is. */
  file?: Blob;
  query?: Record<string, string | number | undefined>;
  signal?: AbortSignal;
  headers?: Record<string, string>;
  /** Goes on when the page is left; for small bodies. */
  keepalive?: boolean;
}

/** `path` with those of the parameters that have a value. */
export function withQuery(path: string, query: Record<string, string | number | undefined> = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') {
      parameters.set(name, String(value));
    }
  }
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}

/** Asks the server; throws a {@link Problem} unless it says yes. An empty answer is `undefined`. */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(path, options);
  if (response.status === 204 || response.headers.get('Content-Length') === '0') {
    return undefined as T;
  }
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

/** As {@link request}, for callers that want the response's headers. */
export async function send(path: string, options: RequestOptions = {}): Promise<Response> {
  const method = options.method ?? 'GET';
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json', ...options.headers };
  if (ahead && method === 'GET') {
    headers['X-Magnus-Ahead'] = '1';
  }
  if (method !== 'GET' && csrf) {
    headers['X-CSRF-Token'] = csrf;
  }
  let body: BodyInit | undefined;
  if (options.json !== undefined) {
    headers['Content-Type'] = 'application/json';
    body = JSON.stringify(options.json);
  } else if (options.file) {
    headers['Content-Type'] = 'application/octet-stream';
    body = options.file;
  }
  let response: Response;
  try {
    response = await fetch(withQuery(path, options.query), {
      method,
      headers,
      credentials: 'same-origin',
      ...(body !== undefined ? { body } : {}),
      ...(options.signal ? { signal: options.signal } : {}),
      ...(options.keepalive ? { keepalive: true } : {}),
    });
  } catch (failure) {
    if (options.signal?.aborted) {
      throw failure;
    }
    throw unreachable();
  }
  if (method === 'GET' && !headers['X-Magnus-Ahead']) {
    heard.forEach((listener) => listener(response.headers.get('Cache-Status') ?? undefined));
  }
  if (!response.ok) {
    const problem = await problemOf(response);
    if (problem.status === 401 && !path.startsWith('/api/session')) {
      signedOut.forEach((listener) => listener());
    }
    throw problem;
  }
  return response;
}

/** Whether a refusal is the caller's to mend: trying the same again cannot help. */
export function isFinal(failure: unknown): boolean {
  return failure instanceof Problem && failure.status >= 400 && failure.status < 500 && failure.status !== 429;
}
