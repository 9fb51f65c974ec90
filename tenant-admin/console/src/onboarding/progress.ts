import type { Estate, Run, RunStep, Workbook } from '@/api/types';
import { m } from '@/messages';

export type Stage = 'application' | 'verification' | 'workbook' | 'report' | 'run' | 'open';

export const STAGES: readonly Stage[] = ['application', 'verification', 'workbook', 'report', 'run', 'open'];

/**
 * Where an onboarding stands, read from what the platform has recorded: nothing is kept in the browser, so it
 * can be left and taken up again anywhere. 'rejected' is the end of an application that failed verification.
 */
export function stageOf(
  estate: Pick<Estate, 'state'>,
  workbook: Pick<Workbook, 'id'> | null,
  run: Pick<Run, 'state'> | null,
): Stage | 'rejected' {
  switch (estate.state) {
    case 'APPLIED':
      return 'verification';
    case 'REJECTED':
      return 'rejected';
    case 'VERIFIED':
      // A run that was undone leaves a verified estate behind: start again with a workbook.
      if (run && run.state !== 'COMPENSATED' && run.state !== 'DONE') return 'run';
      return workbook ? 'report' : 'workbook';
    case 'PROVISIONING':
      return 'run';
    default:
      return 'open';
  }
}

export function isMoving(run: Pick<Run, 'state'>): boolean {
  return run.state === 'RUNNING' || run.state === 'COMPENSATING';
}

/** Changes whenever anything visible about a run changes. */
export function fingerprint(run: Run): string {
  return [run.state, ...run.steps.map((s) => `${s.state}${s.attempts}${s.detail ?? ''}`)].join('|');
}

export function doneSteps(run: Run): number {
  return run.steps.filter((s) => s.state === 'DONE').length;
}

export function stepTitle(step: Pick<RunStep, 'step' | 'title'> | undefined): string {
  return step ? step.title || (m.onboarding.step[step.step] ?? step.step) : '';
}
