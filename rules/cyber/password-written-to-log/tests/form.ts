export function show(form: Form) {
  // ok: password-written-to-log
  console.log('not valid', form.errors.password);
  // ok: password-written-to-log
  console.debug(`${messages.password}`);
}
