import { staffOnly } from "./security/staff.js";
import express from "express";
