import * as applications from './zh/applications';
import * as audit from './zh/audit';
import * as committee from './zh/committee';
import * as common from './zh/common';
import * as estates from './zh/estates';
import * as offices from './zh/offices';
import * as onboarding from './zh/onboarding';
import * as overview from './zh/overview';
import * as people from './zh/people';
import * as platform from './zh/platform';
import * as problem from './zh/problem';
import * as publicPage from './zh/publicPage';
import * as roll from './zh/roll';
import * as shell from './zh/shell';
import * as signIn from './zh/signIn';
import * as states from './zh/states';

/** Every text of the console, a file for each part of it. Pages name a text; they never write one. */
export const m = {
  ...common,
  ...shell,
  ...signIn,
  ...problem,
  ...states,
  ...overview,
  ...estates,
  ...onboarding,
  ...applications,
  ...offices,
  ...platform,
  ...audit,
  ...committee,
  ...roll,
  ...people,
  ...publicPage,
} as const;
