import { answer, api } from '@/api/client';
import type { Page, Rollout } from '@/api/types';

export function listRollouts(after?: string): Promise<Page<Rollout>> {
  return answer(api.GET('/api/platform/rollouts', { params: { query: { after } } }));
}

export function fetchRollout(rollout: string): Promise<Rollout> {
  return answer(api.GET('/api/platform/rollouts/{rollout}', { params: { path: { rollout } } }));
}

export interface NewRollout {
  canaries: string[];
  waveSizes?: number[];
  parallelism: number;
}

export function startRollout(body: NewRollout): Promise<Rollout> {
  return answer(api.POST('/api/platform/rollouts', { body }));
}

export function pauseRollout(rollout: string) {
  return answer(api.POST('/api/platform/rollouts/{rollout}/pause', { params: { path: { rollout } } }));
}

export function resumeRollout(rollout: string) {
  return answer(api.POST('/api/platform/rollouts/{rollout}/resume', { params: { path: { rollout } } }));
}
