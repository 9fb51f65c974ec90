import {
  Box,
  CircleCheckFilled,
  CircleCloseFilled,
  Clock,
  Finished,
  Loading,
  Minus,
  QuestionFilled,
  RefreshLeft,
  VideoPause,
  WarningFilled,
} from '@element-plus/icons-vue';
import type { Component } from 'vue';

export type Tone = 'good' | 'warn' | 'bad' | 'brand' | 'idle';

export interface Mark {
  tone: Tone;
  icon: Component;
  turning?: boolean;
}

const marks: Record<string, Mark> = {
  APPLIED: { tone: 'warn', icon: Clock },
  REJECTED: { tone: 'bad', icon: CircleCloseFilled },
  VERIFIED: { tone: 'brand', icon: Finished },
  PROVISIONING: { tone: 'brand', icon: Loading },
  ACTIVE: { tone: 'good', icon: CircleCheckFilled },
  SUSPENDED: { tone: 'warn', icon: VideoPause },
  ARCHIVED: { tone: 'idle', icon: Box },
  DELETED: { tone: 'idle', icon: Minus },
  UP: { tone: 'good', icon: CircleCheckFilled },
  DOWN: { tone: 'bad', icon: WarningFilled },
  UNKNOWN: { tone: 'idle', icon: Minus },
  PENDING: { tone: 'idle', icon: Clock },
  PLANNED: { tone: 'idle', icon: Clock },
  RUNNING: { tone: 'brand', icon: Loading, turning: true },
  FAILED: { tone: 'bad', icon: CircleCloseFilled },
  DONE: { tone: 'good', icon: CircleCheckFilled },
  PAUSED: { tone: 'warn', icon: VideoPause },
  COMPENSATING: { tone: 'warn', icon: Loading, turning: true },
  COMPENSATED: { tone: 'idle', icon: RefreshLeft },
  UNDONE: { tone: 'idle', icon: RefreshLeft },
  OPEN: { tone: 'good', icon: CircleCheckFilled },
  FULL: { tone: 'warn', icon: WarningFilled },
  DRAINING: { tone: 'warn', icon: RefreshLeft },
  AHEAD: { tone: 'idle', icon: Clock },
  HELD: { tone: 'good', icon: CircleCheckFilled },
  OVER: { tone: 'idle', icon: Minus },
  REVOKED: { tone: 'idle', icon: Minus },
  REMOVED: { tone: 'idle', icon: Minus },
};

/** How a state looks; a state this console does not know yet still shows, neutrally. */
export function markOf(state: string): Mark {
  return marks[state] ?? { tone: 'idle', icon: QuestionFilled };
}
