import type { components as Drafted, paths as DraftedPaths } from './drafted-schema';
import type { components as Estate, paths as EstatePaths } from './estate-schema';
import type { components as Platform, paths as PlatformPaths } from './platform-schema';
import type { Method } from './transport';

/** Every path of the API; what a kept document says wins over what was drafted. */
export type Paths = EstatePaths & PlatformPaths & Omit<DraftedPaths, keyof EstatePaths | keyof PlatformPaths>;

export type MethodOf<P extends keyof Paths> = {
  [M in Method]: Paths[P] extends Record<M, unknown> ? M : never;
}[Method];

export type Operation<P extends keyof Paths, M extends MethodOf<P>> = Paths[P][M & keyof Paths[P]];

type Content<R> = R extends { content: infer C } ? C[keyof C] : undefined;

/** What a good answer holds; undefined where it holds nothing. */
export type AnswerOf<O> = O extends { responses: infer R }
  ? { [S in keyof R]: S extends 200 | 201 | 202 | 204 ? Content<R[S]> : never }[keyof R]
  : never;

type PathValues<O> = O extends { parameters: { path: infer V } } ? { path: V } : { path?: undefined };
type QueryValues<O> = O extends { parameters: { query?: infer V } } ? { query?: V } : { query?: undefined };
type BodyValue<O> = O extends { requestBody: { content: infer C } }
  ? C extends { 'application/json': infer B }
    ? { body: B }
    : { body: ArrayBuffer }
  : OptionalBody<O>;
type OptionalBody<O> = O extends { requestBody?: infer R }
  ? [R] extends [{ content: { 'application/json': infer B } } | undefined]
    ? [R] extends [undefined]
      ? { body?: undefined }
      : { body?: B }
    : { body?: undefined }
  : { body?: undefined };

// Of one operation at a time: the compiler would else combine the parts of all of them with each other.
export type Options<O> = O extends unknown ? PathValues<O> & QueryValues<O> & BodyValue<O> : never;

export type SessionGiven = Drafted['schemas']['Session'];
export type FoundEstate = Platform['schemas']['FoundEstate'];
// The cell's document does not say what may be null: here it stands.
type Nullable<T, K extends keyof T> = Omit<T, K> & { [P in K]: T[P] | null };

export type Binding = Nullable<
  Estate['schemas']['MyBinding'],
  'door' | 'unit' | 'rights' | 'until' | 'reason'
>;
export type BindingForm = Estate['schemas']['BindingClaim'];
export type BindingState = Binding['state'];
export type UnitMember = Nullable<Estate['schemas']['UnitMember'], 'until'>;
export type Disclosure = Estate['schemas']['PersonalDataReading'];
export type ObjectionPeriod = Estate['schemas']['ObjectionPeriod'];
export type Objection = Nullable<Estate['schemas']['Objection'], 'text' | 'answer'>;
export type Message = Nullable<Estate['schemas']['InboxMessage'], 'link' | 'readAt'>;
export type MessageSettings = Estate['schemas']['Settings'];
export type NoticeHeadline = Estate['schemas']['NoticeHeadline'];
export type PublishedNotice = Estate['schemas']['PublishedNotice'];
export type Me = Nullable<Estate['schemas']['Me'], 'name'>;
