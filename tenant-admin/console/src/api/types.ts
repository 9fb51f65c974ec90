import type { components } from './schema';

type Schemas = components['schemas'];

export type Me = Schemas['Me'];
export type MyEstate = Schemas['MyEstate'];
export type Office = Schemas['Office'];
export type OfficeKind = Office['kind'];
export type City = Office['city'];
export type Staff = Schemas['Staff'];
export type Estate = Schemas['Estate'];
export type EstateState = Estate['state'];
export type Health = Estate['health'];
export type Workbook = Schemas['Workbook'];
export type WorkbookReport = Schemas['WorkbookReport'];
export type CellError = Schemas['CellError'];
export type Run = Schemas['Run'];
export type RunState = Run['state'];
export type RunStep = Schemas['Step'];
export type StepState = RunStep['state'];
export type Cell = Schemas['Cell'];
export type Rollout = Schemas['Rollout'];
export type RolloutState = Rollout['state'];
export type AuditEvent = Schemas['AuditEvent'];
export type Overview = Schemas['Overview'];

/** One page of a list; `next` is the cursor of the following one. */
export interface Page<T> {
  items: T[];
  next?: string | null;
}
