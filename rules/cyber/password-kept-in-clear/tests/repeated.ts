export function mayRegister(form: Form, user: User, confirmPassword: string): boolean {
  // ok: password-kept-in-clear
  if (form.password !== form.confirmPassword) return false;
  // ok: password-kept-in-clear
  return user.password === confirmPassword;
}
