import axios from "axios";
export const all = () => axios.get("/wards");
export const transfers = (id) => axios.get(`/wards/${id}/transfers`);
