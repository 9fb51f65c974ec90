import {
  Document,
  Grid,
  HomeFilled,
  Message,
  OfficeBuilding,
  Plus,
  Sort,
  User,
} from '@element-plus/icons-vue';
import type { Component } from 'vue';
import { m } from '@/messages';

export interface Place {
  name: string;
  label: string;
  icon: Component;
  /** Second key of the shortcut that begins with g. */
  key: string;
  /** Names of the pages below this one. */
  below?: string[];
}

const area: Place[] = [
  { name: 'overview', label: m.shell.overview, icon: HomeFilled, key: 'h' },
  { name: 'estates', label: m.shell.estates, icon: OfficeBuilding, key: 'e', below: ['estate'] },
  { name: 'onboarding', label: m.shell.onboarding, icon: Plus, key: 'o', below: ['onboarding-estate'] },
  { name: 'applications', label: m.shell.applications, icon: Message, key: 'p' },
  { name: 'offices', label: m.shell.offices, icon: User, key: 's' },
  { name: 'audit', label: m.shell.audit, icon: Document, key: 'a' },
];

const platform: Place[] = [
  { name: 'cells', label: m.shell.cells, icon: Grid, key: 'c' },
  { name: 'rollouts', label: m.shell.rollouts, icon: Sort, key: 'r', below: ['rollout', 'new-rollout'] },
];

/** What a person finds on the left, by role. */
export function navigationFor(isPlatform: boolean): { title: string; places: Place[] }[] {
  const groups: { title: string; places: Place[] }[] = [{ title: m.shell.groups.area, places: area }];
  if (isPlatform) groups.push({ title: m.shell.groups.platform, places: platform });
  return groups;
}
