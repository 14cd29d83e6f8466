export interface Referral {
  ubrn: string;
  closed: boolean;
}

export const mayBeReopened = (referral: Referral): boolean => referral.closed;
