import axios from "axios";
export const all = () => axios.get("/api/wards");
export const move = (id) => axios.post(`/internal/beds/${id}/move`);
