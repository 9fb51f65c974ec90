import { describe, expect, it } from 'vitest';
import { ApiProblem, NoAnswer, explain, inOneLine, readProblem } from './problem';

const problem = (status: number, more = {}) =>
  new ApiProblem({ type: '/problems/x', title: '', status, ...more });

describe('explain', () => {
  it('says what happened, why and what next in the words of the platform', () => {
    const told = explain(
      problem(409, {
        title: '网址名已被使用',
        detail: '请换一个。',
        requestId: 'r1',
        errors: [{ field: 'slug', detail: '已被使用' }],
      }),
    );
    expect(told.what).toBe('网址名已被使用');
    expect(told.why).toBe('请换一个。');
    expect(told.next).not.toBe('');
    expect(told.requestId).toBe('r1');
    expect(told.fields).toEqual({ slug: '已被使用' });
    expect(told.retryable).toBe(false);
  });

  it('never shows the technical title of a fault', () => {
    const told = explain(problem(500, { title: 'Internal Server Error' }));
    expect(told.what).toBe('服务器出了故障');
    expect(told.retryable).toBe(true);
  });

  it('has words for a status nobody thought of', () => {
    expect(explain(problem(418)).what).toBe('没有办成');
    expect(explain(problem(599)).what).toBe('服务器出了故障');
  });

  it('tells a dead line from a silent server', () => {
    expect(explain(new TypeError('failed to fetch'), false).what).toBe('网络已断开');
    expect(explain(new TypeError('failed to fetch'), true).what).toBe('没有连上服务器');
    expect(explain(new NoAnswer(), true).what).toBe('服务器 30 秒没有回应');
  });

  it('fits one line with the request id', () => {
    expect(inOneLine(problem(403, { requestId: 'r9' }))).toBe(
      '没有权限，这不在您所属机构的范围内，请求编号 r9',
    );
  });
});

it('reads the request id from the header when the body is not a problem', async () => {
  const response = new Response('<html>', {
    status: 502,
    headers: { 'X-Request-Id': 'r2', 'Content-Type': 'text/html' },
  });
  expect(await readProblem(response)).toMatchObject({ status: 502, requestId: 'r2' });
});
