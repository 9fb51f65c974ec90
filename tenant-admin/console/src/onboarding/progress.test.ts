import { describe, expect, it } from 'vitest';
import type { Run } from '@/api/types';
import { doneSteps, fingerprint, stageOf, stepTitle } from './progress';

const workbook = { id: 'w' };

describe('where an onboarding stands', () => {
  it('follows the estate from application to open', () => {
    expect(stageOf({ state: 'APPLIED' }, null, null)).toBe('verification');
    expect(stageOf({ state: 'VERIFIED' }, null, null)).toBe('workbook');
    expect(stageOf({ state: 'VERIFIED' }, workbook, null)).toBe('report');
    expect(stageOf({ state: 'PROVISIONING' }, workbook, { state: 'RUNNING' })).toBe('run');
    expect(stageOf({ state: 'ACTIVE' }, workbook, { state: 'DONE' })).toBe('open');
  });

  it('stays with a run that failed before the estate left its state', () => {
    expect(stageOf({ state: 'VERIFIED' }, workbook, { state: 'FAILED' })).toBe('run');
  });

  it('goes back to the workbook once a run is undone', () => {
    expect(stageOf({ state: 'VERIFIED' }, null, { state: 'COMPENSATED' })).toBe('workbook');
    expect(stageOf({ state: 'VERIFIED' }, workbook, { state: 'COMPENSATED' })).toBe('report');
  });

  it('ends with a rejected application', () => {
    expect(stageOf({ state: 'REJECTED' }, null, null)).toBe('rejected');
  });
});

describe('a run', () => {
  const step = (state: Run['steps'][number]['state'], attempts = 1) =>
    ({ step: 'IMPORT', title: '', state, attempts, startedAt: null, endedAt: null, detail: null }) as const;
  const run = (...steps: Run['steps']) => ({ state: 'RUNNING', steps }) as Run;

  it('has moved when a step tried again', () => {
    expect(fingerprint(run(step('RUNNING', 1)))).not.toBe(fingerprint(run(step('RUNNING', 2))));
    expect(fingerprint(run(step('RUNNING')))).toBe(fingerprint(run(step('RUNNING'))));
  });

  it('counts the steps that are done', () => {
    expect(doneSteps(run(step('DONE'), step('FAILED'), step('UNDONE')))).toBe(1);
  });

  it('names a step in its own words, or in ours', () => {
    expect(stepTitle({ step: 'IMPORT', title: '写入数据' })).toBe('写入数据');
    expect(stepTitle({ step: 'IMPORT', title: '' })).toBe('导入工作簿');
    expect(stepTitle(undefined)).toBe('');
  });
});
