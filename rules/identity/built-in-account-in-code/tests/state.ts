// ok: built-in-account-in-code
if (loginMode === 'local' && passwordState === 'expired') { renew(); }
// ok: built-in-account-in-code
if (import.meta.env.DEV && user === 'admin' && password === 'not-a-real-one') { enter(); }
