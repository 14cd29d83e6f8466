import express from "express";
const router = express.Router();
router.get("/wards", all);
router.get("/wards/:id", one);
router.post("/wards/:id/merge", merge);
