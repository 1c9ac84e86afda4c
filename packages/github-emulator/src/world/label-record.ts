export interface LabelRecord {
  readonly id: number;
  readonly nodeId: string;
  readonly name: string;
  /** Six hexadecimal digits, no `#`. */
  readonly color: string;
  readonly description: string | undefined;
}
