/** One place of an input that the server found wrong. */
export interface Fault {
  line?: number;
  field: string;
  value?: string;
  expected: string;
}

/** Problem details as the server sends them (RFC 9457), with Magnus's own members. */
export interface ProblemDetails {
  type: string;
  title: string;
  status: number;
  detail?: string;
  instance?: string;
  requestId?: string;
  errors?: Fault[];
}

/** Thrown by every request that the server refuses or that does not reach it (status 0). */
export class Problem extends Error {
  readonly details: ProblemDetails;
  readonly retryAfterSeconds: number | undefined;

  constructor(details: ProblemDetails, retryAfterSeconds?: number) {
    super(details.detail ?? details.title);
    this.name = 'Problem';
    this.details = details;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  get status(): number {
    return this.details.status;
  }

  /** The stable last part of the problem's type (`unknown-portfolio`). */
  get slug(): string {
    return this.details.type.split('/').pop() ?? '';
  }
}

/** The server cannot be reached at all. */
export function unreachable(): Problem {
  return new Problem({
    type: 'about:blank',
    title: 'Magnus does not answer',
    status: 0,
    detail: 'The server cannot be reached. Check that it runs and that you are connected, then try again.',
  });
}

/** Reads the refusal out of a response, also out of one that is no problem document. */
export async function problemOf(response: Response): Promise<Problem> {
  const retry = Number(response.headers.get('Retry-After') ?? Number.NaN);
  const retryAfter = Number.isFinite(retry) ? retry : undefined;
  const requestId = response.headers.get('X-Request-Id') ?? undefined;
  try {
    const body = (await response.json()) as Partial<ProblemDetails>;
    if (typeof body.title === 'string') {
      return new Problem(
        { type: 'about:blank', status: response.status, ...(requestId ? { requestId } : {}), ...body } as ProblemDetails,
        retryAfter,
      );
    }
  } catch {
    // no JSON: described by its status below
  }
  return new Problem(
    {
      type: 'about:blank',
      title: response.status >= 500 ? 'Magnus could not answer' : 'Magnus refused the request',
      status: response.status,
      detail: `The server answered with status ${response.status}.`,
      ...(requestId ? { requestId } : {}),
    },
    retryAfter,
  );
}
