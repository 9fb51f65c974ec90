import {
  Document,
  Grid,
  HomeFilled,
  House,
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

const member: Place[] = [
  {
    name: 'my-estates',
    label: m.committee.nav,
    icon: House,
    key: 'm',
    below: [
      'my-estate',
      'roll',
      'roll-import',
      'roll-versions',
      'roll-objections',
      'roll-unit',
      'roll-change',
      'binding-requests',
      'officers',
      'standing',
      'disclosures',
    ],
  },
];

export interface Duties {
  /** Works for an office, or runs the platform. */
  office: boolean;
  platform: boolean;
  /** Belongs to an estate. */
  member: boolean;
}

const groups: { title: string; places: Place[]; of: keyof Duties }[] = [
  { title: m.shell.groups.area, places: area, of: 'office' },
  { title: m.shell.groups.platform, places: platform, of: 'platform' },
  { title: m.shell.groups.member, places: member, of: 'member' },
];

/** Every page with a shortcut; the router keeps people out of those that are not theirs. */
export function allPlaces(): Place[] {
  return groups.flatMap((group) => group.places);
}

/** What a person finds on the left, by what they do. */
export function navigationFor(duties: Duties): { title: string; places: Place[] }[] {
  return groups.filter((group) => duties[group.of]);
}
