const router = require("express").Router();
router.get("/patients/:id", h);
module.exports = router;
