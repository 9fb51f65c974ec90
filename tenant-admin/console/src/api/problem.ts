import { m } from '@/messages';

/** An RFC 9457 answer of the platform. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  errors?: { field: string; detail: string }[];
  requestId?: string;
}

/** The platform answered, but refused or failed. */
export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

/** True for an answer that says this, e.g. {@code estate-suspended}. */
export function isProblem(error: unknown, slug: string): boolean {
  return error instanceof ApiProblem && error.problem.type === `/problems/${slug}`;
}

/** No answer came within the time the caller was ready to wait. */
export class NoAnswer extends Error {}

/** What a person needs to read when something did not work. */
export interface Explanation {
  what: string;
  why: string;
  next: string;
  requestId?: string;
  fields: Record<string, string>;
  retryable: boolean;
}

export async function readProblem(response: Response): Promise<Problem> {
  const requestId = response.headers.get('X-Request-Id') ?? undefined;
  const fallback = { type: 'about:blank', title: '', status: response.status, requestId };
  if (!(response.headers.get('Content-Type') ?? '').includes('json')) return fallback;
  try {
    const body = (await response.json()) as Partial<Problem>;
    return { ...fallback, ...body, status: response.status, requestId: body.requestId ?? requestId };
  } catch {
    return fallback;
  }
}

export function explain(error: unknown, online = navigator.onLine): Explanation {
  if (error instanceof ApiProblem) return explainProblem(error.problem);
  const texts = !online
    ? m.problem.offline
    : error instanceof NoAnswer
      ? m.problem.noAnswer
      : m.problem.noNetwork;
  return { ...texts, fields: {}, retryable: true };
}

function explainProblem(problem: Problem): Explanation {
  const texts =
    m.problem.byStatus[problem.status] ?? (problem.status >= 500 ? m.problem.fault : m.problem.refused);
  return {
    what: problem.title && problem.status < 500 ? problem.title : texts.what,
    why: problem.detail || texts.why,
    next: m.problem.nextByType[problem.type] ?? texts.next,
    requestId: problem.requestId,
    fields: Object.fromEntries((problem.errors ?? []).map((e) => [e.field, e.detail])),
    retryable: problem.status >= 500 || problem.status === 429 || problem.status === 408,
  };
}

/** One line for a passing message. */
export function inOneLine(error: unknown): string {
  const { what, why, requestId } = explain(error);
  return [what, why && why !== what ? why : '', requestId ? m.problem.requestId(requestId) : '']
    .filter(Boolean)
    .map((part) => part.replace(/。$/, ''))
    .join(m.problem.comma);
}
