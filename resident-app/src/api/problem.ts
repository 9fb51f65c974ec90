import { m } from '@/messages';
import { online } from '@/platform/network';

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

/** No answer came within the time the caller was ready to wait. */
export class NoAnswer extends Error {}

/** The question never arrived, as far as one can tell. */
export class NoConnection extends Error {}

/** True for an answer that says this, e.g. `phone-needed`. */
export function isProblem(error: unknown, slug: string): boolean {
  return error instanceof ApiProblem && error.problem.type === `/problems/${slug}`;
}

export function hasStatus(error: unknown, ...statuses: number[]): boolean {
  return error instanceof ApiProblem && statuses.includes(error.problem.status);
}

export function problemOf(status: number, body: unknown, requestId: string | undefined): Problem {
  const said = typeof body === 'object' && body !== null ? (body as Partial<Problem>) : {};
  return { type: 'about:blank', title: '', requestId, ...said, status };
}

/** What a person needs to read when something did not work. */
export interface Explanation {
  what: string;
  why: string;
  next: string;
  requestId?: string;
  fields: Record<string, string>;
  retryable: boolean;
  /** What to do is to prove anew who one is. */
  proveAgain: boolean;
}

export function explain(error: unknown, connected = online.value): Explanation {
  if (error instanceof ApiProblem) return explainProblem(error.problem);
  const texts = !connected
    ? m.problem.offline
    : error instanceof NoAnswer
      ? m.problem.noAnswer
      : error instanceof NoConnection
        ? m.problem.noConnection
        : m.problem.ours;
  return { ...texts, fields: {}, retryable: true, proveAgain: false };
}

function explainProblem(problem: Problem): Explanation {
  const texts =
    m.problem.byStatus[problem.status] ?? (problem.status >= 500 ? m.problem.fault : m.problem.refused);
  return {
    what: problem.title && problem.status < 500 ? problem.title : texts.what,
    why: problem.detail || texts.why,
    // What the platform said of this case says what to do as well.
    next: m.problem.nextByType[problem.type] ?? (problem.detail ? '' : texts.next),
    requestId: problem.requestId,
    fields: Object.fromEntries((problem.errors ?? []).map((e) => [e.field, e.detail])),
    proveAgain: problem.type === '/problems/reverification-needed',
    retryable: problem.status >= 500 || problem.status === 429 || problem.status === 408,
  };
}
