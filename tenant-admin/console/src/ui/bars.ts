/** One bar of a chart. */
export interface Bar {
  label: string;
  value: number;
  /** The value as people write it. */
  shown: string;
  /** Name of a colour token. */
  colour: string;
}
