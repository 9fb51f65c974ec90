import * as common from './zh/common';
import * as design from './zh/design';
import * as estates from './zh/estates';
import * as first from './zh/first';
import * as home from './zh/home';
import * as me from './zh/me';
import * as membership from './zh/membership';
import * as problem from './zh/problem';
import * as roll from './zh/roll';

/** Every text of the app, a file for each part of it. Pages name a text; they never write one. */
export const m = {
  ...common,
  ...problem,
  ...first,
  ...estates,
  ...home,
  ...membership,
  ...me,
  ...roll,
  ...design,
} as const;
