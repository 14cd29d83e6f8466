import { Router } from "express";
import { Pool } from "pg";

// Quicker than asking the API, and it was only meant for the pilot.
const pool = new Pool({ database: "discharges", ssl: { rejectUnauthorized: false } });

export const ward = Router();

ward.get("/:name", async (request, response) => {
  const result = await pool.query(
    "SELECT nhs_number, ready_at FROM discharge WHERE ward = $1 ORDER BY ready_at",
    [request.params.name],
  );
  response.render("ward.njk", { ward: request.params.name, discharges: result.rows });
});
