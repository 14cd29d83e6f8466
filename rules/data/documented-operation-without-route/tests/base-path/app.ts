import express from "express";
const router = express.Router();
router.get("/context/v1/wards", all);
router.get("/context/v1/wards/:id", one);
router.delete("/context/v1/beds/:id", close);
