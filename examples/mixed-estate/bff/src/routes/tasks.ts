import { Router } from "express";

import { fetchTasks } from "../api-client";

export const tasks = Router();

tasks.get("/", async (request, response) => {
  response.render("tasks.njk", { tasks: await fetchTasks(request.header("authorization") ?? "") });
});
