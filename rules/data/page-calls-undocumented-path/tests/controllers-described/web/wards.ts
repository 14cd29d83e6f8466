export const wards = () => fetch("/api/wards");
export const queue = () => fetch("/api/manage/queue");
