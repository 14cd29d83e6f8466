import React from "react";
import { nameOf } from "./name";

export const App = () => <h1>{nameOf(sessionStorage.getItem("token"))}</h1>;
