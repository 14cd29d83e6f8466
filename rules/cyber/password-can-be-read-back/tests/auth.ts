import { open } from './box';

// review: password-can-be-read-back
export const decryptPassword = (kept: string): string => open(kept);

export class Session {
  // review: password-can-be-read-back
  decryptUserPassword(kept: string): string {
    return open(kept);
  }

  // ok: password-can-be-read-back
  async check(user: User, typed: string): Promise<boolean> {
    if (decryptUserPassword(user.password) === typed) {
      return true;
    }
    return bcrypt.compare(typed, user.hash);
  }
}
