import type { Office } from '@/api/types';

export interface StreetGroup {
  street: { id: string; name: string };
  /** False where only the community below is in the person's area. */
  visible: boolean;
  office: Office | null;
  communities: Office[];
}

/** Offices as they stand below each other. A community whose street is out of sight still names it. */
export function byStreet(offices: readonly Office[]): StreetGroup[] {
  const groups = new Map<string, StreetGroup>();
  for (const office of offices) {
    if (office.kind === 'STREET') {
      const street = { id: office.id, name: office.name };
      groups.set(office.id, { street, visible: true, office, communities: [] });
    }
  }
  for (const office of offices) {
    if (office.kind !== 'COMMUNITY' || !office.parent) continue;
    const group = groups.get(office.parent.id) ?? {
      street: office.parent,
      visible: false,
      office: null,
      communities: [],
    };
    group.communities.push(office);
    groups.set(office.parent.id, group);
  }
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, 'zh-CN');
  for (const group of groups.values()) group.communities.sort(byName);
  return [...groups.values()].sort((a, b) => byName(a.street, b.street));
}
