export const logged = (inner: Handler) => (req: Req, res: Res) => inner(req, res);
