import options from "../../lib/session-options";

export default handle(options, async (req, res) => res.json(await wards()));
