import { area } from '@/format';
import { m } from '@/messages';
import type { UnitDifference } from './api';
import { holderLine } from './columns';

type Side = UnitDifference['after'];

/** The document can't say so: a unit that is new has no side before. */
export type Compared = Omit<UnitDifference, 'before'> & { before: Side | null };

/** One side of a unit in lines, so that two stand beside each other. */
export function linesOf(side: Side): string[] {
  const facts = [
    m.unitUse[side.use] ?? side.use,
    area(side.areaDm2),
    m.areaSource[side.areaSource] ?? side.areaSource,
    m.unitState[side.state] ?? side.state,
  ];
  const holders = side.holders.map((holder) =>
    holderLine({ ...holder, representative: holder.representative || null }),
  );
  return [facts.join(m.list.and), ...(holders.length ? holders : [m.rollImport.noOwner])];
}

/** Which lines of one side the other hasn't: what the eye must find. */
export function changed(of: Side, other: Side | null): { text: string; differs: boolean }[] {
  const there = new Set(other ? linesOf(other) : []);
  return linesOf(of).map((text) => ({ text, differs: !there.has(text) }));
}
