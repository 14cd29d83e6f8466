export interface Letter {
  readonly nhsNumber?: string;
}
