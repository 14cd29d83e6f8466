import express from "express";
const router = express.Router();
router.get("/wards", all);
router.get("/wards/:id", one);
router.get("/wards/:id/transfers", transfers);
