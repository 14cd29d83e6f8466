// ok: password-compared-with-itself
const passwordsMatch = form.password === form.password;
