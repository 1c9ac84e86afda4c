export interface LabelRecord {
  readonly nodeId: string;
  readonly name: string;
  /** Six hexadecimal digits. */
  readonly color: string;
}
