export const all = () => fetch("/api/wards");
export const close = (id: string) => fetch(`/internal/close/${id}`, { method: "POST" });
