/** Options that every command takes. */
export interface GlobalOptions {
  readonly config?: string;
  readonly json?: boolean;
  readonly verbose?: boolean;
  readonly color: boolean;
  /** Seconds that one request to NetBox may take. */
  readonly timeout?: number;
  readonly logFormat: "text" | "json";
}
