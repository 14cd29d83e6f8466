import axios from "axios";
export const all = () => axios.get("/wards");
export const chat = (text) => axios.post("/api/chat", { text });
export const note = (id) => axios.get(`/api/notes/${id}`);
export const today = () => axios.get("/api/today");
export const closed = () => axios.get("/closed");
