import { Router } from "express";
// ruleid: database-driver-in-user-interface
import { Pool } from "pg";

const pool = new Pool();
export const ward = Router();

ward.get("/:name", async (request, response) => {
  const found = await pool.query("SELECT * FROM discharge WHERE ward = $1", [request.params.name]);
  response.render("ward.njk", { discharges: found.rows });
});
