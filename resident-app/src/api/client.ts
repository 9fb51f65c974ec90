import { session } from '@/session/session';
import { ApiProblem, problemOf } from './problem';
import { ask, type Answer, type Method, type Question } from './transport';
import type { AnswerOf, MethodOf, Operation, Options, Paths } from './types';

interface Values {
  path?: object;
  query?: object;
  body?: unknown;
}

/**
 * Asks the platform as who is signed in; a refused token is renewed once and the question asked again.
 * @throws ApiProblem for any answer but a good one
 */
export async function call<P extends keyof Paths & string, M extends MethodOf<P>>(
  method: M,
  path: P,
  options: Options<Operation<P, M>>,
): Promise<AnswerOf<Operation<P, M>>> {
  const question = questionOf(method, path, options as Values);
  const answer = await ask({ ...question, token: await session.token() });
  if (answer.status !== 401 || !session.signedIn.value) return good(answer);
  return good(await ask({ ...question, token: await session.renew() }));
}

/** Asks without a token, so that everybody gets the same. */
export async function callOpenly<P extends keyof Paths & string, M extends MethodOf<P>>(
  method: M,
  path: P,
  options: Options<Operation<P, M>>,
): Promise<AnswerOf<Operation<P, M>>> {
  return good(await ask(questionOf(method, path, options as Values)));
}

function questionOf(method: Method, path: string, { path: names = {}, query = {}, body }: Values): Question {
  return { method, path: filled(path, names) + written(query), body };
}

/** `/x/{slug}` with its names replaced. */
export function filled(path: string, names: object): string {
  const values = names as Record<string, string | number>;
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
}

function written(query: object): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

function good<T>({ status, body, requestId }: Answer): T {
  if (status >= 200 && status < 300) return body as T;
  throw new ApiProblem(problemOf(status, body, requestId));
}
