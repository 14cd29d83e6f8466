export function mayRegister(form: Form, user: User, confirmPassword: string): boolean {
  // ok: password-may-be-kept-in-clear
  if (form.password !== form.confirmPassword) return false;
  // ok: password-may-be-kept-in-clear
  return user.password === confirmPassword;
}
