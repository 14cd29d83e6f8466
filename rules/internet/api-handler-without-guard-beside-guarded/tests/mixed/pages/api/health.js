export default (req, res) => res.json({ up: true });
