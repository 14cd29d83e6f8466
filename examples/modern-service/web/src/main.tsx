import "nhsuk-frontend/dist/nhsuk/nhsuk-frontend.min.css";

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { BookAppointment } from "./BookAppointment";

const host = document.getElementById("app");
if (!host) {
  throw new Error("index.html has no element with id app");
}

createRoot(host).render(
  <StrictMode>
    <BookAppointment />
  </StrictMode>,
);
